package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.Latency;
import weighbridge.capacity.LoadReport;
import weighbridge.workload.ClosedLoad;

/** What came of a steady load in Markdown, a row for each target. */
final class MarkdownLoad {
    private static final List<String> OPEN = List.of(
            "target",
            "offered/s",
            "achieved/s",
            "p50 ms",
            "p99 ms",
            "max ms",
            "p50 ms, actual start",
            "p99 ms, actual start",
            "lag p99 ms",
            "lag max ms",
            "pool dry",
            "in flight");
    private static final List<String> CLOSED = List.of(
            "target", "users", "achieved/s", "p50 ms", "p95 ms", "p99 ms", "max ms", "in flight", "Little's law");

    private MarkdownLoad() {}

    /** None of another run. @param most characters of the rows */
    static List<String> lines(Report report, int most) {
        boolean closed = report.run().settings().workload() instanceof ClosedLoad;
        List<String> head = closed ? CLOSED : OPEN;
        List<String> rows = report.targets().stream()
                .filter(target -> target.load() != null)
                .map(target -> MarkdownTable.line(closed ? closed(target) : open(target)))
                .toList();
        List<String> lines =
                new ArrayList<>(List.of(MarkdownTable.line(head), "| :--- |" + " ---: |".repeat(head.size() - 1)));
        lines.addAll(MarkdownTable.fitting(rows, most));
        lines.add("Each server was hammered " + LoadWords.of(report.run().settings()) + ". Latency is from the "
                + (closed ? "actual start." : "planned start where nothing else is said."));
        return lines;
    }

    private static List<String> open(TargetReport target) {
        LoadReport load = target.load();
        Latency planned = load.plannedLatencyMillis();
        Latency actual = load.latencyMillis();
        LoadReport.Lag lag = load.lag();
        return List.of(
                title(target),
                LoadText.rate(load.offeredCallsPerSecond()),
                LoadText.rate(load.achievedCallsPerSecond()),
                LoadText.millis(planned == null ? null : planned.p50()),
                LoadText.millis(planned == null ? null : planned.p99()),
                LoadText.millis(planned == null ? null : planned.max()),
                LoadText.millis(actual == null ? null : actual.p50()),
                LoadText.millis(actual == null ? null : actual.p99()),
                LoadText.millis(lag == null ? null : lag.p99()),
                LoadText.millis(lag == null ? null : lag.max()),
                LoadText.count(load.poolDryCalls()),
                LoadText.rate(load.inFlight()));
    }

    private static List<String> closed(TargetReport target) {
        LoadReport load = target.load();
        Latency latency = load.latencyMillis();
        return List.of(
                title(target),
                Text.orNotAvailable(load.concurrency()),
                LoadText.rate(load.achievedCallsPerSecond()),
                LoadText.millis(latency == null ? null : latency.p50()),
                LoadText.millis(latency == null ? null : latency.p95()),
                LoadText.millis(latency == null ? null : latency.p99()),
                LoadText.millis(latency == null ? null : latency.max()),
                LoadText.rate(load.inFlight()),
                LoadText.little(load.littleDeviation()));
    }

    private static String title(TargetReport target) {
        return MarkdownTable.title(target.name(), target.identity().version(), target.outcome(), target.reason());
    }
}
