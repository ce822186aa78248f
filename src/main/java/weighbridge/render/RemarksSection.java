package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.render.Sheet.*;
import weighbridge.text.Fault;

/** What a reader has to know of a run, what came of those that failed, and who was ended, in plain text. */
final class RemarksSection {
    private static final int MOST_CHARS = 400;

    private RemarksSection() {}

    static Section of(Report report) {
        List<String> lines = new ArrayList<>();
        report.verdict().faults().forEach(fault -> lines.add("Not valid: " + cut(FindingWords.of(fault))));
        report.verdict().notes().forEach(note -> lines.add("Remark: " + cut(FindingWords.of(note))));
        report.targets().stream()
                .filter(target -> target.reason() != null)
                .forEach(target -> lines.addAll(reason(target)));
        for (TargetReport target : report.targets()) {
            target.identity()
                    .misbehaviour()
                    .forEach(one -> lines.add(target.title() + " misbehaved: " + cut(MisbehaviourWords.of(one))));
        }
        boolean cutOff =
                report.main().memory().idle() != null && report.main().memory().after() == null;
        lines.add((cutOff ? "Its PIDs were: " : "Killing PIDs: ")
                + Titles.orNone(report.targets().stream()
                        .filter(Titles::wasStarted)
                        .map(target -> target.identity().pid() + " (" + target.title() + ")")));
        return Section.of(Kind.REMARKS, new Lines(lines));
    }

    private static String cut(String words) {
        return Fault.oneLine(words, MOST_CHARS);
    }

    /** Lines after the first are set in, so that none can be taken for one of ours. */
    private static List<String> reason(TargetReport target) {
        List<String> lines = new ArrayList<>(List.of(target.title() + " " + Titles.outcome(target)));
        target.reason()
                .lines()
                .skip(1)
                .map(line -> line.startsWith("    ") ? line : "    " + line)
                .forEach(lines::add);
        return lines;
    }
}
