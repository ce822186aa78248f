package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.CapacityReport.Point;
import weighbridge.capacity.Latency;
import weighbridge.capacity.LoadReport;
import weighbridge.capacity.UslReport;

/** The rows of {@code targets.csv} that only a load over time has: what came of it, and what the target holds. */
final class LoadRows {
    private static final String RATE = "calls/s";
    private static final String MILLIS = "milliseconds";
    private static final String CORES = "cores";
    private static final String BYTES = "bytes";

    private final List<Row> rows = new ArrayList<>();

    /**
     * A figure that is not one of {@link weighbridge.figure.Figure}.
     *
     * @param figure its key
     * @param label for people
     * @param unit of the values
     * @param count of how many processes
     * @param value null where it is not known
     * @param low of an interval; null where there is none
     * @param high likewise
     */
    record Row(String figure, String label, String unit, int count, Double value, Double low, Double high) {}

    private LoadRows() {}

    /** None of a target that was called in bursts only. */
    static List<Row> of(TargetReport target) {
        LoadRows rows = new LoadRows();
        if (target.load() != null) {
            rows.addLoad(target.load());
        }
        if (target.capacity() != null) {
            rows.addCapacity(target.capacity());
        }
        return rows.rows;
    }

    private void addLoad(LoadReport load) {
        if (load.offeredCallsPerSecond() != null) {
            add("offeredRate", "offered", RATE, load.offeredCallsPerSecond());
        }
        if (load.concurrency() != null) {
            add("concurrency", "users", "users", load.concurrency().doubleValue());
        }
        add("achievedRate", "achieved", RATE, load.achievedCallsPerSecond());
        if (load.offeredCallsPerSecond() != null) {
            add("planned", "from the planned start", load.plannedLatencyMillis());
        }
        add("actual", "from the actual start", load.latencyMillis());
        if (load.lag() != null) {
            add("lagP99", "lag p99", MILLIS, load.lag().p99());
            add("lagMax", "lag max", MILLIS, load.lag().max());
        }
        add("poolDry", "calls for which the pool was dry", "calls", (double) load.poolDryCalls());
        add("inFlight", "calls in flight, mean", "calls", load.inFlight());
        if (load.littleDeviation() != null) {
            add("littleDeviation", "off Little's law by", "ratio", load.littleDeviation());
        }
    }

    private void add(String key, String words, Latency latency) {
        add(key + "P50", "p50 " + words, MILLIS, latency == null ? null : latency.p50());
        add(key + "P95", "p95 " + words, MILLIS, latency == null ? null : latency.p95());
        add(key + "P99", "p99 " + words, MILLIS, latency == null ? null : latency.p99());
        add(key + "Max", "max " + words, MILLIS, latency == null ? null : latency.max());
    }

    private void add(String figure, String label, String unit, Double value) {
        rows.add(new Row(figure, label, unit, value == null ? 0 : 1, value, null, null));
    }

    /** A rate that may be too low has a name of its own, so that no program takes it for a capacity. */
    private void addCapacity(CapacityReport card) {
        boolean atLeast = card.atLeast();
        rows.add(new Row(
                atLeast ? "capacityAtLeast" : "capacity",
                (atLeast ? "capacity at least" : "capacity") + ", bound by " + CapacityWords.bound(card.bound()),
                RATE,
                card.confirmed(),
                card.callsPerSecond(),
                card.low(),
                card.high()));
        card.points().forEach(point -> addPoint(card.confirmed(), point));
        add("rssPer1000CallsPerSecond", "rss per 1,000 calls/s", BYTES, card.rssBytesPer1000CallsPerSecond());
        add("coresPer1000CallsPerSecond", "cores per 1,000 calls/s", CORES, card.coresPer1000CallsPerSecond());
        if (card.connections() != null) {
            double bytes = card.connections().bytesPerConnection();
            add("bytesPerConnection", "rss per open connection", BYTES, bytes);
        }
        if (card.usl() != null) {
            add("uslLambda", "lambda of the USL", RATE, card.usl().lambda());
            add("uslSigma", "sigma of the USL", "ratio", card.usl().sigma());
            add("uslKappa", "kappa of the USL", "ratio", card.usl().kappa());
        }
    }

    private void addPoint(int count, Point point) {
        String percent = Math.round(100 * point.share()) + "";
        String at = "At" + percent;
        String words = " from the planned start at " + percent + " % of the capacity";
        add(count, "plannedP50" + at, "p50" + words, point.p50Millis());
        add(count, "plannedP95" + at, "p95" + words, point.p95Millis());
        add(count, "plannedP99" + at, "p99" + words, point.p99Millis());
        add(count, "plannedMax" + at, "max" + words, point.maxMillis());
    }

    private void add(int count, String figure, String label, Double millis) {
        rows.add(new Row(figure, label, MILLIS, millis == null ? 0 : count, millis, null, null));
    }

    private void add(String figure, String label, String unit, UslReport.Parameter parameter) {
        rows.add(
                parameter == null
                        ? new Row(figure, label, unit, 0, null, null, null)
                        : new Row(figure, label, unit, 1, parameter.value(), parameter.low(), parameter.high()));
    }
}
