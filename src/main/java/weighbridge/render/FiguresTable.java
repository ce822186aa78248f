package weighbridge.render;

import static weighbridge.render.Field.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import weighbridge.analysis.FigureReport;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.CapacityReport.Point;
import weighbridge.capacity.Latency;
import weighbridge.capacity.LoadReport;
import weighbridge.capacity.UslReport.Parameter;
import weighbridge.figure.Figure;
import weighbridge.render.Sheet.*;

/**
 * A row for each target and figure, for spreadsheets and programs. {@code value} is the figure, over several rounds their
 * median; {@code low} and {@code high} are the ends of the 95 % interval for it, {@code round_count} the rounds that have a
 * value. What is not known is empty. A load over time has rows of its own after those: of a capacity {@code low} and
 * {@code high} are between what it lies.
 */
final class FiguresTable {
    private static final String RATE = "calls/s";
    private static final String MILLIS = "milliseconds";
    private static final String CORES = "cores";
    private static final String BYTES = "bytes";
    private static final String RATIO = "ratio";

    private static final List<Field<Point>> LATENCIES_AT_RATE =
            CapacitySection.points("", "", Numbers::orNone, Numbers::orNone).subList(0, LatencyColumns.USUAL.size());

    private record Row(TargetReport target, String figure, String label, String unit, FigureReport over) {}

    private final TargetReport target;
    private final List<Row> rows = new ArrayList<>();

    private FiguresTable(TargetReport target) {
        this.target = target;
    }

    static Table of(Report report) {
        List<Row> rows = new ArrayList<>();
        for (TargetReport target : report.targets()) {
            rows.addAll(new FiguresTable(target).rows());
        }
        return table(
                "",
                List.of(
                        words("run", row -> report.run().id()),
                        words("target", row -> row.target().name()),
                        words("version", row -> row.target().identity().version()),
                        words("outcome", row -> row.target().outcome().label()),
                        value("round_count", FigureReport::count),
                        words("figure", Row::figure),
                        words("label", Row::label),
                        words("unit", Row::unit),
                        value("value", FigureReport::median),
                        value("low", FigureReport::low),
                        value("high", FigureReport::high),
                        value("min", FigureReport::min),
                        value("max", FigureReport::max)),
                rows);
    }

    private static Field<Row> value(String label, Function<FigureReport, Number> value) {
        return number(label, row -> value.apply(row.over()), number -> "");
    }

    private List<Row> rows() {
        for (Figure figure : Figure.values()) {
            add(figure.key(), figure.label(), figure.unit().words(), target.figure(figure));
        }
        if (target.load() != null) {
            add(target.load());
        }
        if (target.capacity() != null) {
            add(target.capacity());
        }
        return rows;
    }

    private void add(LoadReport load) {
        LoadReport.Lag lag = load.lag();
        addKnown("offeredRate", "offered", RATE, load.offeredCallsPerSecond());
        addKnown("concurrency", "users", "users", load.concurrency());
        add("achievedRate", "achieved", RATE, load.achievedCallsPerSecond());
        if (load.offeredCallsPerSecond() != null) {
            add("planned", "from the planned start", load.plannedLatencyMillis());
        }
        add("actual", "from the actual start", load.latencyMillis());
        addKnown("lagP99", "scheduling delay p99", MILLIS, lag == null ? null : lag.p99());
        addKnown("lagMax", "scheduling delay max", MILLIS, lag == null ? null : lag.max());
        add("poolDry", "calls that waited for a free user", "calls", load.poolDryCalls());
        add("inFlight", "calls in flight, mean", "calls", load.inFlight());
        addKnown("littleDeviation", "deviation from Little's law", RATIO, load.littleDeviation());
    }

    private void add(String key, String words, Latency latency) {
        for (String name : LatencyColumns.USUAL) {
            add(key + capitalized(name), name + " " + words, MILLIS, LatencyColumns.value(latency, name));
        }
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** A rate that may be too low has a name of its own, so that no program takes it for a capacity. */
    private void add(CapacityReport card) {
        boolean atLeast = card.atLeast();
        add(
                atLeast ? "capacityAtLeast" : "capacity",
                (atLeast ? "capacity at least" : "capacity") + ", bound by " + CapacityWords.bound(card.bound()),
                RATE,
                over(card.confirmed(), card.callsPerSecond(), card.low(), card.high()));
        card.points().forEach(point -> add(card.confirmed(), point));
        add("rssPer1000CallsPerSecond", "RSS per 1,000 calls/s", BYTES, card.rssBytesPer1000CallsPerSecond());
        add("coresPer1000CallsPerSecond", "cores per 1,000 calls/s", CORES, card.coresPer1000CallsPerSecond());
        Double connection =
                card.connections() == null ? null : card.connections().bytesPerConnection();
        addKnown("bytesPerConnection", "RSS per open connection", BYTES, connection);
        if (card.usl() != null) {
            add("uslLambda", "lambda of the USL", RATE, over(card.usl().lambda()));
            add("uslSigma", "sigma of the USL", RATIO, over(card.usl().sigma()));
            add("uslKappa", "kappa of the USL", RATIO, over(card.usl().kappa()));
        }
    }

    private void add(int count, Point point) {
        String percent = Long.toString(Math.round(100 * point.share()));
        List<Cell> cells = row(LATENCIES_AT_RATE, point);
        for (int each = 0; each < cells.size(); each++) {
            String name = LatencyColumns.USUAL.get(each);
            Double value = cells.get(each).value();
            add(
                    "planned" + capitalized(name) + "At" + percent,
                    name + " from the planned start at " + percent + " % of the capacity",
                    MILLIS,
                    over(value == null ? 0 : count, value, null, null));
        }
    }

    private void addKnown(String figure, String label, String unit, Number value) {
        if (value != null) {
            add(figure, label, unit, value);
        }
    }

    private void add(String figure, String label, String unit, Number value) {
        add(figure, label, unit, over(value == null ? 0 : 1, value == null ? null : value.doubleValue(), null, null));
    }

    private void add(String figure, String label, String unit, FigureReport over) {
        rows.add(new Row(target, figure, label, unit, over));
    }

    private static FigureReport over(Parameter parameter) {
        return parameter == null ? FigureReport.NONE : over(1, parameter.value(), parameter.low(), parameter.high());
    }

    private static FigureReport over(int count, Double value, Double low, Double high) {
        return new FigureReport(List.of(), count, value, low, high, null, null);
    }
}
