package weighbridge.render;

import static weighbridge.figure.Figure.*;
import static weighbridge.render.Field.*;

import java.util.List;
import java.util.function.Function;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.CapacityReport.Memory;
import weighbridge.capacity.CapacityReport.Point;
import weighbridge.capacity.LoadReport;
import weighbridge.figure.Figure;
import weighbridge.render.Sheet.*;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.OpenLoad;

/** The first table of the page: a row for each target, which begins with what the run was made for. */
final class TargetsTable {
    private static final String CAPTION = "The main figures of each target";

    private static final List<Figure> COST =
            List.of(IDLE_RSS_BYTES, PEAK_RSS_BYTES, SETTLED_RSS_BYTES, CPU_SECONDS_PER_1000_CALLS);

    private static final List<Field<CapacityReport>> CAPACITY = List.of(
            new Field<>(
                    explained(
                            "capacity calls/s",
                            "The highest rate at which the SLO held in fresh processes. \"At least\": it may be higher,"
                                    + " because the generator was the limit or no rate was too high."),
                    TargetsTable::capacity),
            new Field<>(
                    new Column("bound by", Content.WORDS, "What stands in the way of a higher rate.", 0),
                    card -> Cell.of(bound(card.bound()))));

    private static final List<Field<Point>> AT_CAPACITY = List.of(
            at("p99 ms", "99 of 100 calls took no longer than this from their planned start.", Point::p99Millis),
            at("CPU cores", "Cores that the server and its children used.", Point::cores));

    private static final List<Field<Memory>> MEMORY = List.of(
            rss(
                    "RSS idle MiB",
                    "Resident memory of the server and its children before any load.",
                    Memory::idleRssBytes),
            rss("RSS MiB", "Resident memory at the end of the load at the capacity.", Memory::atRateRssBytes),
            rss("RSS peak MiB", "The peak of resident memory during that load.", Memory::peakRssBytes));

    private static final Field<TargetReport> STARTUP =
            new Field<>(explained(Numbers.title(STARTUP_MILLIS), STARTUP_MILLIS.meaning()), target -> {
                Double millis = target.figure(STARTUP_MILLIS).median();
                return Cell.of(Numbers.of(STARTUP_MILLIS, millis), millis);
            });

    private TargetsTable() {}

    static Table of(Report report) {
        List<Field<TargetReport>> fields = join(List.of(
                Titles.withReason(),
                words("version", target -> target.identity().version())));
        return report.run().settings().workload() instanceof CapacitySearch
                ? capacities(report, fields)
                : calls(report, fields);
    }

    private static Table calls(Report report, List<Field<TargetReport>> titles) {
        boolean burst = report.run().settings().workload() instanceof BurstLoad;
        List<Figure> speed = burst
                ? List.of(SUCCESS_RATIO, SECONDS_PER_CALL, P50_MILLIS, P99_MILLIS)
                : List.of(SUCCESS_RATIO, P50_MILLIS, P99_MILLIS);
        MarkedFigures figures = new MarkedFigures(report, join(speed, COST, List.of(STARTUP_MILLIS)));
        List<Field<TargetReport>> rate = burst ? List.of() : List.of(achieved());
        return table(CAPTION, join(titles, rate, figures.fields()), report.targets(), figures.note(), planned(report));
    }

    /** From where latencies count, where that needs to be said. */
    private static String planned(Report report) {
        return report.run().settings().workload() instanceof OpenLoad
                ? "p50 and p99 count from the planned start of a call, so they are free of coordinated omission."
                : "";
    }

    private static Field<TargetReport> achieved() {
        Column column = explained("achieved calls/s", "Calls per second that were answered as expected and in time.");
        return new Field<>(column, target -> {
            LoadReport load = target.load();
            if (load == null) {
                return Cell.of(Numbers.NONE);
            }
            String asked = load.offeredCallsPerSecond() == null
                    ? Numbers.count(load.concurrency(), "user")
                    : "of " + Numbers.rate(load.offeredCallsPerSecond());
            double rate = load.achievedCallsPerSecond();
            return new Cell(Numbers.rate(rate), rate, Mark.NONE, asked, "");
        });
    }

    private static Table capacities(Report report, List<Field<TargetReport>> titles) {
        return table(
                CAPTION,
                join(
                        titles,
                        Field.of(TargetReport::capacity, CAPACITY),
                        Field.of(target -> atCapacity(target.capacity()), AT_CAPACITY),
                        Field.of(
                                target -> target.capacity() == null
                                        ? null
                                        : target.capacity().memory(),
                                MEMORY),
                        List.of(STARTUP)),
                report.targets(),
                "p99, CPU, RSS and RSS peak are of the load at the capacity. p99 counts from the planned start of a call,"
                        + " so it is free of coordinated omission.");
    }

    private static Point atCapacity(CapacityReport card) {
        return card == null
                ? null
                : card.points().stream()
                        .filter(point -> point.share() == 1)
                        .findFirst()
                        .orElse(null);
    }

    private static Cell capacity(CapacityReport card) {
        Double rate = card.callsPerSecond();
        if (rate == null) {
            return new Cell(Numbers.NONE, null, Mark.NONE, CapacityWords.brief(card), "");
        }
        String between = card.atLeast()
                ? "achieved " + Numbers.rate(card.low())
                : Numbers.rate(card.low()) + " to " + Numbers.rate(card.high());
        Mark mark = card.wellConfirmed() ? Mark.STRONG : Mark.NONE;
        String detail = between + CapacityWords.doubt(card);
        return new Cell((card.atLeast() ? "at least " : "") + Numbers.rate(rate), rate, mark, detail, "");
    }

    private static String bound(Bound bound) {
        return bound == Bound.SLO || bound == Bound.CPU ? bound.name() : CapacityWords.bound(bound);
    }

    private static Column explained(String label, String explanation) {
        return new Column(label, Content.NUMBER, explanation, 0);
    }

    private static Field<Point> at(String label, String explanation, Function<Point, Double> value) {
        return new Field<>(
                explained(label, explanation),
                point -> Cell.of(Numbers.digits(value.apply(point)), value.apply(point)));
    }

    private static Field<Memory> rss(String label, String explanation, Function<Memory, Long> bytes) {
        return new Field<>(explained(label, explanation), memory -> {
            Long value = bytes.apply(memory);
            return Cell.of(Numbers.groupedMebibytes(value), value == null ? null : value.doubleValue());
        });
    }
}
