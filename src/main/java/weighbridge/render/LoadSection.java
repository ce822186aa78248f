package weighbridge.render;

import static weighbridge.render.Field.*;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import weighbridge.analysis.Report;
import weighbridge.analysis.SocketReport;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.Latency;
import weighbridge.capacity.LoadReport;
import weighbridge.capacity.LoadReport.Lag;
import weighbridge.render.Sheet.*;
import weighbridge.workload.ClosedLoad;

/** What was asked of each target in a load over time, and what came of it. */
final class LoadSection {
    /** By how much at most X·R may differ from N, as a part of N, for Little's law to hold. */
    private static final BigDecimal MOST_DEVIATION = new BigDecimal("0.05");

    private static final List<Field<Latency>> LATENCY =
            LatencyColumns.fields("", Numbers::thousandths, "p50", "p95", "p99", "max");

    private static final Field<LoadReport> ACHIEVED =
            number("achieved/s", LoadReport::achievedCallsPerSecond, Numbers::rate);
    private static final List<Field<LoadReport>> RATES =
            List.of(number("offered/s", LoadReport::offeredCallsPerSecond, Numbers::rate), ACHIEVED);
    private static final Field<LoadReport> POOL_DRY = number("pool dry", LoadReport::poolDryCalls, Numbers::count);
    private static final Field<LoadReport> IN_FLIGHT = number("in flight", LoadReport::inFlight, Numbers::rate);

    private static final List<Field<LoadReport>> OPEN = join(
            RATES,
            lag("", Numbers::thousandths),
            List.of(
                    number("generator delay p99", at(LoadReport::lag, Lag::generatorP99), Numbers::thousandths),
                    POOL_DRY,
                    IN_FLIGHT,
                    words("", load -> load.inFlightGrows() ? "in flight keeps growing" : "")));

    private static final List<Field<LoadReport>> CLOSED = List.of(
            number("users", LoadReport::concurrency, Numbers::count),
            ACHIEVED,
            IN_FLIGHT,
            words("", load -> "Little's law: " + little(load.littleDeviation())));

    private static final List<Field<LoadReport>> BRIEF_OPEN = join(
            RATES,
            of(
                    LoadReport::plannedLatencyMillis,
                    LatencyColumns.fields(" ms", Numbers::thousandths, "p50", "p99", "max")),
            of(
                    LoadReport::latencyMillis,
                    LatencyColumns.fields(" ms, actual start", Numbers::thousandths, "p50", "p99")),
            lag(" ms", Numbers::thousandths),
            List.of(POOL_DRY, IN_FLIGHT));

    private static final List<Field<LoadReport>> BRIEF_CLOSED = join(
            List.of(number("users", LoadReport::concurrency, Numbers::orNone), ACHIEVED),
            of(
                    LoadReport::latencyMillis,
                    LatencyColumns.fields(" ms", Numbers::thousandths, "p50", "p95", "p99", "max")),
            List.of(
                    IN_FLIGHT,
                    new Field<>(Column.number("Little's law"), load -> Cell.of(little(load.littleDeviation())))));

    private static final Field<SocketReport> OPENED =
            number("connections opened", SocketReport::connectionsOpened, Numbers::orNone);

    private static final List<Field<LoadReport>> FULL = join(
            List.of(
                    words("load", LoadSection::description),
                    number("offered calls/s", LoadReport::offeredCallsPerSecond, Numbers::digits),
                    number("achieved calls/s", LoadReport::achievedCallsPerSecond, Numbers::digits),
                    number("calls", LoadReport::calls, Numbers::count),
                    number("failed %", LoadReport::errorRatio, Numbers::digitsOfPercent),
                    number("in flight, mean", LoadReport::inFlight, Numbers::digits),
                    words("in flight grew", load -> load.inFlightGrows() ? "yes" : "no")),
            lag(" ms", Numbers::digits),
            List.of(
                    number("generator delay p99 ms", at(LoadReport::lag, Lag::generatorP99), Numbers::digits),
                    number("waited for a user", LoadReport::poolDryCalls, Numbers::count),
                    number("deviation from Little’s law %", LoadReport::littleDeviation, Numbers::digitsOfPercent)));

    private static final List<Field<Latency>> FULL_LATENCY = join(
            List.of(number("calls", Latency::count, Numbers::count)),
            LatencyColumns.fields(" ms", Numbers::digits, "min", "mean", "p50", "p75", "p95", "p99", "max"));

    private LoadSection() {}

    private static List<Field<LoadReport>> lag(String unit, Function<Number, String> text) {
        return List.of(
                number("delay p99" + unit, at(LoadReport::lag, Lag::p99), text),
                number("delay max" + unit, at(LoadReport::lag, Lag::max), text));
    }

    /** For plain text; of an open load from the planned and from the actual start, in two rows. */
    static Table plain(Report report) {
        return isClosed(report) ? closed(report) : open(report);
    }

    private static boolean isClosed(Report report) {
        return report.run().settings().workload() instanceof ClosedLoad;
    }

    private static Table closed(Report report) {
        return table(
                "Closed load: latency of calls that succeeded, in ms:",
                join(
                        List.of(Titles.plain(report)),
                        of(
                                target -> target.load() == null
                                        ? null
                                        : target.load().latencyMillis(),
                                LATENCY),
                        of(TargetReport::load, CLOSED)),
                report.targets(),
                thinned(report.targets()));
    }

    private static Table open(Report report) {
        List<List<Cell>> rows = new ArrayList<>();
        for (TargetReport target : report.targets()) {
            LoadReport load = target.load();
            Latency planned = load == null ? null : load.plannedLatencyMillis();
            rows.add(cells(target.title(), load == null ? "" : "planned", planned, row(OPEN, load)));
            if (load != null) {
                rows.add(cells("", "actual", load.latencyMillis(), Collections.nCopies(OPEN.size(), Cell.of(""))));
            }
        }
        return new Table(
                "Open load: latency of calls that succeeded, from the planned and the actual start, and scheduling delay, in ms; calls that waited for a free user (pool dry):",
                join(List.of(Titles.plain(report).column(), Column.words("")), columns(LATENCY), columns(OPEN)),
                rows,
                List.of(thinned(report.targets())));
    }

    private static List<Cell> cells(String title, String from, Latency latency, List<Cell> others) {
        return join(List.of(Cell.of(title), Cell.of(from)), row(LATENCY, latency), others);
    }

    /** With the figures that matter most, a row for each target. */
    static Table brief(Report report) {
        boolean closed = isClosed(report);
        return table(
                "",
                join(List.of(Titles.withOutcome()), of(TargetReport::load, closed ? BRIEF_CLOSED : BRIEF_OPEN)),
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
        List<List<Cell>> latencies = new ArrayList<>();
        loaded.forEach(target -> {
            addLatency(latencies, target, "planned start", target.load().plannedLatencyMillis());
            addLatency(latencies, target, "actual start", target.load().latencyMillis());
        });
        return List.of(
                table(
                        "Load asked for and achieved",
                        join(
                                List.of(words("target", TargetReport::name)),
                                of(TargetReport::load, FULL),
                                of(target -> target.window().sockets(), List.of(OPENED))),
                        loaded,
                        thinned(loaded)),
                new Table(
                        "Latency of calls that succeeded, from the planned and the actual start",
                        join(List.of(Column.words("target"), Column.words("from")), columns(FULL_LATENCY)),
                        latencies,
                        List.of()));
    }

    /** Which loads are only in part in what Gatling shows; no lines where all are whole. */
    private static String[] thinned(List<TargetReport> targets) {
        return targets.stream()
                .filter(target -> target.load() != null && target.load().isThinned())
                .map(target -> "Gatling's log and report have "
                        + Numbers.exact(BigInteger.valueOf(target.load().loggedCalls()), "call") + " of "
                        + target.name() + ", evenly chosen; all others are counted here")
                .toArray(String[]::new);
    }

    private static void addLatency(List<List<Cell>> rows, TargetReport target, String from, Latency latency) {
        if (latency != null) {
            rows.add(join(List.of(Cell.of(target.name()), Cell.of(from)), row(FULL_LATENCY, latency)));
        }
    }

    private static String description(LoadReport load) {
        String who = load.concurrency() == null
                ? load.kind() + ", at most " + load.pool() + " in flight"
                : load.kind() + ", " + Numbers.count(load.concurrency(), "user");
        return who + ", for " + Numbers.brief(load.seconds()) + " s, "
                + (load.keepAlive() ? "keep-alive" : "a new connection for each call");
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
