package weighbridge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import weighbridge.analysis.BurstReport.Failure;
import weighbridge.analysis.Explanation;
import weighbridge.analysis.Floor;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.target.Fault;

/** What the console shows at the end of a run, and {@code summary.txt} holds. */
public final class ConsoleSummary {
    private final Report report;
    private final int titleWidth;
    private final int urlWidth;
    private final List<String> lines = new ArrayList<>();

    private ConsoleSummary(Report report) {
        this.report = report;
        this.titleWidth = Math.max(
                mainTitle().length(),
                report.targets().stream()
                        .mapToInt(target -> target.title().length())
                        .max()
                        .orElse(0));
        this.urlWidth = report.targets().stream()
                .mapToInt(target -> target.url().length())
                .max()
                .orElse(0);
    }

    /** The report as plain text, each line ended by \n. */
    public static String format(Report report) {
        ConsoleSummary summary = new ConsoleSummary(report);
        if (report.rounds().count() > 1) {
            summary.lines.addAll(RoundsTable.head(report));
            summary.lines.add("");
        }
        summary.idle();
        if (report.targets().stream().anyMatch(ConsoleSummary::called)) {
            summary.hammering();
            summary.tables();
        }
        if (report.main().memory().after() != null
                || report.targets().stream().anyMatch(target -> target.memory().after() != null)) {
            summary.weighedAgain();
        }
        if (report.targets().stream().anyMatch(ConsoleSummary::called)
                || report.main().memory().after() != null) {
            summary.memory();
        }
        if (report.rounds().count() > 1) {
            summary.lines.add("");
            summary.lines.addAll(RoundsTable.lines(report, summary.titleWidth));
        }
        if (!report.promises().isEmpty()) {
            summary.lines.add("");
            summary.lines.addAll(PromiseLines.of(report.promises()));
        }
        summary.lines.addAll(EndingLines.of(report));
        // A run folder may come from somebody else: no name, version or address in it is sure to be one.
        return summary.lines.stream().map(Fault::oneLine).collect(Collectors.joining("\n", "", "\n"));
    }

    private static boolean called(TargetReport target) {
        return target.calls() > 0 || target.cold() != null;
    }

    private void idle() {
        lines.add("Started independent subprocesses: " + names(target -> target.started() && target.pid() != null));
        Predicate<TargetReport> ranAlready =
                target -> !target.started() && !target.outcome().equals("failed-to-start");
        if (report.targets().stream().anyMatch(ranAlready)) {
            lines.add("Running already, and not to be ended: " + names(ranAlready));
        }
        if (report.main().memory().idle() != null) {
            lines.add("Waited " + Text.number(report.run().settings().settleMillis())
                    + " seconds, measuring memory consumption now:");
        }
        lines.add("");
        lines.addAll(WeightLines.idle(report, titleWidth));
    }

    private void hammering() {
        Predicate<TargetReport> called = ConsoleSummary::called;
        lines.add("");
        lines.add(floor(report.floor()));
        lines.add("Now hammering each of those servers "
                + report.run().settings().calls() + " times, with a "
                + Text.decimal(report.run().settings().timeoutMillis()) + " seconds timeout:  " + names(called)
                + " - Done");
        lines.add(String.format(
                Locale.ROOT,
                "Concurrent hammering %d * %d urls took %.1f secs. Results: (200 = OK; -1 = exception, by cause below)",
                report.targets().stream().filter(called).count(),
                report.run().settings().calls(),
                report.hammeringSeconds()));
        lines.add("");
        report.targets().stream().map(TrafficLine::of).flatMap(Optional::stream).forEach(lines::add);
        for (TargetReport target : report.targets()) {
            lines.add(pad(target.title()) + "   " + Text.pad(target.url(), urlWidth) + "   " + took(target));
            for (Failure failure : target.failures()) {
                lines.add(pad("") + "   " + failure.calls() + " " + failure.cause() + ": "
                        + Fault.oneLine(failure.message(), 120));
            }
        }
        List<Explanation> explanations = report.targets().stream()
                .map(TargetReport::explanation)
                .filter(Objects::nonNull)
                .toList();
        if (!explanations.isEmpty()) {
            lines.add("");
            explanations.forEach(explanation -> lines.add(explanation.sentence()));
        }
    }

    private void tables() {
        String warm = report.run().settings().warmup() == 0 ? "without any warm-up" : "after unlogged warm-up bursts";
        table("Cold, the first burst that each of them ever got, and measured, " + warm + ":", WarmthTable::lines);
        table(
                "Measured: times of the calls that succeeded (ok) and failed (ko), spread of their starts, and start-up of"
                        + " the server, in ms; most calls in flight:",
                LatencyTable::lines);
        table("Measured: processor time of each of them, and of the generator with how it fared:", CpuTable::lines);
    }

    private void table(String title, BiFunction<Report, Integer, List<String>> format) {
        lines.add("");
        lines.add(title);
        lines.add("");
        lines.addAll(format.apply(report, titleWidth));
    }

    private static String floor(Floor floor) {
        if (floor == null) {
            return "The generator's floor is not known";
        }
        return String.format(
                Locale.ROOT,
                "The generator's floor, at a server that does nothing: %.6f seconds/call (%.6f to %.6f), with %s%% success,"
                        + " in %d bursts between those of the targets",
                floor.secondsPerCall(),
                floor.lowSecondsPerCall(),
                floor.highSecondsPerCall(),
                Text.percent(floor.successRatio()),
                floor.bursts());
    }

    private static String took(TargetReport target) {
        if (target.calls() == 0) {
            return (target.cold() == null ? "no calls: " : "no measured calls: ") + target.outcome();
        }
        String counter = target.counter().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "Counter({", "})"));
        return String.format(
                Locale.ROOT,
                "took %.4f seconds/call, with %s%% success - %s%s",
                target.secondsPerCall(),
                Text.percent(target.successRatio()),
                counter,
                target.measured() ? "" : " - " + target.outcome());
    }

    private void weighedAgain() {
        lines.add("");
        lines.add("Now after all those calls, measure memory again ...  Waited "
                + Text.number(report.run().settings().settleMillis()) + " seconds, measuring memory consumption now:");
        lines.add("");
        lines.addAll(WeightLines.after(report, titleWidth));
    }

    private void memory() {
        table("MiB at each moment of weighing, live heap after a garbage collection:", MemoryTable::lines);
    }

    private String names(Predicate<TargetReport> which) {
        return Text.orNone(report.targets().stream().filter(which).map(TargetReport::name));
    }

    private String pad(String title) {
        return Text.pad(title, titleWidth);
    }

    private String mainTitle() {
        return "main " + report.main().version();
    }
}
