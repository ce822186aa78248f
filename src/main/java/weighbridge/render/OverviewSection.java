package weighbridge.render;

import static weighbridge.render.Field.*;

import java.util.ArrayList;
import java.util.List;
import weighbridge.analysis.FigureReport;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.CapacityReport.Memory;
import weighbridge.capacity.CapacityReport.Point;
import weighbridge.capacity.LoadReport;
import weighbridge.figure.Figure;
import weighbridge.render.Sheet.*;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.OpenLoad;
import weighbridge.workload.Workload;

/** The main figures of a run in one table that fits on a console: what it was made for first, then what that costs. */
final class OverviewSection {
    private static final List<Field<TargetReport>> COST = List.of(
            figure("RSS idle", Figure.IDLE_RSS_BYTES),
            figure("peak", Figure.PEAK_RSS_BYTES),
            figure("settled", Figure.SETTLED_RSS_BYTES),
            figure("CPU", Figure.CPU_SECONDS_PER_1000_CALLS),
            figure("start-up", Figure.STARTUP_MILLIS));

    private static final List<Field<CapacityReport>> CAPACITY = join(
            List.of(
                    new Field<>(Column.number("capacity"), card -> Cell.of(rate(card))),
                    words("bound by", card -> CapacityWords.bound(card.bound()))),
            Field.of(
                    CapacitySection::atRate,
                    List.of(
                            number("p50", Point::p50Millis, Numbers::thousandths),
                            number("p99", Point::p99Millis, Numbers::thousandths),
                            number("cores", Point::cores, Numbers::thousandths))),
            Field.of(
                    CapacityReport::memory,
                    List.of(
                            number("RSS idle", Memory::idleRssBytes, Numbers::mebibytes),
                            number("at rate", Memory::atRateRssBytes, Numbers::mebibytes),
                            number("peak", Memory::peakRssBytes, Numbers::mebibytes),
                            number("settled", Memory::settledRssBytes, Numbers::mebibytes))),
            List.of(number("start-up", CapacityReport::startupMillis, Numbers::orNone)));

    private OverviewSection() {}

    /** With what the columns count. */
    static Table of(Report report) {
        Workload workload = report.run().settings().workload();
        List<Field<TargetReport>> fields = new ArrayList<>(List.of(words("", TargetReport::name)));
        if (workload instanceof CapacitySearch) {
            fields.addAll(Field.of(TargetReport::capacity, CAPACITY));
            if (CapacitySection.areBoxed(report)) {
                fields.addAll(Field.of(TargetReport::capacity, List.of(words("box", CapacityWords::limits))));
            }
        } else {
            fields.addAll(calls(report, workload));
            fields.addAll(COST);
        }
        List<String> notes = new ArrayList<>(List.of(units(report, workload)));
        if (FailedCalls.areSeen(report, List.of(Figure.SECONDS_PER_CALL, Figure.CPU_SECONDS_PER_1000_CALLS))) {
            notes.add(FailedCalls.NOTE);
        }
        if (report.floor() != null) {
            notes.add("generator floor (do-nothing server): " + CallsSection.floor(report.floor()));
        }
        return table("", fields, report.targets(), notes.toArray(String[]::new));
    }

    private static List<Field<TargetReport>> calls(Report report, Workload workload) {
        List<Field<TargetReport>> fields = new ArrayList<>();
        if (workload instanceof BurstLoad) {
            fields.add(figure("s/call", Figure.SECONDS_PER_CALL));
            if (report.rounds().count() > 1) {
                fields.add(words("95 % interval", target -> interval(target.figure(Figure.SECONDS_PER_CALL))));
            }
        } else {
            fields.add(number("calls/s", at(TargetReport::load, LoadReport::achievedCallsPerSecond), Numbers::rate));
        }
        fields.add(new Field<>(Column.number("success"), OverviewSection::success));
        fields.add(figure("p50", Figure.P50_MILLIS));
        fields.add(figure("p99", Figure.P99_MILLIS));
        return fields;
    }

    private static Field<TargetReport> figure(String label, Figure figure) {
        return new Field<>(Column.number(label), target -> {
            Double value = target.figure(figure).median();
            return Cell.of(FailedCalls.text(target, figure), value);
        });
    }

    private static String interval(FigureReport over) {
        return RoundsSection.interval(Figure.SECONDS_PER_CALL, over);
    }

    /** Calls that failed are what a reader has to see first. */
    private static Cell success(TargetReport target) {
        Double success = target.figure(Figure.SUCCESS_RATIO).median();
        Mark mark = success != null && success < 1 ? Mark.STRONG : Mark.NONE;
        return new Cell(Numbers.success(success), success, mark, "", "");
    }

    private static String rate(CapacityReport card) {
        return card.callsPerSecond() == null
                ? Numbers.NONE
                : (card.atLeast() ? "at least " : "") + Numbers.rate(card.callsPerSecond());
    }

    private static String units(Report report, Workload workload) {
        String start = workload instanceof OpenLoad ? " from the planned start" : "";
        if (workload instanceof CapacitySearch) {
            return "capacity: calls/s with "
                    + CapacityWords.promises(report.run().settings().sloText())
                    + "; p50, p99: ms from the planned start, and cores of the server, at that rate; RSS: MiB; start-up: ms";
        }
        String medians = report.rounds().count() > 1
                ? "; medians over " + report.rounds().count() + " rounds"
                        + (workload instanceof BurstLoad ? "" : ", calls/s of the middle one")
                : "";
        return "p50, p99: ms" + start + "; RSS: MiB, peak while measured; CPU: s per 1,000 calls; start-up: ms"
                + medians;
    }
}
