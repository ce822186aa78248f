package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.text.Fault;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.ClosedLoad;
import weighbridge.workload.Workload;

/** What the console shows at the end of a run, and {@code summary.txt} holds. */
public final class ConsoleSummary {
    private final Report report;
    private final int titleWidth;
    private final List<String> lines = new ArrayList<>();

    private ConsoleSummary(Report report) {
        this.report = report;
        this.titleWidth = Math.max(
                mainTitle().length(),
                report.targets().stream()
                        .mapToInt(target -> target.title().length())
                        .max()
                        .orElse(0));
    }

    /** The report as plain text, each line ended by \n. */
    public static String format(Report report) {
        ConsoleSummary summary = new ConsoleSummary(report);
        if (report.rounds().count() > 1) {
            summary.lines.addAll(RoundsTable.head(report));
            summary.lines.add("");
        }
        summary.idle();
        if (report.targets().stream().anyMatch(HammeringLines::isCalled)) {
            summary.lines.add("");
            summary.lines.addAll(HammeringLines.of(report, summary.titleWidth));
            summary.tables();
        }
        if (report.main().memory().after() != null
                || report.targets().stream().anyMatch(target -> target.memory().after() != null)) {
            summary.weighedAgain();
        }
        if (report.targets().stream().anyMatch(HammeringLines::isCalled)
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

    private void idle() {
        lines.add("Started independent subprocesses: "
                + names(target ->
                        target.identity().started() && target.identity().pid() != null));
        Predicate<TargetReport> ranAlready =
                target -> !target.identity().started() && !target.outcome().equals("failed-to-start");
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

    private void tables() {
        Workload workload = report.run().settings().workload();
        if (workload instanceof CapacitySearch) {
            capacity();
            return;
        }
        if (workload instanceof BurstLoad bursts) {
            String warm = bursts.warmup() == 0 ? "without any warm-up" : "after unlogged warm-up bursts";
            table("Cold, the first burst that each of them ever got, and measured, " + warm + ":", WarmthTable::lines);
        } else {
            load();
        }
        calls();
    }

    private void calls() {
        table(
                "Measured: times of the calls that succeeded (ok) and failed (ko), spread of their starts, and start-up of"
                        + " the server, in ms; most calls in flight:",
                LatencyTable::lines);
        table("Measured: processor time of each of them, and of the generator with how it fared:", CpuTable::lines);
    }

    private void load() {
        if (report.run().settings().workload() instanceof ClosedLoad) {
            table("Closed load: latency of the calls that succeeded, in ms:", LoadTable::closed);
        } else {
            table(
                    "Open load: latency of the calls that succeeded, from their planned and from their actual start, and how far the"
                            + " actual start lay behind (lag), in ms; calls that waited until a user was free (pool dry):",
                    LoadTable::open);
        }
    }

    private void capacity() {
        List<TargetReport> targets = report.targets().stream()
                .filter(target -> target.capacity() != null)
                .toList();
        for (TargetReport target : targets) {
            lines.add("");
            lines.addAll(CapacityCard.lines(target));
        }
        for (TargetReport target : targets) {
            table(
                    "Probes of " + target.title()
                            + " (p99 from the planned start, of closed loads from the actual one):",
                    (all, width) -> ProbeTable.lines(target.capacity()));
        }
    }

    private void table(String title, BiFunction<Report, Integer, List<String>> format) {
        lines.add("");
        lines.add(title);
        lines.add("");
        lines.addAll(format.apply(report, titleWidth));
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

    private String mainTitle() {
        return "main " + report.main().version();
    }
}
