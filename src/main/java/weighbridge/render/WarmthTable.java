package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import weighbridge.analysis.BurstReport;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.text.Fault;

/** The first burst that a fresh target ever got beside the measured one. */
final class WarmthTable {
    private WarmthTable() {}

    static List<String> lines(Report report, int titleWidth) {
        Table table = new Table(
                titleWidth,
                List.of("cold success", "cold s/call", "warm success", "warm s/call", "warm-up bursts", ""));
        for (TargetReport target : report.targets()) {
            BurstReport cold = target.cold();
            table.add(
                    target.title(),
                    List.of(
                            Text.success(cold == null ? null : cold.successRatio()),
                            Text.secondsPerCall(cold == null ? null : cold.secondsPerCall()),
                            Text.success(target.burst().successRatio()),
                            Text.secondsPerCall(target.burst().secondsPerCall()),
                            Integer.toString(target.warmup().bursts()),
                            note(target)));
        }
        List<String> lines = new ArrayList<>(table.lines());
        for (TargetReport target : report.targets()) {
            if (target.cold() != null) {
                target.cold()
                        .failures()
                        .forEach(failure -> lines.add(target.name() + " cold: " + failure.calls() + " "
                                + failure.cause() + ": " + Fault.oneLine(failure.message(), 120)));
            }
        }
        return lines;
    }

    private static String note(TargetReport target) {
        List<String> notes = new ArrayList<>();
        if (target.burst().calls() > 0 && target.warmup().steady() != null) {
            notes.add(target.warmup().steady() ? "steady" : "not steady");
        }
        if (Boolean.TRUE.equals(target.atFloor())) {
            notes.add("at the generator's floor");
        }
        return String.join(", ", notes);
    }
}
