package weighbridge.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import weighbridge.launch.Server;
import weighbridge.recording.Peak;
import weighbridge.recording.RunJournal;
import weighbridge.recording.SampleWriter;
import weighbridge.recording.Weighing;
import weighbridge.recording.Weighing.Moment;
import weighbridge.sample.PeakMemory;
import weighbridge.sample.ProcessTreeProbe;
import weighbridge.sample.Sampler;

/** Weighs the servers and ourselves, and writes down what the scale says. */
final class Scale implements AutoCloseable {
    private final RunJournal journal;
    private final Map<String, Long> pids = new LinkedHashMap<>();
    private Optional<PeakMemory> peak = Optional.empty();
    private Sampler sampler;
    private SampleWriter samples;

    Scale(RunJournal journal) {
        this.journal = journal;
    }

    void add(Server server) {
        pids.put(server.assignment().target().name(), server.pid());
    }

    /** Weighs everyone. */
    void weighAll(Moment moment) {
        pids.forEach((name, pid) -> weigh(name, ProcessTreeProbe.ofTree(pid), moment));
        weigh(Weighing.MAIN, ProcessTreeProbe.ofSelf(), moment);
    }

    /** Weighs a target before its measured burst, and lets the kernel's high-water mark start from here. */
    void startWindow(String target) {
        ProcessTreeProbe probe = ProcessTreeProbe.ofTree(pids.get(target));
        weigh(target, probe, Moment.WARM);
        peak = probe.startPeak();
    }

    /** Weighs a target after its measured burst. */
    void endWindow(String target) {
        peak.ifPresent(since -> since.readBytes().ifPresent(bytes -> journal.add(new Peak(target, bytes))));
        weigh(target, ProcessTreeProbe.ofTree(pids.get(target)), Moment.LOADED);
    }

    /** Samples everyone from here on. */
    synchronized void startSampling(SampleWriter writer) {
        Map<String, ProcessTreeProbe> probes = new LinkedHashMap<>();
        pids.forEach((name, pid) -> probes.put(name, ProcessTreeProbe.ofTree(pid)));
        probes.put(Weighing.MAIN, ProcessTreeProbe.ofSelf());
        samples = writer;
        sampler = Sampler.start(probes, writer::write);
    }

    /** Ends the sampling. May be called again, from any thread. */
    @Override
    public synchronized void close() {
        if (sampler != null) {
            sampler.close();
            sampler.failure().ifPresent(failure -> System.err.println("samples.csv lacks samples: " + failure));
            samples.close();
            sampler = null;
        }
    }

    private void weigh(String name, ProcessTreeProbe probe, Moment moment) {
        long atMillis = System.currentTimeMillis();
        probe.weigh().ifPresent(reading -> journal.add(new Weighing(name, moment, atMillis, reading)));
    }
}
