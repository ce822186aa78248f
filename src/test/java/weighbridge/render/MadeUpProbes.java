package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityFinding.Quoted;
import weighbridge.capacity.CapacityFinding.Reason;
import weighbridge.capacity.Latency;
import weighbridge.capacity.LoadReport;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.StepVerdict;
import weighbridge.workload.Purpose;

/**
 * Probes of a target that was made up: its latency rises with 1 ÷ (1 − share of what it carries), its memory in proportion to
 * the rate.
 */
final class MadeUpProbes {
    static final int POOL = 500;
    private static final long MIB = 1024 * 1024;

    private final double carried;
    private final double rssMiB;
    private final List<ProbeReport> probes = new ArrayList<>();

    /**
     * @param carried rate beyond which it breaks its promises, calls/s
     * @param rssMiB without any load, MiB
     */
    MadeUpProbes(double carried, double rssMiB) {
        this.carried = carried;
        this.rssMiB = rssMiB;
    }

    /** Adds an open load. */
    MadeUpProbes open(int round, Purpose purpose, double rate, double seconds, StepVerdict verdict, String... reasons) {
        double share = Math.min(0.995, rate / (1.05 * carried));
        double millis = 0.35 / (1 - share);
        long calls = Math.max(1, Math.round(rate * seconds));
        long failed = verdict == StepVerdict.BROKEN ? calls / 50 : 0;
        LoadReport load = new LoadReport(
                "open",
                rate,
                null,
                true,
                POOL,
                seconds,
                calls,
                calls - failed,
                rate * (verdict == StepVerdict.KEPT ? 0.999 : 0.93),
                latency(calls - failed, millis),
                latency(calls - failed, verdict == StepVerdict.KEPT ? millis * 1.1 : millis * 4),
                new LoadReport.Lag(millis / 10, millis, verdict == StepVerdict.INCONCLUSIVE ? 12.5 : 0.2),
                failed,
                rate * millis / 1000,
                verdict == StepVerdict.BROKEN,
                null,
                null);
        return add(
                round,
                purpose,
                load,
                verdict,
                Stream.of(reasons).<Reason>map(Quoted::new).toList());
    }

    /** Adds a load of so many users, which call without a pause. */
    MadeUpProbes closed(int round, int users, double callsPerSecond) {
        long calls = Math.round(callsPerSecond * 10);
        LoadReport load = new LoadReport(
                "closed",
                null,
                users,
                true,
                users,
                10,
                calls,
                calls,
                callsPerSecond,
                latency(calls, 1000 * users / callsPerSecond),
                null,
                null,
                0,
                users,
                false,
                0.012,
                null);
        return add(round, Purpose.CLOSED, load, StepVerdict.UNJUDGED, List.of());
    }

    /** Adds one of which not a single call succeeded and nothing could be read. */
    MadeUpProbes silent(int round, double rate) {
        LoadReport load =
                new LoadReport("open", rate, null, true, POOL, 2, 100, 0, 0, null, null, null, 0, 0, false, null, null);
        probes.add(new ProbeReport(
                probes.size() + 1,
                round,
                Purpose.BRACKET,
                load,
                null,
                null,
                null,
                null,
                StepVerdict.BROKEN,
                Bound.SLO,
                List.of(new Quoted("errors < 0.1 %: 100 %"))));
        return this;
    }

    private MadeUpProbes add(int round, Purpose purpose, LoadReport load, StepVerdict verdict, List<Reason> reasons) {
        double rate = load.achievedCallsPerSecond();
        long rss = Math.round((rssMiB + rate / 200) * MIB);
        probes.add(new ProbeReport(
                probes.size() + 1,
                round,
                purpose,
                load,
                rate / 9000,
                rate / 7000,
                rss,
                rss + 7 * MIB,
                verdict,
                switch (verdict) {
                    case BROKEN -> Bound.SLO;
                    case INCONCLUSIVE -> Bound.GENERATOR;
                    default -> null;
                },
                reasons));
        return this;
    }

    List<ProbeReport> all() {
        return List.copyOf(probes);
    }

    /** As few calls as are of one load have no 99th percentile. */
    static Latency latency(long count, double millis) {
        return new Latency(
                count,
                millis / 4,
                millis,
                0.8 * millis,
                millis,
                2 * millis,
                count < Latency.MIN_COUNT_P99 ? null : 4 * millis,
                9 * millis);
    }
}
