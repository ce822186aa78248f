package weighbridge.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.analysis.BurstReport.Failure;
import weighbridge.analysis.Finding.*;
import weighbridge.analysis.Report.Verdict;
import weighbridge.analysis.Report.Warmup;
import weighbridge.capacity.CapacityFinding.GeneratorLate;
import weighbridge.capacity.CapacityFinding.GeneratorUnwell;
import weighbridge.capacity.LoadReport;
import weighbridge.capacity.SloJudge;
import weighbridge.record.Outcome;
import weighbridge.record.Recording;
import weighbridge.record.RoundRecording;
import weighbridge.record.TargetRecord;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Cores;
import weighbridge.workload.Purpose;
import weighbridge.workload.Settings;
import weighbridge.workload.Steadiness;
import weighbridge.workload.Steady;

/** Whether the figures of a run can be relied on, and what a reader has to know. */
final class Judgement {
    /** A live heap that grows by less than this is not called a leak: caches and pools of a server settle in such steps. */
    static final long MIN_LEAK_BYTES = 700 * 1024;

    /** Less than this given back and not yet taken changes no picture of a server. */
    static final long MIN_LAZY_FREE_BYTES = 16 << 20;

    /** From this share of the machine on other processes are worth a remark; below it is mostly the kernel's work for the burst. */
    static final double MAX_OTHERS_SHARE = 0.3;

    /** Beyond this share of the machine a figure is made by the others, and not by the target. */
    static final double MOST_OTHERS_SHARE = 0.5;

    /** In which the machine's CPU time is told, for each core. */
    private static final double TICK_SECONDS = 0.01;

    private final Recording recording;
    private final Settings settings;
    private final List<Remark> ofTargets = new ArrayList<>();
    private int round;

    private Judgement(Recording recording) {
        this.recording = recording;
        this.settings = recording.run().settings();
    }

    /** @param rounds what each round says of its targets */
    static Verdict of(Recording recording, Warmup generatorWarmup, List<List<TargetReport>> rounds) {
        return new Judgement(recording).verdict(generatorWarmup, rounds);
    }

    private Verdict verdict(Warmup generatorWarmup, List<List<TargetReport>> rounds) {
        List<TargetReport> called = rounds.stream()
                .flatMap(List::stream)
                .filter(Judgement::isCalled)
                .toList();
        List<Finding> notes = new ArrayList<>();
        if (isOfBursts() && !called.isEmpty()) {
            generatorWarmup(generatorWarmup, notes);
        }
        cores(rounds, notes);
        for (RoundRecording part : recording.rounds()) {
            round++;
            cutOff(part);
            rounds.get(round - 1)
                    .forEach(target -> ProcessFindings.of(part, target).forEach(found -> add(target.name(), found)));
            warmLoads(part);
            rounds.get(round - 1).stream().filter(Judgement::isCalled).forEach(this::target);
            rounds.get(round - 1).stream().filter(target -> !isCalled(target)).forEach(this::allLost);
        }
        Map<String, Long> measuredRounds =
                called.stream().collect(Collectors.groupingBy(TargetReport::name, Collectors.counting()));
        Map<Boolean, List<Remark>> byFault =
                merged().stream().collect(Collectors.partitioningBy(remark -> isFault(remark, measuredRounds)));
        return Verdict.of(
                Stream.concat(ofRun(), byFault.get(true).stream()).toList(),
                Stream.concat(notes.stream().map(Remark::ofRun), byFault.get(false).stream())
                        .toList(),
                MiddleRound.names(rounds));
    }

    private static Finding notSteady(Warmup warmup) {
        int bursts = warmup.bursts();
        if (warmup.stillBusy() != null) {
            return new StillBusy(bursts);
        }
        if (warmup.stillCheaper() != null) {
            return new StillCheaper(bursts);
        }
        return bursts < 2 * Steadiness.BURSTS ? new TooFewWarmUps(bursts) : new NotSteady(bursts);
    }

    /** Findings of one kind at one target as one remark, with the numbers of the first. */
    private List<Remark> merged() {
        return ofTargets.stream()
                .collect(Collectors.groupingBy(
                        remark -> List.of(remark.target(), remark.finding().kind()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(same -> new Remark(
                        same.get(0).finding(),
                        same.get(0).target(),
                        same.get(0).round(),
                        same.size(),
                        settings.rounds()))
                .toList();
    }

    private static boolean isFault(Remark remark, Map<String, Long> measuredRounds) {
        return switch (remark.finding().weight()) {
            case LOSS -> true;
            case SPOILT_ROUND -> 2 * remark.seen() >= measuredRounds.get(remark.target());
            case NOTE -> false;
        };
    }

    private static boolean isCalled(TargetReport target) {
        return target.burst().calls() > 0;
    }

    private boolean isOfBursts() {
        return settings.workload() instanceof BurstLoad;
    }

    /** What is wrong with the run as a whole. */
    private Stream<Remark> ofRun() {
        Stream<Finding> damage = recording.damage().stream().map(Damaged::new);
        Stream<Finding> recorded = Stream.concat(
                damage,
                Stream.concat(recording.remarks().stream(), recording.run().remarks().stream())
                        .map(Recorded::new));
        Stream<Finding> cutOff = recording.run().complete() ? Stream.of() : Stream.of(new RunCutOff());
        return Stream.concat(recorded, cutOff).map(Remark::ofRun);
    }

    private static void generatorWarmup(Warmup warmup, List<Finding> notes) {
        if (warmup.bursts() == 0) {
            notes.add(new GeneratorNotWarmed());
        } else if (Boolean.FALSE.equals(warmup.steady())) {
            notes.add(new GeneratorNotSteady(warmup.bursts()));
        }
    }

    /** An affinity or a quota is handed down, so it mostly holds for the targets too; not where each has cores of its own. */
    private void cores(List<List<TargetReport>> rounds, List<Finding> notes) {
        if (settings.cores() instanceof Cores.Listed) {
            return;
        }
        int machine = recording.run().environment().logicalCores();
        rounds.stream()
                .flatMap(List::stream)
                .map(target -> target.window().generator())
                .filter(generator -> generator != null && generator.cores() != null && generator.cores() < machine)
                .findFirst()
                .ifPresent(generator -> notes.add(new FewerCores(generator.cores(), machine)));
    }

    private void add(String target, Finding finding) {
        ofTargets.add(new Remark(finding, target, round, 1, settings.rounds()));
    }

    private void cutOff(RoundRecording part) {
        for (TargetRecord target : part.round().targets()) {
            long ended = part.ended(target.name());
            if (target.outcome().is() == Outcome.Kind.NOT_REACHED && ended > 0) {
                add(target.name(), new LoadCutOff(isOfBursts(), ended));
            }
        }
    }

    /** Loads that were to go on until the server answered as fast as a moment before. */
    private void warmLoads(RoundRecording part) {
        Stream.concat(
                        part.round().lastProbes(Purpose.WARM_UP).stream(),
                        part.round().probes().stream().filter(probe -> probe.purpose() == Purpose.GENERATOR))
                .filter(probe -> probe.stopped() == null && probe.succeeded() > 0)
                .forEach(probe -> add(probe.target(), new NotSteadyUnderLoad(probe.millis() / 1000)));
    }

    /** Of a search the log holds only the calls of the loads that confirmed a rate. */
    private void allLost(TargetReport target) {
        long asked = target.asked(settings.workload());
        if (target.measured() && asked > 0 && !(settings.workload() instanceof CapacitySearch)) {
            add(target.name(), new CallsMissing(asked, 0));
        }
    }

    private void target(TargetReport target) {
        String name = target.name();
        BurstReport burst = target.burst();
        long asked = target.asked(settings.workload());
        if (target.measured() && burst.calls() != asked) {
            add(name, new CallsMissing(asked, burst.calls()));
        }
        generator(target);
        if (settings.workload() instanceof Steady && target.load() != null) {
            steady(name, target.load());
        }
        if (settings.rounds() > 1 && burst.successRatio() < 1) {
            // The lines of the summary are those of one round, in which all calls may have succeeded.
            int failed = burst.failures().stream().mapToInt(Failure::calls).sum();
            add(name, new CallsFailed(failed, burst.calls()));
        }
        if (Boolean.FALSE.equals(target.warmup().steady())) {
            add(name, notSteady(target.warmup()));
        }
        SocketReport sockets = target.window().sockets();
        if (sockets != null && sockets.connectionsReopened() != null && sockets.connectionsReopened() > 0) {
            add(name, new ConnectionsReopened(sockets.connectionsReopened(), burst.calls()));
        }
        Double others = target.window().othersShare();
        if (others != null && others > MAX_OTHERS_SHARE) {
            add(name, isTaken(others, burst) ? new MachineTaken(others) : new NoisyMachine(others));
        }
        memory(target);
        leak(target);
    }

    /** A short burst is over within a few of the machine's ticks, one of which may be somebody else's by chance. */
    private boolean isTaken(double othersShare, BurstReport burst) {
        int cores = recording.run().environment().logicalCores();
        double beyondSeconds =
                burst.windowSeconds() == null ? 0 : (othersShare - MOST_OTHERS_SHARE) * burst.windowSeconds() * cores;
        return beyondSeconds > TICK_SECONDS * (cores + 1);
    }

    /** What RSS says of the target beyond what it takes, and what nobody may see of it. */
    private void memory(TargetReport target) {
        MemoryReport memory = target.memory();
        Stream.of(memory.settled(), memory.after(), memory.warm(), memory.idle())
                .filter(weight -> weight != null && weight.repeatedBytes() != null)
                .findFirst()
                .ifPresent(weight -> add(target.name(), new PagesRepeated(weight.rssBytes(), weight.pssBytes())));
        if (memory.settled() != null
                && memory.settled().lazyFreeBytes() != null
                && memory.settled().lazyFreeBytes() >= MIN_LAZY_FREE_BYTES) {
            add(target.name(), new LazilyFree(memory.settled().lazyFreeBytes()));
        }
        boolean linux = recording.run().environment().system().equals("Linux");
        if (linux && memory.settled() != null && memory.settled().pssBytes() == null) {
            add(target.name(), new NotLookedInto());
        }
    }

    private void generator(TargetReport target) {
        if (target.window().generator() != null) {
            GeneratorCheck.faults(target.window().generator())
                    .forEach(fault -> add(target.name(), new GeneratorOverloaded(new GeneratorUnwell(fault))));
        }
        int spread = target.burst().startSpreadMillis();
        if (isOfBursts() && GeneratorCheck.startedLate(spread, settings.timeoutMillis())) {
            add(target.name(), new StartsSpread(spread));
        }
        if (target.floor() != null && target.floor().successRatio() < 1) {
            add(target.name(), new FloorFailed(target.floor().successRatio()));
        }
    }

    /** Whether a steady load was the one that was asked for. */
    private void steady(String name, LoadReport load) {
        Double late = load.lag() == null ? null : load.lag().generatorP99();
        if (late != null && late > ProbeAnalysis.MAX_LAG_MILLIS) {
            add(name, new GeneratorOverloaded(new GeneratorLate(late)));
        }
        Double offered = load.offeredCallsPerSecond();
        double started = load.startedCallsPerSecond();
        if (offered != null && started < SloJudge.LEAST_ACHIEVED * offered) {
            add(name, new RateNotStarted(started, offered, load.poolDryCalls(), load.calls(), load.pool()));
        }
        if (load.littleDeviation() != null && load.littleDeviation() > ProbeAnalysis.MAX_LITTLE_DEVIATION) {
            add(name, new FewerUsers(load.littleDeviation()));
        }
    }

    /**
     * Only what the measured calls left behind after a garbage collection: growth of a heap alone is no leak. Nor is what
     * the first calls of a cold server leave, which load its classes, or what failed calls hold until they end.
     */
    private void leak(TargetReport target) {
        MemoryReport.LiveHeap heap = target.memory().liveHeap();
        Long retained = heap == null ? null : heap.retainedBytes();
        boolean warm = target.cold() != null && target.burst().successRatio() >= 1;
        if (warm && retained != null && retained >= MIN_LEAK_BYTES) {
            add(target.name(), new LeakSuspected(target.burst().calls(), retained));
        }
    }
}
