package weighbridge.report;

import java.util.ArrayList;
import java.util.List;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;

/** What a reader has to know of a run, in Markdown: faults first, and many of it folded. */
final class MarkdownRemarks {
    private static final int MOST_OPEN = 8;
    private static final String LEFT_OUT = "- %d more remarks are left out here; summary.txt has all of them.";

    private MarkdownRemarks() {}

    /**
     * A list of them; none where there is nothing to say.
     *
     * @param open characters that may be seen at once
     * @param folded characters that may be unfolded
     */
    static List<String> lines(Report report, int open, int folded) {
        List<String> remarks = all(report);
        int first = Math.min(MOST_OPEN, Room.fitting(remarks, open));
        List<String> lines = new ArrayList<>(remarks.subList(0, first));
        List<String> rest = remarks.subList(first, remarks.size());
        if (!rest.isEmpty()) {
            // The empty lines make what stands between the tags Markdown again.
            lines.addAll(List.of("", "<details><summary>" + rest.size() + " more</summary>", ""));
            lines.addAll(Room.fit(rest, folded, LEFT_OUT));
            lines.addAll(List.of("", "</details>"));
        }
        return lines;
    }

    private static List<String> all(Report report) {
        List<String> faults = report.verdict().faults();
        List<String> remarks = new ArrayList<>();
        faults.forEach(fault -> remarks.add(remark("Not valid", fault)));
        for (TargetReport target : report.targets()) {
            if (target.reason() != null) {
                remarks.add(
                        remark("Failed", target.title() + " " + target.outcome() + ": " + firstLine(target.reason())));
            }
            target.misbehaviour().forEach(words -> remarks.add(remark("Misbehaved", target.title() + ": " + words)));
            if (target.explanation() != null) {
                remarks.add(remark("Why calls failed", target.explanation().sentence()));
            }
        }
        report.verdict().remarks().stream()
                .filter(words -> !faults.contains(words))
                .forEach(words -> remarks.add(remark("Remark", words)));
        return remarks;
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String remark(String title, String words) {
        return "- **" + title + ":** " + Markdown.text(words, 400);
    }
}
