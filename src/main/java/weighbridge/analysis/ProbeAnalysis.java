package weighbridge.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import weighbridge.capacity.Answers;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.Judge;
import weighbridge.capacity.Judge.Broken;
import weighbridge.capacity.LoadAnalysis;
import weighbridge.capacity.LoadReport;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.Verdict;
import weighbridge.record.EarlyEnd;
import weighbridge.record.Host;
import weighbridge.record.Latencies.Slice;
import weighbridge.record.ProbeRecord;
import weighbridge.workload.Purpose;

/** From a probe that has ended to what it says: the same while the search goes on and whenever it is read again. */
public final class ProbeAnalysis {
    /** By so much calls may start late by the generator's own doing, whatever is promised. */
    static final double MAX_LAG_MILLIS = 10;

    /** And by this part of the tightest latency that is promised. */
    private static final double MAX_LAG_SHARE = 0.5;

    /** The latency, the errors or the rate. */
    public static final String SLO = "slo";

    /** A promise of memory. */
    public static final String MEMORY = "memory";

    /** A promise of processor time, or all that the machine has. */
    public static final String CPU = "cpu";

    /** What makes the load. */
    public static final String GENERATOR = CapacityReport.GENERATOR;

    /** From this part of the machine on a server uses all of it: the rest is the kernel's. */
    private static final double FULL_MACHINE = 0.9;

    /** So far the calls in flight of a closed load may be from its users (Little's law). */
    static final double MAX_LITTLE_DEVIATION = 0.05;

    /** From this part of the machine on others are in the way of both: below it is the kernel's work for the load. */
    private static final double MAX_OTHERS_SHARE = 0.5;

    /**
     * From more than this part of the machine on a server may be slow because of the host of the machine: a process that wanted to run did not, for
     * many milliseconds at a stretch.
     */
    private static final double MAX_STOLEN_SHARE = 0.05;

    /** From this part on the machine has no processor time left for anybody. */
    private static final double FULL_MACHINE_OF_ALL = 0.95;

    private static final String DEATH = "the server ended under this load";

    private final Host host;
    private final Judge judge;

    /** @param host that the run was made on @param judge of the target's promises */
    public ProbeAnalysis(Host host, Judge judge) {
        this.host = host;
        this.judge = judge;
    }

    /**
     * What a probe says.
     *
     * @param round that it was made in, counted from 1
     * @param slices of its calls
     */
    public ProbeReport report(int round, ProbeRecord probe, List<Slice> slices) {
        LoadReport load = LoadAnalysis.of(probe, slices);
        Double resolutionSeconds = host.cpuResolutionNanos() == null ? null : host.cpuResolutionNanos() / 1e9;
        int answered = (int) Math.min(Integer.MAX_VALUE, probe.succeeded());
        WindowAnalysis window = probe.window() == null
                ? null
                : new WindowAnalysis(probe.window(), answered, host.logicalCores(), resolutionSeconds);
        CpuReport cpu = window == null ? null : window.target();
        GeneratorReport generator = window == null ? null : window.generator();
        Long peak = probe.window() == null ? null : probe.window().peakRssBytes();
        Said said = probe.purpose().judged()
                ? judged(probe, load, slices, window, peak)
                : probe.purpose() == Purpose.CLOSED ? closed(probe, load, slices, window) : unjudged(probe);
        boolean weighed = probe.window() != null && probe.window().after().target() != null;
        return new ProbeReport(
                probe.number(),
                round,
                probe.purpose().label(),
                load,
                cores(cpu),
                generator == null ? null : cores(generator.cpu()),
                weighed ? probe.window().after().target().rssBytes() : null,
                peak,
                said.verdict(),
                said.bound(),
                said.reasons());
    }

    /** What a probe says of its load. */
    private record Said(Verdict verdict, String bound, List<String> reasons) {
        private static final Said NOTHING = new Said(Verdict.NONE, null, List.of());
    }

    private Said judged(
            ProbeRecord probe, LoadReport load, List<Slice> slices, WindowAnalysis window, Long peakRssBytes) {
        if (probe.stopped() == EarlyEnd.RUN_ENDED) {
            // So far it may have held, and what broke may be the end of the run itself.
            return new Said(Verdict.NONE, null, List.of(probe.stopped().text()));
        }
        long told = new Answers(slices).calls();
        if (told < probe.started() && probe.stopped() == null) {
            return new Said(Verdict.NONE, null, List.of("latencies of its calls are lost"));
        }
        CpuReport cpu = window == null ? null : window.target();
        long calls = probe.stopped() == EarlyEnd.SLO_BROKEN ? probe.planned() : told;
        List<Broken> broken = new ArrayList<>(
                judge.broken(load, calls, slices, peakRssBytes, cpu == null ? null : cpu.secondsPer1000Calls()));
        boolean died = probe.stopped() == EarlyEnd.SERVER_ENDED;
        if (died) {
            broken.add(0, new Broken(DEATH, Broken.Kind.CALLS));
        }
        if (broken.isEmpty()) {
            return new Said(Verdict.KEPT, null, List.of());
        }
        List<String> unwell = unwell(load, slices, window);
        boolean byCalls = broken.stream().allMatch(one -> one.kind() == Broken.Kind.CALLS);
        boolean byGenerator = !died && byCalls && !unwell.isEmpty();
        List<String> reasons = new ArrayList<>();
        broken.forEach(one -> reasons.add(one.words()));
        reasons.addAll(unwell);
        return new Said(byGenerator ? Verdict.GENERATOR : Verdict.BROKEN, bound(broken, byGenerator, cpu), reasons);
    }

    /** Only of its death a load is told that is held against nothing. */
    private static Said unjudged(ProbeRecord probe) {
        return probe.stopped() == EarlyEnd.SERVER_ENDED ? new Said(Verdict.BROKEN, SLO, List.of(DEATH)) : Said.NOTHING;
    }

    private Said closed(ProbeRecord probe, LoadReport load, List<Slice> slices, WindowAnalysis window) {
        if (probe.stopped() == EarlyEnd.SERVER_ENDED) {
            return unjudged(probe);
        }
        if (probe.stopped() != null) {
            return new Said(Verdict.NONE, null, List.of(probe.stopped().text()));
        }
        List<String> reasons = new ArrayList<>(unwell(load, slices, window));
        if (load.littleDeviation() > MAX_LITTLE_DEVIATION) {
            reasons.add(text(
                    "by Little's law users were between two calls for %.0f %% of the time",
                    100 * load.littleDeviation()));
        }
        return reasons.isEmpty() ? Said.NOTHING : new Said(Verdict.GENERATOR, GENERATOR, reasons);
    }

    /** Whether its server ended under it. */
    static boolean isOfDeath(ProbeReport probe) {
        return probe.verdict() == Verdict.BROKEN && probe.reasons().contains(DEATH);
    }

    private static String bound(List<Broken> broken, boolean byGenerator, CpuReport cpu) {
        if (byGenerator) {
            return GENERATOR;
        }
        if (broken.stream().anyMatch(one -> one.kind() == Broken.Kind.MEMORY)) {
            return MEMORY;
        }
        boolean promised = broken.stream().anyMatch(one -> one.kind() == Broken.Kind.CPU);
        return promised || cpu != null && cpu.machineShare() >= FULL_MACHINE ? CPU : SLO;
    }

    private Double cores(CpuReport cpu) {
        return cpu == null ? null : cpu.machineShare() * host.logicalCores();
    }

    /** Why a promise that was broken says nothing of the server; empty where it does. @param window null where none was seen */
    private List<String> unwell(LoadReport load, List<Slice> slices, WindowAnalysis window) {
        List<String> unwell = new ArrayList<>();
        if (window != null && window.generator() != null) {
            machine(window).ifPresent(unwell::add);
            GeneratorCheck.faults(window.generator()).forEach(fault -> unwell.add("the generator " + fault.words()));
        }
        double most = Math.min(MAX_LAG_MILLIS, MAX_LAG_SHARE * judge.tightestMillis());
        if (load.lag() != null
                && load.lag().generatorP99() != null
                && load.lag().generatorP99() > most) {
            unwell.add(text(
                    "the generator itself started calls late, by %.1f ms (p99)",
                    load.lag().generatorP99()));
        }
        if (judge.isPoolTooSmall(slices)) {
            unwell.add(text("most of the time all %d users had a call in flight: give more with -Dpool", load.pool()));
        }
        return unwell;
    }

    /** Whether the processors of the machine were somebody else's than the server's. */
    private Optional<String> machine(WindowAnalysis window) {
        Double stolen = window.stolenShare();
        if (stolen != null && stolen > MAX_STOLEN_SHARE) {
            return Optional.of(text("the host took %.0f %% of the machine's processor time for others", 100 * stolen));
        }
        if (window.target() == null || window.othersShare() == null) {
            return Optional.empty();
        }
        double server = window.target().machineShare();
        double own = window.generator().cpu().machineShare();
        double others = window.othersShare();
        if (others > MAX_OTHERS_SHARE) {
            return Optional.of(text("others took %.0f %% of the machine's processor time", 100 * others));
        }
        int cores = host.logicalCores();
        return 2 * own > server && own + server + others >= FULL_MACHINE_OF_ALL
                ? Optional.of(text(
                        "the machine's %d cores were all busy, %.2f of them with the generator and %.2f with the server",
                        cores, own * cores, server * cores))
                : Optional.empty();
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
