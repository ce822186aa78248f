package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import weighbridge.analysis.BurstReport;
import weighbridge.analysis.BurstReport.Failure;
import weighbridge.analysis.Floor;
import weighbridge.analysis.Report;
import weighbridge.analysis.SocketReport;
import weighbridge.analysis.TargetReport;
import weighbridge.render.Sheet.*;
import weighbridge.text.Fault;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Workload;

/** How the servers were called, and a line for what came of it at each. */
final class CallsSection {
    private static final int MOST_CAUSES = 3;

    private final Report report;
    private final List<String> lines = new ArrayList<>();

    private CallsSection(Report report) {
        this.report = report;
    }

    static Section of(Report report) {
        List<Part> parts = new ArrayList<>();
        List<String> head = new ArrayList<>();
        // Bursts have one in any case; of another load that there is none says nothing.
        if (report.floor() != null || report.run().settings().workload() instanceof BurstLoad) {
            head.add("Generator floor, the same burst at a do-nothing server: " + floor(report.floor()));
        }
        head.addAll(head(report, "  "));
        parts.add(new Lines(head));
        CallsSection calls = new CallsSection(report);
        report.targets().forEach(calls::addTraffic);
        report.targets().forEach(calls::addResult);
        parts.add(new Lines(calls.lines));
        List<String> explanations = report.targets().stream()
                .map(TargetReport::explanation)
                .filter(Objects::nonNull)
                .map(ExplanationWords::of)
                .toList();
        if (!explanations.isEmpty()) {
            parts.add(new Lines(explanations));
        }
        return new Section(Kind.CALLS, "", parts);
    }

    /** In fewer words: versions and addresses stand above it on a console, and causes need no messages there. */
    static Section console(Report report) {
        CallsSection calls = new CallsSection(report);
        int width = report.targets().stream()
                .mapToInt(target -> target.name().length())
                .max()
                .orElse(0);
        report.targets().forEach(target -> calls.addBriefResult(target, width));
        List<String> head = head(report, "\n  ").stream().flatMap(String::lines).toList();
        return Section.of(Kind.CALLS, new Lines(head), new Lines(calls.lines));
    }

    /** Whether there is anything to say of it. */
    static boolean isCalled(TargetReport target) {
        return target.burst().calls() > 0 || target.cold() != null || target.capacity() != null;
    }

    /** @param beforeNames of the servers that were called */
    private static List<String> head(Report report, String beforeNames) {
        List<String> called = report.targets().stream()
                .filter(CallsSection::isCalled)
                .map(TargetReport::name)
                .toList();
        return List.of(
                "Now hammering each of those servers "
                        + LoadWords.of(report.run().settings()) + ", with a "
                        + Numbers.decimalSeconds(report.run().settings().timeoutMillis()) + " seconds timeout:"
                        + beforeNames + Titles.orNone(called.stream()) + " - Done",
                took(report, called.size()));
    }

    private static String took(Report report, int servers) {
        Workload workload = report.run().settings().workload();
        String count = Numbers.count(servers, "server");
        if (workload instanceof CapacitySearch) {
            double seconds = report.targets().stream()
                    .filter(target -> target.capacity() != null)
                    .mapToDouble(target -> target.capacity().searchSeconds())
                    .sum();
            return "Finding the capacity of " + count + seconds(seconds) + " Results:";
        }
        String hammered = workload instanceof BurstLoad bursts
                ? "Concurrent hammering " + servers + " * " + bursts.calls() + " urls"
                : "Hammering " + count;
        return hammered + seconds(report.hammeringSeconds()) + " Results: (200 = OK; -1 = exception, by cause below)";
    }

    private static String seconds(double seconds) {
        return " took " + Numbers.fixed(seconds, 1) + " secs.";
    }

    /** What the generator's floor is: the median of its bursts, and the 20th and 80th percentile. */
    static String floor(Floor floor) {
        if (floor == null) {
            return Numbers.NONE;
        }
        return Numbers.perCall(floor.secondsPerCall()) + " seconds/call (middle 60 %: "
                + Numbers.perCall(floor.lowSecondsPerCall())
                + " to " + Numbers.perCall(floor.highSecondsPerCall()) + "), " + Numbers.success(floor.successRatio())
                + " success, " + Numbers.count(floor.bursts(), "burst");
    }

    /** How it was called, where that is not one plain GET a user on a connection of its own. */
    private void addTraffic(TargetReport target) {
        TargetReport.Identity called = target.identity();
        // Over a time users go round what there is to call, and how they connect is the run's choice.
        boolean bursts = report.run().settings().workload() instanceof BurstLoad;
        boolean plain = called.requests().get(0).method().equals("GET")
                && (bursts
                        ? called.callsPerUser() == 1 && !called.keepAlive()
                        : called.requests().size() == 1);
        if (!plain) {
            String methods = called.requests().stream()
                    .map(request -> request.method() + " " + request.url())
                    .collect(Collectors.joining(", then "));
            String users = "; " + Numbers.count(called.callsPerUser(), "call") + " a user, "
                    + (called.keepAlive() ? "on one connection that is kept" : "each on a connection of its own")
                    + opened(target.window().sockets());
            lines.add(target.name() + ": " + methods + (bursts ? users : ""));
        }
    }

    /** Where connections are kept, none should be opened while calls are measured. */
    private static String opened(SocketReport sockets) {
        Long opened = sockets == null || sockets.connectionsReopened() == null ? null : sockets.connectionsOpened();
        return opened == null || opened == 0 ? "" : " (" + Numbers.count(opened) + " opened in the measured burst)";
    }

    private void addBriefResult(TargetReport target, int width) {
        String title = TextRenderer.pad(target.name(), width) + TextRenderer.GAP;
        if (target.capacity() != null) {
            lines.add(title + CapacityWords.withoutSlo(target.capacity()) + left(target));
            return; // a search goes beyond what a server can answer
        }
        lines.add(title + outcome(target));
        List<Failure> failures = target.burst().failures();
        if (!failures.isEmpty()) {
            String causes = failures.stream()
                    .limit(MOST_CAUSES)
                    .map(failure -> failure.calls() + " " + failure.cause().label())
                    .collect(Collectors.joining(", "));
            int more = failures.size() - MOST_CAUSES;
            lines.add(" ".repeat(title.length())
                    + causes
                    + (more > 0 ? " and " + Numbers.count(more, "more cause") : ""));
        }
    }

    private void addResult(TargetReport target) {
        int width = Titles.width(report);
        int urlWidth = report.targets().stream()
                .mapToInt(each -> each.identity().url().length())
                .max()
                .orElse(0);
        lines.add(TextRenderer.pad(target.title(), width)
                + TextRenderer.GAP
                + TextRenderer.pad(target.identity().url(), urlWidth)
                + TextRenderer.GAP
                + outcome(target));
        target.burst().failures().forEach(failure -> lines.add(" ".repeat(width) + TextRenderer.GAP + words(failure)));
    }

    /** What came of calls that failed for one cause. */
    static String words(Failure failure) {
        return failure.calls() + " " + failure.cause().label() + ": " + Fault.oneLine(failure.message(), 120);
    }

    private static String outcome(TargetReport target) {
        BurstReport burst = target.burst();
        if (target.capacity() != null) {
            return CapacityWords.sentence(target.capacity()) + left(target);
        }
        if (burst.calls() == 0) {
            return (target.cold() == null ? "no calls: " : "no measured calls: ")
                    + target.outcome().label();
        }
        String counter = burst.counter().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "Counter({", "})"));
        return "took " + Numbers.fixed(burst.secondsPerCall(), 4) + " seconds/call, with "
                + Numbers.success(burst.successRatio()) + " success - " + counter + left(target);
    }

    private static String left(TargetReport target) {
        return target.measured() ? "" : " - " + target.outcome().label();
    }
}
