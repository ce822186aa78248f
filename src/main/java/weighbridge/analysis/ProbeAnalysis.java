package weighbridge.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weighbridge.capacity.Answers;
import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityFinding.*;
import weighbridge.capacity.LoadAnalysis;
import weighbridge.capacity.LoadReport;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.SloJudge;
import weighbridge.capacity.StepVerdict;
import weighbridge.record.EarlyEnd;
import weighbridge.record.Host;
import weighbridge.record.Latencies.Slice;
import weighbridge.record.ProbeRecord;
import weighbridge.record.Reading;
import weighbridge.text.CpuList;
import weighbridge.text.Limits;
import weighbridge.workload.Cores;
import weighbridge.workload.Purpose;

/** From a load step that has ended to what it says: the same while the search goes on and whenever it is read again. */
public final class ProbeAnalysis {
    /** The generator may start calls late by this much, whatever the SLOs. */
    static final double MAX_LAG_MILLIS = 10;

    /** And by this share of the tightest latency of the SLOs. */
    private static final double MAX_LAG_SHARE = 0.5;

    /** From this share of what it may use on a server uses all of it: the rest is the kernel's. */
    private static final double FULL_MACHINE = 0.9;

    /** The calls in flight of a closed load may differ from its users by this share (Little's law). */
    static final double MAX_LITTLE_DEVIATION = 0.05;

    /**
     * Above this share of failed calls, or of the users' time that they took, a closed load is no point of the USL: calls
     * that fail at once and calls that wait for a timeout are both not what a user gets answered.
     */
    static final double MAX_CLOSED_FAILURES = 0.01;

    /** Above this share of the machine other processes are in the way; below it is the kernel's work for the load. */
    private static final double MAX_OTHERS_SHARE = 0.5;

    /** Above this share a server may be slow because of the host: a process that wanted to run waited many milliseconds. */
    private static final double MAX_STOLEN_SHARE = 0.05;

    /** From this share on the machine has no CPU time left. */
    private static final double FULL_MACHINE_OF_ALL = 0.95;

    private final Host host;
    private final Cores cores;
    private final SloJudge judge;

    /** @param host that the run was made on @param cores that servers and generator had @param judge of the target's SLOs */
    public ProbeAnalysis(Host host, Cores cores, SloJudge judge) {
        this.host = host;
        this.cores = cores;
        this.judge = judge;
    }

    /**
     * What a load step says.
     *
     * @param round that it was made in, counted from 1
     * @param slices of its calls
     */
    public ProbeReport report(int round, ProbeRecord probe, List<Slice> slices) {
        LoadReport load = LoadAnalysis.of(probe, slices);
        WindowAnalysis window = window(probe);
        CpuReport cpu = window == null ? null : window.target();
        GeneratorReport generator = window == null ? null : window.generator();
        Reading after = window == null ? null : probe.window().after().target();
        Judged judged = probe.purpose().judged()
                ? judged(probe, load, slices, window)
                : probe.purpose() == Purpose.CLOSED
                        ? closed(probe, load, slices, window)
                        : unjudged(probe, load, slices, window);
        return new ProbeReport(
                probe.number(),
                round,
                probe.purpose(),
                load,
                cores(cpu),
                generator == null ? null : cores(generator.cpu()),
                after == null ? null : after.rssBytes(),
                peakRssBytes(probe),
                probe.window() == null ? null : probe.window().peakPssBytes(),
                judged.verdict(),
                judged.bound(),
                judged.reasons());
    }

    private WindowAnalysis window(ProbeRecord probe) {
        Double resolutionSeconds = host.cpuResolutionNanos() == null ? null : host.cpuResolutionNanos() / 1e9;
        int answered = (int) Math.min(Integer.MAX_VALUE, probe.succeeded());
        return probe.window() == null
                ? null
                : new WindowAnalysis(probe.window(), answered, host.logicalCores(), resolutionSeconds);
    }

    private static Long peakRssBytes(ProbeRecord probe) {
        return probe.window() == null ? null : probe.window().peakRssBytes();
    }

    /** As an SLO takes it. */
    private static Long peakBytes(ProbeRecord probe) {
        Long pss = probe.window() == null ? null : probe.window().peakPssBytes();
        return pss == null ? peakRssBytes(probe) : pss;
    }

    private record Judged(StepVerdict verdict, Bound bound, List<Reason> reasons) {
        private static Judged nothing(Reason... reasons) {
            return new Judged(StepVerdict.UNJUDGED, null, List.of(reasons));
        }
    }

    private Judged judged(ProbeRecord probe, LoadReport load, List<Slice> slices, WindowAnalysis window) {
        if (probe.stopped() == EarlyEnd.RUN_ENDED) {
            return Judged.nothing(new Ended(probe.stopped())); // the end of the run itself may have broken it
        }
        long ended = new Answers(slices).calls();
        if (ended < probe.started() && probe.stopped() == null) {
            return Judged.nothing(new LatenciesLost());
        }
        CpuReport cpu = window == null ? null : window.target();
        Double cpuSeconds = cpu == null ? null : cpu.secondsPer1000Calls();
        boolean died = probe.stopped() == EarlyEnd.SERVER_ENDED;
        List<Reason> reasons = new ArrayList<>();
        if (died) {
            reasons.add(new Ended(probe.stopped()));
        }
        long calls = probe.stopped() == EarlyEnd.SLO_BROKEN ? probe.planned() : ended;
        reasons.addAll(judge.broken(load, calls, slices, peakBytes(probe), cpuSeconds));
        if (reasons.isEmpty()) {
            return new Judged(StepVerdict.KEPT, null, reasons);
        }
        Bound bound =
                isKilledForMemory(window) ? Bound.MEMORY : bound(reasons, cpu, isThrottled(window) ? 0 : cpus(window));
        boolean byCalls = reasons.stream().allMatch(reason -> reason.bound() == Bound.SLO);
        if (isThrottled(window) && cpu != null && cores(cpu) >= FULL_MACHINE * cpus(window)) {
            // It had no CPU time left, however late the generator was: answers to calls that were held back come all at
            // once.
            return new Judged(StepVerdict.BROKEN, bound, reasons);
        }
        List<Reason> overload = overload(load, slices, window);
        reasons.addAll(overload);
        return died || !byCalls || overload.isEmpty()
                ? new Judged(StepVerdict.BROKEN, bound, reasons)
                : new Judged(StepVerdict.INCONCLUSIVE, Bound.GENERATOR, reasons);
    }

    /** What the server may use: the machine or its processors of it, or less by a limit of its own control group. */
    private double cpus(WindowAnalysis window) {
        int most = cores.ofServers().map(CpuList::count).orElse(host.logicalCores());
        Limits limits = window == null ? null : window.limits();
        return limits == null || limits.cpus() == null ? most : Math.min(limits.cpus(), most);
    }

    private static boolean isKilledForMemory(WindowAnalysis window) {
        Long kills = window == null ? null : window.oomKills();
        return kills != null && kills > 0;
    }

    /** Then CPU time is what it waited for, whatever call was the first to be too slow. */
    private static boolean isThrottled(WindowAnalysis window) {
        Throttling throttled = window == null ? null : window.throttled();
        return throttled != null && throttled.inMostPeriods();
    }

    private Bound bound(List<Reason> broken, CpuReport cpu, double cpus) {
        List<Bound> bounds = broken.stream().map(Reason::bound).toList();
        if (bounds.contains(Bound.MEMORY)) {
            return Bound.MEMORY;
        }
        boolean full = cpu != null && cores(cpu) >= FULL_MACHINE * cpus;
        return full || bounds.contains(Bound.CPU) ? Bound.CPU : Bound.SLO;
    }

    /** An unjudged step reports only whether the server ended, and beyond the capacity whether the generator kept up. */
    private Judged unjudged(ProbeRecord probe, LoadReport load, List<Slice> slices, WindowAnalysis window) {
        if (probe.stopped() == EarlyEnd.SERVER_ENDED) {
            return new Judged(StepVerdict.BROKEN, Bound.SLO, List.of(new Ended(probe.stopped())));
        }
        return probe.purpose() == Purpose.OVERLOAD
                ? new Judged(StepVerdict.UNJUDGED, null, overload(load, slices, window))
                : Judged.nothing();
    }

    private Judged closed(ProbeRecord probe, LoadReport load, List<Slice> slices, WindowAnalysis window) {
        if (probe.stopped() != null) {
            return probe.stopped() == EarlyEnd.SERVER_ENDED
                    ? unjudged(probe, load, slices, window)
                    : Judged.nothing(new Ended(probe.stopped()));
        }
        List<Reason> reasons = overload(load, slices, window);
        if (load.littleDeviation() > MAX_LITTLE_DEVIATION) {
            reasons.add(new UsersPaused(load.littleDeviation()));
        }
        if (!reasons.isEmpty()) {
            return new Judged(StepVerdict.INCONCLUSIVE, Bound.GENERATOR, reasons);
        }
        Answers answers = new Answers(slices);
        double share = answers.failedShareOfTime();
        boolean failed = answers.failed() > MAX_CLOSED_FAILURES * answers.calls() || share > MAX_CLOSED_FAILURES;
        return failed ? Judged.nothing(new UsersFailed(answers.calls(), answers.failed(), share)) : Judged.nothing();
    }

    private Double cores(CpuReport cpu) {
        return cpu == null ? null : cpu.machineShare() * host.logicalCores();
    }

    /** Why a broken SLO says nothing of the server; empty where it does. @param window null where none was seen */
    private List<Reason> overload(LoadReport load, List<Slice> slices, WindowAnalysis window) {
        List<Reason> reasons = new ArrayList<>();
        if (window != null) {
            machine(window).ifPresent(reasons::add);
            GeneratorCheck.faults(window.generator()).forEach(fault -> reasons.add(new GeneratorUnwell(fault)));
        }
        Double late = load.lag() == null ? null : load.lag().generatorP99();
        if (late != null && late > Math.min(MAX_LAG_MILLIS, MAX_LAG_SHARE * judge.tightestMillis())) {
            reasons.add(new GeneratorLate(late));
        }
        if (judge.isPoolTooSmall(slices)) {
            reasons.add(new PoolTooSmall(load.pool()));
        }
        return reasons;
    }

    /** Whether others than the server had the CPUs of the machine. */
    private Optional<Reason> machine(WindowAnalysis window) {
        double stolen = window.stolenShare();
        if (stolen > MAX_STOLEN_SHARE) {
            return Optional.of(new Stolen(stolen));
        }
        Double others = window.othersShare();
        if (window.target() == null || others == null) {
            return Optional.empty();
        }
        if (others > MAX_OTHERS_SHARE) {
            return Optional.of(new OthersBusy(others));
        }
        if (cores instanceof Cores.Listed) {
            return Optional.empty(); // neither can take CPU time from the other
        }
        double server = window.target().machineShare();
        double own = window.generator().cpu().machineShare();
        int all = host.logicalCores();
        return 2 * own > server && own + server + others >= FULL_MACHINE_OF_ALL
                ? Optional.of(new CoresBusy(all, own * all, server * all))
                : Optional.empty();
    }
}
