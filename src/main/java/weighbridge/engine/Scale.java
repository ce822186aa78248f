package weighbridge.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import weighbridge.process.GeneratorWatch;
import weighbridge.process.LiveHeap;
import weighbridge.process.LiveHeapProbe;
import weighbridge.process.ProcessTreeProbe;
import weighbridge.process.RunClock;
import weighbridge.record.HeapWeighing;
import weighbridge.record.Reading;
import weighbridge.record.RunJournal;
import weighbridge.record.Weighing;
import weighbridge.record.Weighing.Moment;
import weighbridge.record.Window;
import weighbridge.server.Server;

/** Weighs the servers and ourselves, and writes down what it reads. */
final class Scale implements AutoCloseable {
    private final RunJournal journal;
    private final Sampling sampling;
    private final GeneratorWatch watch = GeneratorWatch.start();
    private final Map<String, OverallPeak> peaks = new HashMap<>();
    private OpenWindow window;

    Scale(RunJournal journal, Sampling sampling) {
        this.journal = journal;
        this.sampling = sampling;
    }

    /** Weighs everyone who can be. */
    void weighAll(Map<String, Server> servers, Moment moment) {
        servers.values().forEach(server -> weigh(server, moment));
        if (moment == Moment.IDLE) {
            servers.values()
                    .forEach(server -> server.processes()
                            .ifPresent(processes -> peaks.put(name(server), new OverallPeak(processes))));
        }
        weigh(Weighing.MAIN, ProcessTreeProbe.ofSelf(), moment);
    }

    /** Weighs a server. @return whether it has a process that can be weighed */
    boolean weigh(Server server, Moment moment) {
        return server.processes()
                .filter(processes -> weigh(name(server), processes, moment))
                .isPresent();
    }

    /** Weighs the live heap of all of these, and with it lets them collect their garbage. */
    void weighHeaps(Collection<Server> servers, Moment moment) {
        servers.parallelStream().forEach(server -> weighHeap(server, moment));
    }

    /** Weighs a server that is warm. */
    void weighWarm(Server server) {
        weighHeap(server, Moment.WARM);
        weigh(server, Moment.WARM);
    }

    /** Lets a JVM of ours collect its garbage; what its live heap is nobody writes down. */
    void collectGarbage(Server server) {
        if (server.isOurs()) {
            server.processes().ifPresent(LiveHeapProbe::of);
        }
    }

    /** Looks at everything around a load from here on. */
    void openWindow(Server server) {
        Optional<OverallPeak> overall = Optional.ofNullable(peaks.get(name(server)));
        overall.ifPresent(OverallPeak::beforeWindow);
        window = new OpenWindow(server, watch, sampling);
        overall.ifPresent(peak -> peak.afterBegin(window.peak()));
    }

    /** What was seen since. */
    Window closeWindow() {
        return window.close();
    }

    /** Looks once at everything around a load for nothing: the first look costs more than all others. */
    void rehearse(Server server) {
        new OpenWindow(server, watch, sampling).close();
    }

    /** May be called again. */
    @Override
    public void close() {
        watch.close();
    }

    private boolean weigh(String name, ProcessTreeProbe probe, Moment moment) {
        long atMillis = RunClock.OF_THIS_PROCESS.millis();
        Long peak = moment == Moment.SETTLED && peaks.containsKey(name)
                ? peaks.get(name).read().stream().boxed().findFirst().orElse(null)
                : null;
        Optional<Reading> reading = probe.weigh();
        reading.ifPresent(read -> journal.add(new Weighing(name, moment, atMillis, read, peak)));
        return reading.isPresent();
    }

    /** A collection is work, and a pause for whoever else calls: not for a server that is not ours. */
    private void weighHeap(Server server, Moment moment) {
        Optional<ProcessTreeProbe> processes = server.processes();
        if (processes.isEmpty()) {
            return;
        }
        LiveHeap heap = server.isOurs()
                ? LiveHeapProbe.of(processes.get())
                : new LiveHeap.NotAvailable("it ran already, so no garbage collection is forced");
        journal.add(
                heap instanceof LiveHeap.Bytes live
                        ? new HeapWeighing(name(server), moment, live.bytes(), null)
                        : new HeapWeighing(name(server), moment, null, ((LiveHeap.NotAvailable) heap).reason()));
    }

    private static String name(Server server) {
        return server.assignment().target().name();
    }
}
