package weighbridge.engine;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import weighbridge.process.GeneratorWatch;
import weighbridge.process.LiveHeap;
import weighbridge.process.LiveHeapProbe;
import weighbridge.process.ProcessTreeProbe;
import weighbridge.process.Sampler;
import weighbridge.record.HeapWeighing;
import weighbridge.record.RunJournal;
import weighbridge.record.SampleWriter;
import weighbridge.record.Weighing;
import weighbridge.record.Weighing.Moment;
import weighbridge.record.Window;
import weighbridge.server.Server;

/** Weighs the servers and ourselves, and writes down what the scale says. */
final class Scale implements AutoCloseable {
    private final RunJournal journal;
    private volatile Map<String, Server> servers = new LinkedHashMap<>();
    private final GeneratorWatch watch = GeneratorWatch.start();
    private final Stops stops = new Stops();
    private WindowScale window;
    private long stopsBefore;
    private Sampler sampler;
    private SampleWriter samples;

    Scale(RunJournal journal) {
        this.journal = journal;
    }

    void add(Server server) {
        servers.put(server.assignment().target().name(), server);
    }

    /** Weighs everyone who can be. */
    void weighAll(Moment moment) {
        servers.forEach((name, server) -> weigh(name, server, moment));
        weigh(Weighing.MAIN, ProcessTreeProbe.ofSelf(), moment);
    }

    /** Weighs the live heap of all targets, and with it lets them collect their garbage. */
    void weighHeaps(Moment moment) {
        servers.keySet().parallelStream().forEach(name -> weighHeap(name, moment));
    }

    /** Looks once at everything around a burst for nothing: the first look costs more than all others. */
    void rehearse(Server server) {
        new WindowScale(server, watch).end(0);
    }

    /** Weighs a target that is warm. */
    void weighWarm(String target) {
        weighHeap(target, Moment.WARM);
        weigh(target, servers.get(target), Moment.WARM);
    }

    /** Looks at everything from here on. */
    void startWindow(String target) {
        startWindow(target, servers.get(target));
    }

    /** The same of a server that may not be among the targets. */
    void startWindow(String name, Server server) {
        stopsBefore = stops.of(name);
        window = new WindowScale(server, watch);
    }

    /** Writes down what was seen of a measured burst. */
    void endWindow(String target) {
        journal.add(closeWindow(target));
    }

    /** What was seen since {@link #startWindow}. */
    Window closeWindow(String target) {
        return window.end(Sampler.INTERVAL.toMillis() * (stops.of(target) - stopsBefore));
    }

    /** Samples everyone from here on. @param writer the same in all rounds */
    synchronized void startSampling(SampleWriter writer) {
        Map<String, ProcessTreeProbe> probes = new LinkedHashMap<>();
        servers.forEach(
                (name, server) -> server.pid().ifPresent(pid -> probes.put(name, ProcessTreeProbe.ofTree(pid))));
        probes.put(Weighing.MAIN, ProcessTreeProbe.ofSelf());
        samples = writer;
        sampler = Sampler.start(probes, sample -> {
            stops.see(sample);
            writer.write(sample);
        });
    }

    /** Ends the sampling of a round, whose servers are forgotten. */
    synchronized void endRound() {
        stopSampling();
        servers = new LinkedHashMap<>(); // a weighing on another thread may still go through the old ones
    }

    /** Ends the sampling. May be called again, from any thread. */
    @Override
    public synchronized void close() {
        watch.close();
        stopSampling();
        if (samples != null) {
            closeSamples();
            samples = null;
        }
    }

    private void stopSampling() {
        if (sampler != null) {
            sampler.close();
            sampler.failure().ifPresent(failure -> journal.remark("samples.csv lacks samples: " + failure));
            sampler = null;
        }
    }

    private void closeSamples() {
        try {
            samples.close();
        } catch (UncheckedIOException e) {
            journal.remark("samples.csv lacks samples: " + e.getMessage());
        }
    }

    private void weigh(String name, Server server, Moment moment) {
        server.pid().ifPresent(pid -> weigh(name, ProcessTreeProbe.ofTree(pid), moment));
    }

    private void weigh(String name, ProcessTreeProbe probe, Moment moment) {
        long atMillis = System.currentTimeMillis();
        probe.weigh().ifPresent(reading -> journal.add(new Weighing(name, moment, atMillis, reading)));
    }

    /** Lets a JVM of ours collect its garbage; what its live heap is nobody writes down. */
    void collectGarbage(String target) {
        Server server = servers.get(target);
        if (server.isOurs()) {
            server.pid().ifPresent(LiveHeapProbe::ofTree);
        }
    }

    /** A collection is work, and a pause for whoever else calls: not for a server that is not ours. */
    private void weighHeap(String name, Moment moment) {
        Server server = servers.get(name);
        if (server.pid().isEmpty()) {
            return;
        }
        LiveHeap heap = server.isOurs()
                ? LiveHeapProbe.ofTree(server.pid().get())
                : new LiveHeap.NotAvailable("it ran already, so no garbage collection is forced");
        journal.add(
                heap instanceof LiveHeap.Bytes live
                        ? new HeapWeighing(name, moment, live.bytes(), null)
                        : new HeapWeighing(name, moment, null, ((LiveHeap.NotAvailable) heap).reason()));
    }
}
