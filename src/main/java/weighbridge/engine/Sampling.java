package weighbridge.engine;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import weighbridge.process.ProcessTreeProbe;
import weighbridge.process.Sampler;
import weighbridge.record.RunJournal;
import weighbridge.record.Sample;
import weighbridge.record.SampleWriter;
import weighbridge.record.Weighing;

/** Samples all servers and ourselves while a load goes on, round after round, and writes the samples down. */
final class Sampling implements AutoCloseable {
    private final RunJournal journal;
    private final Map<String, StoppedTime> stopped = new ConcurrentHashMap<>();
    private Map<String, ProcessTreeProbe> probes = Map.of();
    private Sampler sampler;
    private SampleWriter writer;

    Sampling(RunJournal journal) {
        this.journal = journal;
    }

    /** From here on. @param probes by the name of the server; ours comes to them */
    synchronized void start(Path file, Map<String, ProcessTreeProbe> probes) {
        writer = writer == null ? open(file) : writer;
        probes.put(Weighing.MAIN, ProcessTreeProbe.ofSelf());
        this.probes = Map.copyOf(probes);
        SampleWriter out = writer;
        sampler = Sampler.start(probes, sample -> {
            countStopped(sample);
            if (out != null) {
                out.write(sample);
            }
        });
    }

    /** Null where it cannot be made, as on a full disk: the load goes on without. */
    private SampleWriter open(Path file) {
        try {
            return new SampleWriter(file);
        } catch (UncheckedIOException e) {
            remark(e.getMessage());
            return null;
        }
    }

    private void countStopped(Sample sample) {
        stopped.computeIfAbsent(sample.name(), name -> new StoppedTime())
                .add(sample.atMillis(), sample.reading().stopped() > 0);
    }

    /** For how long so far a process of this server was stopped, as by a STOP signal: whatever it has, it cannot answer. */
    long stoppedMillis(String name) {
        StoppedTime time = stopped.get(name);
        return time == null ? 0 : time.millis();
    }

    /** How many processes of this server, seen in this round, so far ended without leaving their CPU time to anybody. */
    synchronized int lostProcesses(String name) {
        return probes.containsKey(name) ? probes.get(name).lost() : 0;
    }

    /** Until the next round. May be called again, from any thread. */
    synchronized void stop() {
        if (sampler != null) {
            sampler.close();
            sampler.failure().ifPresent(this::remark);
            sampler = null;
        }
    }

    /** Ends it for good. May be called again, from any thread. */
    @Override
    public synchronized void close() {
        stop();
        if (writer != null) {
            try {
                writer.close();
            } catch (UncheckedIOException e) {
                remark(e.getMessage());
            }
            writer = null;
        }
    }

    private void remark(String failure) {
        journal.remark("samples.csv lacks samples: " + failure);
    }
}
