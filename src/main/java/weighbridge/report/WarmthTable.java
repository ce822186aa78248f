package weighbridge.report;

import java.util.List;
import weighbridge.analysis.BurstReport;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;

/** The first burst that a fresh target ever got beside the measured one. */
final class WarmthTable {
    private WarmthTable() {}

    static List<String> lines(Report report, int titleWidth) {
        Table table = new Table(
                titleWidth,
                List.of("cold success", "seconds/call", "warm success", "seconds/call", "warm-up bursts", ""));
        for (TargetReport target : report.targets()) {
            BurstReport cold = target.cold();
            table.add(
                    target.title(),
                    List.of(
                            Text.success(cold == null ? null : cold.successRatio()),
                            Text.secondsPerCall(cold == null ? null : cold.secondsPerCall()),
                            Text.success(target.successRatio()),
                            Text.secondsPerCall(target.secondsPerCall()),
                            Integer.toString(target.warmup().bursts()),
                            note(target)));
        }
        return table.lines();
    }

    private static String note(TargetReport target) {
        if (target.calls() == 0) {
            return "";
        }
        String steady = Boolean.FALSE.equals(target.warmup().steady()) ? "not steady" : "steady";
        return Boolean.TRUE.equals(target.atFloor()) ? steady + ", at the generator's floor" : steady;
    }
}
