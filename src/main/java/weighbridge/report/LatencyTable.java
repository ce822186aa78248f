package weighbridge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weighbridge.analysis.LatencySummary;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;

/** Latencies of a run as rows: successes and failures apart, then what belongs to a target as a whole. */
final class LatencyTable {
    private static final String ROW = "%s   %-4s%8s%8s%8s%8s%8s%8s%12s%14s";

    private LatencyTable() {}

    static List<String> rows(Report report, int titleWidth) {
        List<String> rows = new ArrayList<>();
        rows.add("");
        rows.add("Milliseconds from the start of a call to its end, of those that succeeded (ok) and failed (ko):");
        rows.add("");
        rows.add(row(
                Text.pad("", titleWidth), "", "calls", "p50", "p75", "p95", "p99", "max", "in flight", "start-up ms"));
        for (TargetReport target : report.targets()) {
            String title = Text.pad(target.title(), titleWidth);
            LatencySummary ok = target.latencyMillis().ok();
            LatencySummary ko = target.latencyMillis().ko();
            if (ok != null || ko == null) {
                rows.add(row(title, "ok", ok, target));
            }
            if (ko != null) {
                rows.add(ok == null ? row(title, "ko", ko, target) : row(Text.pad("", titleWidth), "ko", ko, null));
            }
        }
        return rows;
    }

    private static String row(String title, String kind, LatencySummary latency, TargetReport target) {
        String inFlight = target == null ? "" : Text.orNotAvailable(target.peakInFlight());
        String startup = target == null ? "" : Text.orNotAvailable(target.startupMillis());
        if (latency == null) {
            return row(title, kind, "0", "n/a", "n/a", "n/a", "n/a", "n/a", inFlight, startup);
        }
        return row(
                title,
                kind,
                Integer.toString(latency.count()),
                Integer.toString(latency.p50()),
                Integer.toString(latency.p75()),
                Integer.toString(latency.p95()),
                Text.orNotAvailable(latency.p99()),
                Integer.toString(latency.max()),
                inFlight,
                startup);
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, ROW, cells).stripTrailing();
    }
}
