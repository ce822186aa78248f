package weighbridge.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weighbridge.capacity.Judge;
import weighbridge.capacity.Judge.Broken;
import weighbridge.capacity.LoadAnalysis;
import weighbridge.capacity.LoadReport;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.Verdict;
import weighbridge.load.Purpose;
import weighbridge.recording.Latencies.Slice;
import weighbridge.recording.ProbeRecord;
import weighbridge.sample.Host;

/** From a probe that has ended to what it says: the same while the search goes on and whenever it is read again. */
public final class ProbeAnalysis {
    /** By so much calls may start late by the generator's own doing, whatever is promised. */
    private static final double MAX_LAG_MILLIS = 10;

    /** And by this part of the tightest latency that is promised. */
    private static final double MAX_LAG_SHARE = 0.5;

    /** The latency, the errors or the rate. */
    public static final String SLO = "slo";

    /** A promise of memory. */
    public static final String MEMORY = "memory";

    /** A promise of processor time, or all that the machine has. */
    public static final String CPU = "cpu";

    /** What makes the load. */
    public static final String GENERATOR = "generator";

    /** From this part of the machine on a server uses all of it: the rest is the kernel's. */
    private static final double FULL_MACHINE = 0.9;

    /** So far the calls in flight may be from the users that were asked for (Little's law). */
    private static final double MAX_LITTLE_DEVIATION = 0.05;

    /** From this part of the machine on others are in the way of both: below it is the kernel's work for the load. */
    private static final double MAX_OTHERS_SHARE = 0.5;

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
        Verdict verdict = Verdict.NONE;
        String bound = null;
        List<String> reasons = new ArrayList<>();
        if (probe.purpose().judged()) {
            List<Broken> broken = judge.broken(load, slices, peak, cpu == null ? null : cpu.secondsPer1000Calls());
            List<String> unwell = broken.isEmpty()
                    ? List.of()
                    : unwell(load, generator, window == null ? null : window.othersShare());
            broken.forEach(one -> reasons.add(one.words()));
            reasons.addAll(unwell);
            boolean byCalls = broken.stream().allMatch(one -> one.kind() == Broken.Kind.CALLS);
            verdict =
                    broken.isEmpty() ? Verdict.KEPT : byCalls && !unwell.isEmpty() ? Verdict.GENERATOR : Verdict.BROKEN;
        }
        if (probe.purpose() == Purpose.CLOSED) {
            reasons.addAll(unwell(load, generator, window == null ? null : window.othersShare()));
            if (load.littleDeviation() > MAX_LITTLE_DEVIATION) {
                reasons.add(String.format(
                        Locale.ROOT,
                        "by Little's law users were between two calls for %.0f %% of the time",
                        100 * load.littleDeviation()));
            }
            verdict = reasons.isEmpty() ? Verdict.NONE : Verdict.GENERATOR;
            bound = reasons.isEmpty() ? null : GENERATOR;
        }
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
                verdict,
                bound,
                reasons);
    }

    private static String bound(List<Broken> broken, boolean byGenerator, CpuReport cpu) {
        if (broken.isEmpty()) {
            return null;
        }
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

    private List<String> unwell(LoadReport load, GeneratorReport generator, Double othersShare) {
        List<String> unwell = new ArrayList<>();
        if (othersShare != null && othersShare > MAX_OTHERS_SHARE) {
            unwell.add(String.format(
                    Locale.ROOT, "others took %.0f %% of the machine's processor time", 100 * othersShare));
        }
        if (generator != null) {
            GeneratorCheck.faults(generator).forEach(fault -> unwell.add("the generator " + fault.words()));
        }
        double most = Math.min(MAX_LAG_MILLIS, MAX_LAG_SHARE * judge.tightestMillis());
        if (load.lag() != null
                && load.lag().generatorP99() != null
                && load.lag().generatorP99() > most) {
            unwell.add(String.format(
                    Locale.ROOT,
                    "the generator itself started calls late, by %.1f ms (p99)",
                    load.lag().generatorP99()));
        }
        return unwell;
    }
}
