package weighbridge.analysis;

import java.util.function.Function;
import weighbridge.record.AcceptQueue;
import weighbridge.record.Box;
import weighbridge.record.CpuAllowance;
import weighbridge.record.Descriptors;
import weighbridge.record.LocalPorts;
import weighbridge.record.TcpCounters;
import weighbridge.record.Window;
import weighbridge.record.Window.Connects;
import weighbridge.record.Window.Edge;
import weighbridge.record.Window.Evidence;
import weighbridge.text.Limits;

/**
 * What the two edges of a window say: each figure is the difference of two readings, or stood at the first.
 *
 * @param window what was seen
 * @param answered calls of the window that were answered in time
 * @param cores of the machine
 * @param resolutionSeconds of processor times; null where it is not known
 */
record WindowAnalysis(Window window, int answered, int cores, Double resolutionSeconds) {
    /** All that they say. */
    WindowReport report() {
        CpuReport cpu = target();
        return new WindowReport(
                get(cpu, CpuReport::secondsPer1000Calls),
                cpu,
                generator(),
                othersShare(),
                sockets(),
                limits(),
                throttled(),
                oomKills());
    }

    /** Of the target; null where it could not be read at both ends, or processes ended and took theirs along. */
    CpuReport target() {
        if (window.unseen() != null && window.unseen().lacksCpuTime()) {
            return null;
        }
        Double seconds = difference(edge -> get(edge.target(), reading -> reading.cpuSeconds()));
        return seconds == null || seconds < 0 ? null : cpu(seconds);
    }

    /** Part of the machine's processor time that neither the target nor the generator took; null as {@link #target}. */
    Double othersShare() {
        CpuReport own = target();
        if (own == null) {
            return null;
        }
        double busy = difference(Edge::machineBusySeconds) / (wallSeconds() * cores);
        double both = own.machineShare() + generator().cpu().machineShare();
        return Math.max(0, Math.min(1, busy) - both); // the machine's time is counted in coarser ticks than theirs
    }

    /** Part of the machine's processor time that the host took for others. */
    double stolenShare() {
        return difference(Edge::machineStolenSeconds) / (wallSeconds() * cores);
    }

    /** How the generator fared. */
    GeneratorReport generator() {
        CpuReport cpu = cpu(difference(edge -> edge.main().cpuSeconds()));
        Double allowed = get(window.after().evidence().allowance(), CpuAllowance::cores);
        Double throttledMicros = difference(edge -> get(edge.evidence().allowance(), CpuAllowance::throttledMicros));
        return new GeneratorReport(
                cpu,
                allowed,
                get(allowed, most -> cpu.seconds() / (wallSeconds() * most)),
                get(throttledMicros, micros -> micros.longValue() / 1000),
                window.health());
    }

    /** Of the target's own control group; null where it has no limit. */
    Limits limits() {
        Box box = window.after().evidence().box();
        return box == null || box.cpus() == null && box.memoryBytes() == null
                ? null
                : new Limits(box.cpus(), box.memoryBytes());
    }

    /** By its limit of CPU time; null where it has none. */
    Throttling throttled() {
        Limits limits = limits();
        return limits == null || limits.cpus() == null
                ? null
                : new Throttling(
                        whole(differenceOfBox(Box::periods)),
                        whole(differenceOfBox(Box::throttledPeriods)),
                        get(differenceOfBox(Box::throttledMicros), micros -> micros / 1e6));
    }

    /** How many of its processes the out-of-memory killer ended; null where that is not counted. */
    Long oomKills() {
        return whole(differenceOfBox(Box::oomKills));
    }

    private Double differenceOfBox(Function<Box, Number> of) {
        return difference(edge -> get(edge.evidence().box(), of));
    }

    private static Long whole(Double count) {
        return get(count, Double::longValue);
    }

    /** What the system says of connections and limits. */
    SocketReport sockets() {
        Evidence before = window.before().evidence();
        Evidence after = window.after().evidence();
        TcpCounters tcp = after.tcp() == null ? null : get(before.tcp(), after.tcp()::minus);
        AcceptQueue queue = after.acceptQueue() == null ? null : before.acceptQueue();
        return new SocketReport(
                get(tcp, TcpCounters::listenOverflows),
                get(tcp, TcpCounters::listenDrops),
                get(tcp, TcpCounters::synRetransmits),
                get(queue, AcceptQueue::capacity),
                get(queue, AcceptQueue::length),
                get(queue, first -> after.acceptQueue().drops() - first.drops()),
                get(before.targetFiles(), Descriptors::open),
                get(before.targetFiles(), Descriptors::limit),
                get(before.mainFiles(), Descriptors::open),
                get(before.mainFiles(), Descriptors::limit),
                get(before.ports(), LocalPorts::range),
                get(before.ports(), LocalPorts::inUse),
                get(before.ports(), LocalPorts::timeWait),
                get(window.connects(), Connects::opened),
                get(window.connects(), Connects::reopened));
    }

    /** By how much something has grown; null where it is not known at one of the edges. */
    private Double difference(Function<Edge, Number> of) {
        Number before = of.apply(window.before());
        return before == null
                ? null
                : get(of.apply(window.after()), after -> after.doubleValue() - before.doubleValue());
    }

    private static <T, V> V get(T of, Function<T, V> value) {
        return of == null ? null : value.apply(of);
    }

    private CpuReport cpu(double seconds) {
        return CpuReport.of(seconds, wallSeconds(), cores, answered, resolutionSeconds);
    }

    private double wallSeconds() {
        return Math.max(1, window.after().atMillis() - window.before().atMillis()) / 1000.0;
    }
}
