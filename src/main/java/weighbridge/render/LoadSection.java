package weighbridge.render;

import static weighbridge.render.Field.at;
import static weighbridge.render.Field.join;
import static weighbridge.render.Field.number;
import static weighbridge.render.Field.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.Latency;
import weighbridge.capacity.LoadReport;
import weighbridge.capacity.LoadReport.Lag;
import weighbridge.render.Sheet.Cell;
import weighbridge.render.Sheet.Column;
import weighbridge.render.Sheet.Table;
import weighbridge.workload.ClosedLoad;

/** What was asked of each target in a load over time, and what came of it. */
final class LoadSection {
    /** By how much at most X·R may differ from N, as a part of N, for Little's law to hold. */
    private static final BigDecimal MOST_DEVIATION = new BigDecimal("0.05");

    private static final List<Field<Latency>> LATENCY = List.of(
            number("p50", Latency::p50, Numbers::thousandths),
            number("p95", Latency::p95, Numbers::thousandths),
            number("p99", Latency::p99, Numbers::thousandths),
            number("max", Latency::max, Numbers::thousandths));

    private static final List<Field<LoadReport>> OPEN = List.of(
            number("offered/s", LoadReport::offeredCallsPerSecond, Numbers::rate),
            number("achieved/s", LoadReport::achievedCallsPerSecond, Numbers::rate),
            number("lag p99", at(LoadReport::lag, Lag::p99), Numbers::thousandths),
            number("lag max", at(LoadReport::lag, Lag::max), Numbers::thousandths),
            number("generator's lag p99", at(LoadReport::lag, Lag::generatorP99), Numbers::thousandths),
            number("pool dry", LoadReport::poolDryCalls, Numbers::count),
            number("in flight", LoadReport::inFlight, Numbers::rate),
            words("", load -> load.inFlightGrows() ? "more and more in flight" : ""));

    private static final List<Field<LoadReport>> CLOSED = List.of(
            number("users", LoadReport::concurrency, Numbers::count),
            number("achieved/s", LoadReport::achievedCallsPerSecond, Numbers::rate),
            number("in flight", LoadReport::inFlight, Numbers::rate),
            words("", load -> "Little's law: " + little(load.littleDeviation())));

    private static final List<Field<LoadReport>> SHORT_OPEN = List.of(
            number("offered/s", LoadReport::offeredCallsPerSecond, Numbers::rate),
            number("achieved/s", LoadReport::achievedCallsPerSecond, Numbers::rate),
            number("p50 ms", at(LoadReport::plannedLatencyMillis, Latency::p50), Numbers::thousandths),
            number("p99 ms", at(LoadReport::plannedLatencyMillis, Latency::p99), Numbers::thousandths),
            number("max ms", at(LoadReport::plannedLatencyMillis, Latency::max), Numbers::thousandths),
            number("p50 ms, actual start", at(LoadReport::latencyMillis, Latency::p50), Numbers::thousandths),
            number("p99 ms, actual start", at(LoadReport::latencyMillis, Latency::p99), Numbers::thousandths),
            number("lag p99 ms", at(LoadReport::lag, Lag::p99), Numbers::thousandths),
            number("lag max ms", at(LoadReport::lag, Lag::max), Numbers::thousandths),
            number("pool dry", LoadReport::poolDryCalls, Numbers::count),
            number("in flight", LoadReport::inFlight, Numbers::rate));

    private static final List<Field<LoadReport>> SHORT_CLOSED = List.of(
            number("users", LoadReport::concurrency, Numbers::orNone),
            number("achieved/s", LoadReport::achievedCallsPerSecond, Numbers::rate),
            number("p50 ms", at(LoadReport::latencyMillis, Latency::p50), Numbers::thousandths),
            number("p95 ms", at(LoadReport::latencyMillis, Latency::p95), Numbers::thousandths),
            number("p99 ms", at(LoadReport::latencyMillis, Latency::p99), Numbers::thousandths),
            number("max ms", at(LoadReport::latencyMillis, Latency::max), Numbers::thousandths),
            number("in flight", LoadReport::inFlight, Numbers::rate),
            new Field<>(Column.number("Little's law"), load -> Cell.of(little(load.littleDeviation()))));

    private static final List<Field<LoadReport>> LONG = List.of(
            words("load", LoadSection::description),
            number("offered calls/s", LoadReport::offeredCallsPerSecond, Numbers::digits),
            number("achieved calls/s", LoadReport::achievedCallsPerSecond, Numbers::digits),
            number("calls", LoadReport::calls, Numbers::count),
            number("failed %", LoadReport::errorRatio, Numbers::digitsOfPercent),
            number("in flight, mean", LoadReport::inFlight, Numbers::digits),
            words("in flight grew", load -> load.inFlightGrows() ? "yes" : "no"),
            number("lag p99 ms", at(LoadReport::lag, Lag::p99), Numbers::digits),
            number("lag max ms", at(LoadReport::lag, Lag::max), Numbers::digits),
            number("lag of the generator p99 ms", at(LoadReport::lag, Lag::generatorP99), Numbers::digits),
            number("late for want of a user", LoadReport::poolDryCalls, Numbers::count),
            number("off Little’s law %", LoadReport::littleDeviation, Numbers::digitsOfPercent));

    private static final List<Field<Start>> LONG_LATENCY = List.of(
            words("target", Start::target),
            words("from", Start::from),
            number("calls", start -> start.latency().count(), Numbers::count),
            number("min ms", start -> start.latency().min(), Numbers::digits),
            number("mean ms", start -> start.latency().mean(), Numbers::digits),
            number("p50 ms", start -> start.latency().p50(), Numbers::digits),
            number("p75 ms", start -> start.latency().p75(), Numbers::digits),
            number("p95 ms", start -> start.latency().p95(), Numbers::digits),
            number("p99 ms", start -> start.latency().p99(), Numbers::digits),
            number("max ms", start -> start.latency().max(), Numbers::digits));

    /** Latencies from one kind of start. */
    private record Start(String target, String from, Latency latency) {}

    private LoadSection() {}

    /** For plain text; of an open load from the planned and from the actual start, in two rows. */
    static Table plain(Report report) {
        return isClosed(report) ? closed(report) : open(report);
    }

    private static boolean isClosed(Report report) {
        return report.run().settings().workload() instanceof ClosedLoad;
    }

    private static Table closed(Report report) {
        return Field.table(
                "Closed load: latency of the calls that succeeded, in ms:",
                join(
                        List.of(Titles.plain(report)),
                        Field.of(
                                target -> target.load() == null
                                        ? null
                                        : target.load().latencyMillis(),
                                LATENCY),
                        Field.of(TargetReport::load, CLOSED)),
                report.targets());
    }

    private static Table open(Report report) {
        List<List<Cell>> rows = new ArrayList<>();
        for (TargetReport target : report.targets()) {
            LoadReport load = target.load();
            Latency planned = load == null ? null : load.plannedLatencyMillis();
            rows.add(row(target.title(), load == null ? "" : "planned", planned, Field.row(OPEN, load)));
            if (load != null) {
                rows.add(row("", "actual", load.latencyMillis(), Collections.nCopies(OPEN.size(), Cell.of(""))));
            }
        }
        return new Table(
                "Open load: latency of the calls that succeeded, from their planned and from their actual start, and how far the"
                        + " actual start lay behind (lag), in ms; calls that waited until a user was free (pool dry):",
                join(
                        List.of(Titles.plain(report).column(), Column.words("")),
                        Field.columns(LATENCY),
                        Field.columns(OPEN)),
                rows,
                List.of());
    }

    private static List<Cell> row(String title, String from, Latency latency, List<Cell> others) {
        return join(List.of(Cell.of(title), Cell.of(from)), Field.row(LATENCY, latency), others);
    }

    /** With the figures that matter most, a row for each target. */
    static Table brief(Report report) {
        boolean closed = isClosed(report);
        return Field.table(
                "",
                join(List.of(Titles.withOutcome()), Field.of(TargetReport::load, closed ? SHORT_CLOSED : SHORT_OPEN)),
                report.targets().stream()
                        .filter(target -> target.load() != null)
                        .toList(),
                "Each server was hammered " + LoadWords.of(report.run().settings()) + ". Latency is from the "
                        + (closed ? "actual start." : "planned start where nothing else is said."));
    }

    /** All of it: what was asked and what came of it, and how long calls took; none where no target has such a load. */
    static List<Table> full(List<TargetReport> targets) {
        List<TargetReport> loaded =
                targets.stream().filter(target -> target.load() != null).toList();
        if (loaded.isEmpty()) {
            return List.of();
        }
        List<Start> starts = loaded.stream()
                .flatMap(target -> Stream.of(
                        new Start(target.name(), "planned start", target.load().plannedLatencyMillis()),
                        new Start(target.name(), "actual start", target.load().latencyMillis())))
                .filter(start -> start.latency() != null)
                .toList();
        return List.of(
                Field.table(
                        "What was asked, and what came of it",
                        join(List.of(words("target", TargetReport::name)), Field.of(TargetReport::load, LONG)),
                        loaded),
                Field.table(
                        "How long the calls took that succeeded, from their planned and from their actual start",
                        LONG_LATENCY,
                        starts));
    }

    private static String description(LoadReport load) {
        String who = load.concurrency() == null
                ? load.kind() + ", at most " + load.pool() + " in flight"
                : load.kind() + ", " + Numbers.count(load.concurrency(), "user");
        return who + ", for " + Numbers.brief(load.seconds()) + " s, "
                + (load.keepAlive() ? "connections kept" : "a connection for each call");
    }

    /** Whether Little's law holds. By how much it is off is rounded up: what does not hold is never 5.0 %. */
    static String little(Double deviation) {
        if (deviation == null) {
            return Numbers.NONE;
        }
        BigDecimal exact = BigDecimal.valueOf(deviation);
        String percent = exact.movePointRight(2).setScale(1, RoundingMode.UP).toPlainString();
        return exact.compareTo(MOST_DEVIATION) <= 0
                ? "holds, off by " + percent + " %"
                : "does not hold, off by " + percent + " % (more than 5 %)";
    }
}
