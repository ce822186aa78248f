package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import weighbridge.analysis.BurstReport.Failure;
import weighbridge.analysis.Explanation;
import weighbridge.analysis.Floor;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.text.Fault;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Workload;

/** How the servers were hammered, and a line for what came of it at each. */
final class HammeringLines {
    private final Report report;
    private final int titleWidth;
    private final int urlWidth;
    private final List<String> lines = new ArrayList<>();

    private HammeringLines(Report report, int titleWidth) {
        this.report = report;
        this.titleWidth = titleWidth;
        this.urlWidth = report.targets().stream()
                .mapToInt(target -> target.identity().url().length())
                .max()
                .orElse(0);
    }

    static List<String> of(Report report, int titleWidth) {
        HammeringLines hammering = new HammeringLines(report, titleWidth);
        hammering.head();
        hammering.lines.add("");
        report.targets().stream()
                .map(target -> TrafficLine.of(report, target))
                .flatMap(Optional::stream)
                .forEach(hammering.lines::add);
        report.targets().forEach(hammering::result);
        hammering.explanations();
        return hammering.lines;
    }

    /** Whether there is anything to say of it. */
    static boolean isCalled(TargetReport target) {
        return target.burst().calls() > 0 || target.cold() != null || target.capacity() != null;
    }

    private void head() {
        // Bursts have one in any case; of another load that there is none says nothing.
        if (report.floor() != null || report.run().settings().workload() instanceof BurstLoad) {
            lines.add(floor(report.floor()));
        }
        List<String> called = report.targets().stream()
                .filter(HammeringLines::isCalled)
                .map(TargetReport::name)
                .toList();
        lines.add("Now hammering each of those servers "
                + LoadWords.of(report.run().settings()) + ", with a "
                + Text.decimal(report.run().settings().timeoutMillis()) + " seconds timeout:  "
                + Text.orNone(called.stream()) + " - Done");
        lines.add(took(called.size()));
    }

    private String took(int servers) {
        String legend = " Results: (200 = OK; -1 = exception, by cause below)";
        Workload workload = report.run().settings().workload();
        if (workload instanceof CapacitySearch) {
            return String.format(
                    Locale.ROOT,
                    "Finding what %s hold%s took %.1f secs. Results:",
                    Headline.count(servers, "server"),
                    servers == 1 ? "s" : "",
                    report.targets().stream()
                            .filter(target -> target.capacity() != null)
                            .mapToDouble(target -> target.capacity().searchSeconds())
                            .sum());
        }
        String hammered = workload instanceof BurstLoad bursts
                ? "Concurrent hammering " + servers + " * " + bursts.calls() + " urls"
                : "Hammering " + Headline.count(servers, "server");
        return String.format(Locale.ROOT, "%s took %.1f secs.%s", hammered, report.hammeringSeconds(), legend);
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

    private void result(TargetReport target) {
        lines.add(pad(target.title()) + "   " + Text.pad(target.identity().url(), urlWidth) + "   " + outcome(target));
        for (Failure failure : target.burst().failures()) {
            lines.add(pad("") + "   " + failure.calls() + " " + failure.cause() + ": "
                    + Fault.oneLine(failure.message(), 120));
        }
    }

    private static String outcome(TargetReport target) {
        if (target.capacity() != null) {
            return CapacityWords.sentence(target.capacity()) + left(target);
        }
        if (target.burst().calls() == 0) {
            return (target.cold() == null ? "no calls: " : "no measured calls: ") + target.outcome();
        }
        String counter = target.burst().counter().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "Counter({", "})"));
        return String.format(
                Locale.ROOT,
                "took %.4f seconds/call, with %s%% success - %s%s",
                target.burst().secondsPerCall(),
                Text.percent(target.burst().successRatio()),
                counter,
                left(target));
    }

    private static String left(TargetReport target) {
        return target.measured() ? "" : " - " + target.outcome();
    }

    private void explanations() {
        List<Explanation> explanations = report.targets().stream()
                .map(TargetReport::explanation)
                .filter(Objects::nonNull)
                .toList();
        if (!explanations.isEmpty()) {
            lines.add("");
            explanations.forEach(explanation -> lines.add(explanation.sentence()));
        }
    }

    private String pad(String title) {
        return Text.pad(title, titleWidth);
    }
}
