package weighbridge.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import weighbridge.figure.Slos;
import weighbridge.record.Latencies;
import weighbridge.record.MadeUpSample;
import weighbridge.record.Recording;
import weighbridge.record.RoundRecording;
import weighbridge.record.RunRecord;
import weighbridge.record.SampleRun;
import weighbridge.record.Samples;
import weighbridge.record.Weighing;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.Cores;
import weighbridge.workload.Settings;

/** A run that was made up, round by round. Machine and generator are those of {@link SampleRun}. */
final class MadeUpRun {
    private static final long MIB = 1024 * 1024;
    private static final int SAMPLE_MILLIS = 100;
    private static final int BETWEEN_ROUNDS_MILLIS = 1_500;

    private final List<RoundRecording> rounds = new ArrayList<>();
    private final Samples samples = new Samples();
    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> remarks = new ArrayList<>();
    private int calls = 800;
    private boolean complete = true;
    private int now = 500;

    /** So many calls were asked for in each burst. */
    MadeUpRun calls(int asked) {
        calls = asked;
        return this;
    }

    /** It was cut off before its end. */
    MadeUpRun cutOff() {
        complete = false;
        return this;
    }

    /** This went wrong. */
    MadeUpRun remark(String remark) {
        remarks.add(remark);
        return this;
    }

    /** Adds a round of these targets. */
    MadeUpRun round(List<MadeUpTarget> targets) {
        return round(targets, null);
    }

    /** Adds a round of these targets, the first of which also ran a second time, and was then like this. */
    MadeUpRun round(List<MadeUpTarget> targets, MadeUpTarget again) {
        MadeUpRound round = new MadeUpRound(rounds.size() + 1, now, calls);
        rounds.add(round.recording(targets, again));
        int end = round.endMillis() + SAMPLE_MILLIS;
        targets.stream().filter(MadeUpTarget::ran).forEach(target -> {
            names.add(target.name());
            sample(target.name(), target.rssMiB(), end);
        });
        targets.forEach(target -> names.add(target.name()));
        sample(Weighing.MAIN, 150, end);
        now = end + BETWEEN_ROUNDS_MILLIS;
        return this;
    }

    /** Its memory swells and shrinks, and it takes more and less of a processor. */
    private void sample(String name, int rssMiB, int end) {
        double cpuSeconds = 1;
        int phase = name.length();
        for (int at = now; at <= end; at += SAMPLE_MILLIS) {
            long wave = Math.round(MIB * rssMiB * 0.2 * Math.sin(phase + at / 900.0));
            samples.add(MadeUpSample.of(name, MadeUpRound.LOG_STARTED_AT + at, MIB * rssMiB + wave, cpuSeconds));
            cpuSeconds += SAMPLE_MILLIS / 1000.0 * (0.5 + 0.5 * Math.sin(phase + at / 700.0));
        }
    }

    /** The page's case of this name. */
    PageCase as(String name) {
        return PageCase.of(name, recording());
    }

    /** What such a run leaves. */
    Recording recording() {
        Settings like = SampleRun.record().settings();
        RunRecord run = new RunRecord(
                RunRecord.SCHEMA,
                "burstsimulation-20261123101531000",
                SampleRun.record().simulation(),
                SampleRun.record().startedAt(),
                complete,
                new Settings(
                        List.copyOf(names),
                        new BurstLoad(calls, ((BurstLoad) like.workload()).warmup()),
                        like.timeout(),
                        like.port(),
                        like.settle(),
                        like.strict(),
                        rounds.size(),
                        rounds.size() == 1 ? null : 4711L,
                        Slos.of(List.of("p99 < 50 ms")),
                        null,
                        List.of(),
                        new Cores.Shared(),
                        List.of()),
                SampleRun.record().environment(),
                SampleRun.record().main(),
                rounds.stream().map(RoundRecording::round).toList(),
                remarks);
        boolean called = rounds.stream()
                .flatMap(round -> round.calls().values().stream())
                .anyMatch(some -> some.size() > 0);
        return new Recording(
                run, called ? MadeUpRound.LOG_STARTED_AT : null, rounds, List.of(), Latencies.NONE, samples);
    }
}
