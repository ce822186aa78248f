package weighbridge.render;

import java.util.List;
import weighbridge.analysis.LatencySummary;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;

/** Latencies of the measured bursts, successes and failures apart, then what belongs to a burst as a whole. */
final class LatencyTable {
    private LatencyTable() {}

    static List<String> lines(Report report, int titleWidth) {
        Table table = new Table(
                titleWidth,
                List.of("", "calls", "p50", "p75", "p95", "p99", "max", "in flight", "starts spread", "start-up"));
        for (TargetReport target : report.targets()) {
            LatencySummary ok = target.burst().latencyMillis().ok();
            LatencySummary ko = target.burst().latencyMillis().ko();
            if (ok != null || ko == null) {
                table.add(target.title(), cells("ok", ok, target));
            }
            if (ko != null) {
                table.add(ok == null ? target.title() : "", cells("ko", ko, ok == null ? target : null));
            }
        }
        return table.lines();
    }

    private static List<String> cells(String kind, LatencySummary latency, TargetReport target) {
        return List.of(
                kind,
                latency == null ? "0" : Integer.toString(latency.count()),
                latency == null ? Text.NOT_AVAILABLE : Integer.toString(latency.p50()),
                latency == null ? Text.NOT_AVAILABLE : Integer.toString(latency.p75()),
                latency == null ? Text.NOT_AVAILABLE : Integer.toString(latency.p95()),
                latency == null ? Text.NOT_AVAILABLE : Text.orNotAvailable(latency.p99()),
                latency == null ? Text.NOT_AVAILABLE : Integer.toString(latency.max()),
                target == null ? "" : Text.orNotAvailable(target.burst().peakInFlight()),
                target == null ? "" : Text.orNotAvailable(target.burst().startSpreadMillis()),
                target == null ? "" : Text.orNotAvailable(target.startupMillis()));
    }
}
