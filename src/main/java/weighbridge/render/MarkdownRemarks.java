package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import weighbridge.analysis.Report;

/** What a reader has to know of a run, in Markdown: many of its lines are folded. */
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
        List<String> remarks =
                Remarks.of(report).stream().map(MarkdownRemarks::line).toList();
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

    private static String line(ReportRemark remark) {
        return "- **" + remark.kind().title() + ":** " + Markdown.text(remark.words(), 400);
    }
}
