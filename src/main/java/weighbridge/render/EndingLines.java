package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.text.Fault;

/** What a reader has to know of a run, what came of those that failed, and who was ended. */
final class EndingLines {
    private EndingLines() {}

    static List<String> of(Report report) {
        List<String> lines = new ArrayList<>(List.of(""));
        for (String remark : report.verdict().remarks()) {
            boolean fault = report.verdict().faults().contains(remark);
            lines.add((fault ? "Not valid: " : "Remark: ") + Fault.oneLine(remark, 400));
        }
        report.targets().stream()
                .filter(target -> target.reason() != null)
                .forEach(target -> lines.addAll(reason(target)));
        for (TargetReport target : report.targets()) {
            target.identity()
                    .misbehaviour()
                    .forEach(sentence -> lines.add(target.title() + " misbehaved: " + Fault.oneLine(sentence, 400)));
        }
        boolean cutOff =
                report.main().memory().idle() != null && report.main().memory().after() == null;
        lines.add((cutOff ? "Its PIDs were: " : "Killing PIDs: ")
                + Text.orNone(report.targets().stream()
                        .filter(target ->
                                target.identity().started() && target.identity().pid() != null)
                        .map(target -> target.identity().pid() + " (" + target.title() + ")")));
        return lines;
    }

    /** Lines after the first are set in, so that none can be taken for one of ours. */
    private static List<String> reason(TargetReport target) {
        List<String> words = target.reason().lines().toList();
        List<String> lines = new ArrayList<>();
        lines.add(target.title() + " " + target.outcome() + ": " + (words.isEmpty() ? "" : words.get(0)));
        words.stream()
                .skip(1)
                .map(line -> line.startsWith("    ") ? line : "    " + line)
                .forEach(lines::add);
        return lines;
    }
}
