package weighbridge.analysis;

import weighbridge.record.Descriptors;
import weighbridge.record.LocalPorts;
import weighbridge.record.TcpCounters;
import weighbridge.record.Window;
import weighbridge.record.Window.Edge;

/** What the two edges of a window say: each figure is the difference of two readings, or stood at the first. */
final class WindowAnalysis {
    private final Edge before;
    private final Edge after;
    private final Window window;
    private final int answered;
    private final int cores;
    private final Double resolutionSeconds;

    /**
     * @param window what was seen
     * @param answered calls of the window that were answered in time
     * @param cores of the machine
     * @param resolutionSeconds of processor times; null where it is not known
     */
    WindowAnalysis(Window window, int answered, int cores, Double resolutionSeconds) {
        this.window = window;
        this.before = window.before();
        this.after = window.after();
        this.answered = answered;
        this.cores = cores;
        this.resolutionSeconds = resolutionSeconds;
    }

    /** All that they say. */
    WindowReport report() {
        CpuReport cpu = target();
        return new WindowReport(
                cpu == null ? null : cpu.secondsPer1000Calls(), cpu, generator(), othersShare(), sockets());
    }

    /** Of the target; null where it could not be read at both ends, or processes left its tree and took theirs along. */
    CpuReport target() {
        if (before.target() == null || after.target() == null) {
            return null;
        }
        double seconds = after.target().cpuSeconds() - before.target().cpuSeconds();
        return seconds < 0 ? null : cpu(seconds);
    }

    /** Part of the machine's processor time that neither the target nor the generator took; null as {@link #target}, or in an old run. */
    Double othersShare() {
        CpuReport own = target();
        if (own == null || !watched() || before.machineBusySeconds() == null || after.machineBusySeconds() == null) {
            return null;
        }
        double busy = (after.machineBusySeconds() - before.machineBusySeconds()) / (wallSeconds() * cores);
        double both = own.machineShare() + generator().cpu().machineShare();
        return Math.max(0, Math.min(1, busy) - both); // the machine's time is counted in coarser ticks than theirs
    }

    /** Part of the machine's processor time that the host took for others; null in an old run. */
    Double stolenShare() {
        return before.machineStolenSeconds() == null || after.machineStolenSeconds() == null
                ? null
                : (after.machineStolenSeconds() - before.machineStolenSeconds()) / (wallSeconds() * cores);
    }

    /** How the generator fared; null in an old run that did not watch it. */
    GeneratorReport generator() {
        if (!watched()) {
            return null;
        }
        CpuReport cpu = cpu(after.main().cpuSeconds() - before.main().cpuSeconds());
        Double allowed = !asked() || after.evidence().allowance() == null
                ? null
                : after.evidence().allowance().cores();
        return new GeneratorReport(
                cpu,
                allowed,
                allowed == null ? null : cpu.seconds() / (wallSeconds() * allowed),
                throttledMillis(),
                window.health());
    }

    /** What the system says of connections and limits; null in an old run that did not ask. */
    SocketReport sockets() {
        if (!asked()) {
            return null;
        }
        TcpCounters tcp = before.evidence().tcp() == null || after.evidence().tcp() == null
                ? null
                : after.evidence().tcp().minus(before.evidence().tcp());
        boolean queue =
                before.evidence().acceptQueue() != null && after.evidence().acceptQueue() != null;
        Descriptors targetFiles = before.evidence().targetFiles();
        Descriptors mainFiles = before.evidence().mainFiles();
        LocalPorts ports = before.evidence().ports();
        return new SocketReport(
                tcp == null ? null : tcp.listenOverflows(),
                tcp == null ? null : tcp.listenDrops(),
                tcp == null ? null : tcp.synRetransmits(),
                queue ? before.evidence().acceptQueue().capacity() : null,
                queue ? before.evidence().acceptQueue().length() : null,
                queue
                        ? after.evidence().acceptQueue().drops()
                                - before.evidence().acceptQueue().drops()
                        : null,
                targetFiles == null ? null : targetFiles.open(),
                targetFiles == null ? null : targetFiles.limit(),
                mainFiles == null ? null : mainFiles.open(),
                mainFiles == null ? null : mainFiles.limit(),
                ports == null ? null : ports.range(),
                ports == null ? null : ports.inUse(),
                ports == null ? null : ports.timeWait());
    }

    private boolean watched() {
        return before.main() != null && after.main() != null && window.health() != null;
    }

    private boolean asked() {
        return before.evidence() != null && after.evidence() != null;
    }

    private Long throttledMillis() {
        boolean told = asked()
                && before.evidence().allowance() != null
                && after.evidence().allowance() != null
                && before.evidence().allowance().throttledMicros() != null
                && after.evidence().allowance().throttledMicros() != null;
        return told
                ? (after.evidence().allowance().throttledMicros()
                                - before.evidence().allowance().throttledMicros())
                        / 1000
                : null;
    }

    private CpuReport cpu(double seconds) {
        return CpuReport.of(seconds, wallSeconds(), cores, answered, resolutionSeconds);
    }

    private double wallSeconds() {
        return Math.max(1, after.atMillis() - before.atMillis()) / 1000.0;
    }
}
