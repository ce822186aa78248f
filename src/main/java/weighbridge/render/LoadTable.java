package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.Latency;
import weighbridge.capacity.LoadReport;

/** What came of a steady load at each target, with latencies to the µs. */
final class LoadTable {
    private static final List<String> OPEN = List.of(
            "",
            "p50",
            "p95",
            "p99",
            "max",
            "offered/s",
            "achieved/s",
            "lag p99",
            "lag max",
            "generator's lag p99",
            "pool dry",
            "in flight",
            "");
    private static final List<String> CLOSED =
            List.of("p50", "p95", "p99", "max", "users", "achieved/s", "in flight", "");

    private LoadTable() {}

    /** Of a load that starts calls at planned times, from the planned and from the actual start. */
    static List<String> open(Report report, int titleWidth) {
        Table table = new Table(titleWidth, OPEN);
        for (TargetReport target : report.targets()) {
            LoadReport load = target.load();
            if (load == null) {
                table.add(target.title(), none(OPEN));
            } else {
                table.add(target.title(), planned(load));
                table.add("", actual(load));
            }
        }
        return table.lines();
    }

    /** Of a load whose users call again once they are answered: there is no start but the actual one. */
    static List<String> closed(Report report, int titleWidth) {
        Table table = new Table(titleWidth, CLOSED);
        for (TargetReport target : report.targets()) {
            LoadReport load = target.load();
            table.add(target.title(), load == null ? none(CLOSED) : users(load));
        }
        return table.lines();
    }

    private static List<String> none(List<String> head) {
        return head.stream()
                .map(title -> title.isEmpty() ? "" : Text.NOT_AVAILABLE)
                .toList();
    }

    private static List<String> planned(LoadReport load) {
        LoadReport.Lag lag = load.lag();
        return cells(
                "planned",
                load.plannedLatencyMillis(),
                LoadText.rate(load.offeredCallsPerSecond()),
                LoadText.rate(load.achievedCallsPerSecond()),
                LoadText.millis(lag == null ? null : lag.p99()),
                LoadText.millis(lag == null ? null : lag.max()),
                LoadText.millis(lag == null ? null : lag.generatorP99()),
                LoadText.count(load.poolDryCalls()),
                LoadText.rate(load.inFlight()),
                load.inFlightGrows() ? "more and more in flight" : "");
    }

    private static List<String> actual(LoadReport load) {
        return cells("actual", load.latencyMillis(), "", "", "", "", "", "", "", "");
    }

    private static List<String> users(LoadReport load) {
        List<String> cells = cells(
                "",
                load.latencyMillis(),
                load.concurrency() == null ? Text.NOT_AVAILABLE : LoadText.count(load.concurrency()),
                LoadText.rate(load.achievedCallsPerSecond()),
                LoadText.rate(load.inFlight()),
                "Little's law: " + LoadText.little(load.littleDeviation()));
        return cells.subList(1, cells.size());
    }

    private static List<String> cells(String kind, Latency latency, String... others) {
        List<String> cells = new ArrayList<>(List.of(
                kind,
                LoadText.millis(latency == null ? null : latency.p50()),
                LoadText.millis(latency == null ? null : latency.p95()),
                LoadText.millis(latency == null ? null : latency.p99()),
                LoadText.millis(latency == null ? null : latency.max())));
        cells.addAll(List.of(others));
        return cells;
    }
}
