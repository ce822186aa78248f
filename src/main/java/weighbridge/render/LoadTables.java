package weighbridge.render;

import static weighbridge.render.PageTable.cell;
import static weighbridge.render.PageTable.number;
import static weighbridge.render.PageTable.words;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.Latency;
import weighbridge.capacity.LoadReport;
import weighbridge.render.PageTable.Cell;

/** What was asked of each target for a time, and what came of it. */
final class LoadTables {
    private static final List<PageTable.Column> ASKED = List.of(
            words("target"),
            words("load"),
            number("offered calls/s"),
            number("achieved calls/s"),
            number("calls"),
            number("failed %"),
            number("in flight, mean"),
            words("in flight grew"),
            number("lag p99 ms"),
            number("lag max ms"),
            number("lag of the generator p99 ms"),
            number("late for want of a user"),
            number("off Little’s law %"));

    private static final List<PageTable.Column> LATENCY = List.of(
            words("target"),
            words("from"),
            number("calls"),
            number("min ms"),
            number("mean ms"),
            number("p50 ms"),
            number("p75 ms"),
            number("p95 ms"),
            number("p99 ms"),
            number("max ms"));

    private LoadTables() {}

    /** What was asked and what came of it, and how long calls took; none where no target has such a load. */
    static List<PageTable> of(List<TargetReport> targets) {
        if (targets.stream().allMatch(target -> target.load() == null)) {
            return List.of();
        }
        return List.of(
                new PageTable(
                        "What was asked, and what came of it",
                        ASKED,
                        rows(targets, target -> Stream.of(asked(target.name(), target.load())))),
                new PageTable(
                        "How long the calls took that succeeded, from their planned and from their actual start",
                        LATENCY,
                        rows(targets, LoadTables::latencies)));
    }

    private static List<List<Cell>> rows(List<TargetReport> targets, Function<TargetReport, Stream<List<Cell>>> rows) {
        return targets.stream()
                .filter(target -> target.load() != null)
                .flatMap(rows)
                .toList();
    }

    private static List<Cell> asked(String name, LoadReport load) {
        LoadReport.Lag lag = load.lag();
        return List.of(
                cell(name),
                cell(description(load)),
                Quantity.cell(load.offeredCallsPerSecond()),
                Quantity.cell(load.achievedCallsPerSecond()),
                Quantity.count(load.calls()),
                Quantity.percent(load.errorRatio()),
                Quantity.cell(load.inFlight()),
                cell(load.inFlightGrows() ? "yes" : "no"),
                Quantity.cell(lag == null ? null : lag.p99()),
                Quantity.cell(lag == null ? null : lag.max()),
                Quantity.cell(lag == null ? null : lag.generatorP99()),
                Quantity.count(load.poolDryCalls()),
                Quantity.percent(load.littleDeviation()));
    }

    private static String description(LoadReport load) {
        String who = load.concurrency() == null
                ? load.kind() + ", at most " + load.pool() + " in flight"
                : load.kind() + ", " + load.concurrency() + (load.concurrency() == 1 ? " user" : " users");
        return who + ", for " + Quantity.inWords(load.seconds()) + " s, "
                + (load.keepAlive() ? "connections kept" : "a connection for each call");
    }

    private static Stream<List<Cell>> latencies(TargetReport target) {
        LoadReport load = target.load();
        return Stream.of(
                        latency(target.name(), "planned start", load.plannedLatencyMillis()),
                        latency(target.name(), "actual start", load.latencyMillis()))
                .flatMap(List::stream);
    }

    private static List<List<Cell>> latency(String name, String from, Latency latency) {
        return latency == null
                ? List.of()
                : List.of(List.of(
                        cell(name),
                        cell(from),
                        Quantity.count(latency.count()),
                        Quantity.cell(latency.min()),
                        Quantity.cell(latency.mean()),
                        Quantity.cell(latency.p50()),
                        Quantity.cell(latency.p75()),
                        Quantity.cell(latency.p95()),
                        Quantity.cell(latency.p99()),
                        Quantity.cell(latency.max())));
    }
}
