package weighbridge.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.analysis.BurstReport.Failure;
import weighbridge.analysis.Remark.Weight;
import weighbridge.analysis.Report.Verdict;
import weighbridge.analysis.Report.Warmup;
import weighbridge.capacity.LoadReport;
import weighbridge.capacity.SloJudge;
import weighbridge.record.Outcome;
import weighbridge.record.ProbeRecord;
import weighbridge.record.Recording;
import weighbridge.record.RoundRecording;
import weighbridge.record.TargetRecord;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.Purpose;
import weighbridge.workload.Steadiness;
import weighbridge.workload.Steady;
import weighbridge.workload.Workload;

/** Whether the figures of a run can be relied on, and what a reader has to know. */
final class Judgement {
    /** A live heap that grows by less than this is not called a leak: caches and pools of a server settle in such steps. */
    static final long MIN_LEAK_BYTES = 700 * 1024;

    /** From this part of the machine on others are worth a word; below it is mostly the kernel's work for the burst. */
    static final double MAX_OTHERS_SHARE = 0.3;

    private final Recording recording;
    private final List<Remark> remarks = new ArrayList<>();
    private int round;

    private Judgement(Recording recording) {
        this.recording = recording;
    }

    /** @param rounds what each round says of its targets */
    static Verdict of(Recording recording, Warmup generatorWarmup, List<List<TargetReport>> rounds) {
        Judgement judgement = new Judgement(recording);
        List<String> faults = judgement.run();
        List<String> notes = new ArrayList<>();
        List<TargetReport> all = rounds.stream().flatMap(List::stream).toList();
        if (judgement.workload() instanceof BurstLoad
                && all.stream().anyMatch(target -> target.burst().calls() > 0)) {
            generatorWarmup(generatorWarmup).ifPresent(notes::add);
        }
        judgement.cores(all).ifPresent(notes::add);
        for (int index = 0; index < rounds.size(); index++) {
            judgement.round = index + 1;
            judgement.cutOff(recording.rounds().get(index));
            judgement.warmLoads(recording.rounds().get(index));
            rounds.get(index).stream()
                    .filter(target -> target.burst().calls() > 0)
                    .forEach(judgement::target);
        }
        List<Remark.Merged> merged =
                Remark.merge(judgement.remarks, recording.run().settings().rounds(), measuredRounds(all));
        merged.forEach(remark -> (remark.isFault() ? faults : notes).add(remark.text()));
        return Verdict.of(faults, notes);
    }

    private static Optional<String> generatorWarmup(Warmup warmup) {
        if (warmup.bursts() == 0) {
            return Optional.of(
                    "the generator had no bursts at a server that does nothing, so whether it was warm is not known");
        }
        return Boolean.FALSE.equals(warmup.steady())
                ? Optional.of(text(
                        "the generator is not steady: after %d bursts at a server that does nothing they still differed, so"
                                + " the machine may be busy with something else",
                        warmup.bursts()))
                : Optional.empty();
    }

    private static Map<String, Integer> measuredRounds(List<TargetReport> all) {
        return all.stream()
                .filter(target -> target.burst().calls() > 0)
                .collect(Collectors.groupingBy(TargetReport::name, Collectors.summingInt(target -> 1)));
    }

    /** An affinity or a quota is handed down, so it mostly holds for the targets too. */
    private Optional<String> cores(List<TargetReport> targets) {
        int machine = recording.run().environment().logicalCores();
        return targets.stream()
                .map(target -> target.window().generator())
                .filter(generator -> generator != null && generator.cores() != null && generator.cores() < machine)
                .findFirst()
                .map(generator -> text(
                        "the generator may use only %.2f of the machine's %d cores, and so may what it started",
                        generator.cores(), machine));
    }

    /** What is wrong with the run as a whole. */
    private List<String> run() {
        List<String> faults = new ArrayList<>(recording.remarks());
        faults.addAll(recording.run().remarks());
        if (!recording.run().complete()) {
            faults.add("the run was cut off or could not be kept: what is told is what is left of it");
        }
        return faults;
    }

    private void cutOff(RoundRecording part) {
        for (TargetRecord target : part.round().targets()) {
            int ended = part.calls().get(target.name()).size();
            if (target.outcome() instanceof Outcome.NotReached && ended > 0) {
                add(
                        Weight.LOSS,
                        target.name(),
                        "%s: its measured %s was cut off: %d of its calls are in the log and in no figure",
                        target.name(),
                        workload() instanceof BurstLoad ? "burst" : "load",
                        ended);
            }
        }
    }

    /** Of loads that were to go on until the server answered as fast as a moment before. */
    private void warmLoads(RoundRecording part) {
        List<ProbeRecord> last = Stream.of(Purpose.WARM_UP, Purpose.GENERATOR)
                .flatMap(purpose -> part.round().lastProbes(purpose).stream())
                .toList();
        for (ProbeRecord probe : last) {
            if (probe.stopped() == null && probe.succeeded() > 0) {
                add(
                        Weight.NOTE,
                        probe.target(),
                        "%s: not steady after %d s of warm-up: what was measured may be partly a cold server's, or one's that"
                                + " cannot keep up",
                        probe.target(),
                        probe.millis() / 1000);
            }
        }
    }

    private void add(Weight weight, String target, String format, Object... arguments) {
        remarks.add(new Remark(target, format, text(format, arguments), weight, round));
    }

    private Workload workload() {
        return recording.run().settings().workload();
    }

    private void target(TargetReport target) {
        long asked = workload() instanceof BurstLoad bursts
                ? bursts.calls()
                : target.load() == null ? 0 : target.load().calls();
        if (target.measured() && target.burst().calls() != asked) {
            add(
                    Weight.LOSS,
                    target.name(),
                    "%s: %d calls were asked for, %d are in the log",
                    target.name(),
                    asked,
                    target.burst().calls());
        }
        generator(target);
        if (workload() instanceof Steady && target.load() != null) {
            steady(target.name(), target.load());
        }
        if (recording.run().settings().rounds() > 1 && target.burst().successRatio() < 1) {
            // The lines of the summary are those of one round, in which all calls may have succeeded.
            add(
                    Weight.NOTE,
                    target.name(),
                    "%s: %d of its %d calls failed",
                    target.name(),
                    target.burst().failures().stream().mapToInt(Failure::calls).sum(),
                    target.burst().calls());
        }
        if (Boolean.FALSE.equals(target.warmup().steady())) {
            add(
                    Weight.NOTE,
                    target.name(),
                    target.warmup().bursts() < 2 * Steadiness.BURSTS
                            ? "%s: not steady: too few warm-up bursts (%d) to tell, so its measured one may be partly a cold one"
                            : "%s: not steady: its %d warm-up bursts still differed, so its measured one may be partly a cold one",
                    target.name(),
                    target.warmup().bursts());
        }
        if (target.window().othersShare() != null && target.window().othersShare() > MAX_OTHERS_SHARE) {
            add(
                    Weight.NOTE,
                    target.name(),
                    "%s: %.0f %% of the machine's processor time went to others in its window: on a quiet machine it may be"
                            + " faster",
                    target.name(),
                    100 * target.window().othersShare());
        }
        if (target.window().generator() != null && target.window().cpu() == null && !target.notWeighed()) {
            add(
                    Weight.NOTE,
                    target.name(),
                    "%s: processes ended or left its tree during the burst, so its processor time is not known",
                    target.name());
        }
        leak(target);
    }

    /** Whether a steady load was the one that was asked for. */
    private void steady(String name, LoadReport load) {
        if (load.lag() != null
                && load.lag().generatorP99() != null
                && load.lag().generatorP99() > ProbeAnalysis.MAX_LAG_MILLIS) {
            add(
                    Weight.SPOILT_ROUND,
                    name,
                    "%s: the generator itself started calls late, by %.1f ms (p99): the figures of this target are at least partly"
                            + " the generator's",
                    name,
                    load.lag().generatorP99());
        }
        if (load.offeredCallsPerSecond() != null
                && load.startedCallsPerSecond() < SloJudge.LEAST_ACHIEVED * load.offeredCallsPerSecond()) {
            add(
                    Weight.NOTE,
                    name,
                    "%s: only %,.0f of %,.0f calls/s were started; %,d of %,d calls waited until one of %d users was free",
                    name,
                    load.startedCallsPerSecond(),
                    load.offeredCallsPerSecond(),
                    load.poolDryCalls(),
                    load.calls(),
                    load.pool());
        }
        if (load.littleDeviation() != null && load.littleDeviation() > ProbeAnalysis.MAX_LITTLE_DEVIATION) {
            add(
                    Weight.NOTE,
                    name,
                    "%s: by Little's law the users were between two calls for %.0f %% of the time: the load was that of fewer users",
                    name,
                    100 * load.littleDeviation());
        }
    }

    private void generator(TargetReport target) {
        if (target.window().generator() != null) {
            GeneratorCheck.faults(target.window().generator())
                    .forEach(fault -> remarks.add(new Remark(
                            target.name(),
                            fault.getClass().getName(),
                            target.name() + ": the generator " + GeneratorCheck.words(fault)
                                    + ": the figures of this target are at least partly the generator's",
                            Weight.SPOILT_ROUND,
                            round)));
        }
        if (workload() instanceof BurstLoad
                && GeneratorCheck.startedLate(
                        target.burst().startSpreadMillis(),
                        recording.run().settings().timeoutMillis())) {
            add(
                    Weight.SPOILT_ROUND,
                    target.name(),
                    "%s: the calls started over %d ms and not at once: the generator could not keep up",
                    target.name(),
                    target.burst().startSpreadMillis());
        }
        if (target.floor() != null && target.floor().successRatio() < 1) {
            add(
                    Weight.SPOILT_ROUND,
                    target.name(),
                    "%s: even a server that does nothing answered only %.1f %% of the calls right before: the generator is"
                            + " too slow for this timeout",
                    target.name(),
                    Math.floor(target.floor().successRatio() * 1000) / 10);
        }
    }

    /**
     * Only what the measured calls left behind after a garbage collection: growth of a heap alone is no leak. Nor is what
     * the first calls of a cold server leave, who loads its classes for them, or what failed calls hold until they end.
     */
    private void leak(TargetReport target) {
        MemoryReport.LiveHeap heap = target.memory().liveHeap();
        if (target.cold() == null
                || target.burst().successRatio() < 1
                || heap == null
                || heap.retainedBytes() == null) {
            return;
        }
        if (heap.retainedBytes() >= MIN_LEAK_BYTES) {
            double mebibytes = heap.retainedBytes() / 1024.0 / 1024.0;
            add(
                    Weight.NOTE,
                    target.name(),
                    "%s: %d calls left %.2f MiB of live heap behind (%.2f MiB per 1,000 calls): this looks like a leak; a"
                            + " longer run tells it from a cache that fills",
                    target.name(),
                    target.burst().calls(),
                    mebibytes,
                    mebibytes * 1000 / target.burst().calls());
        }
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
