package weighbridge.render;

import java.util.List;

/**
 * What the template of the index is filled with: words only, and nulls where a part is left out.
 *
 * @param count how many runs there are
 * @param trends a card for each target
 * @param moreTrends of which targets no card is shown
 * @param runs the newest first
 */
public record IndexPage(String count, List<Card> trends, String moreTrends, List<Row> runs) {

    /** A target over its runs, with a line for each figure. */
    public record Card(String name, String runs, List<Line> lines) {}

    /**
     * A figure over the runs of a target, as a line of an SVG.
     *
     * @param last the newest value
     * @param title the line in words
     * @param doubtful places of runs that are not valid
     */
    public record Line(
            String label, String last, String title, String points, Place start, Place end, List<Place> doubtful) {}

    /** A place on a line, as SVG has it. */
    public record Place(String x, String y) {}

    /**
     * A run.
     *
     * @param href of its report
     * @param date in UTC
     * @param dateTime for programs
     * @param state a word for the style sheet
     * @param files its other files
     * @param moreTargets how many are left out
     */
    public record Row(
            String name,
            String href,
            String date,
            String dateTime,
            String verdict,
            String state,
            String note,
            String settings,
            String machine,
            List<Link> files,
            List<TargetRow> targets,
            String moreTargets) {}

    /** A file of a run. */
    public record Link(String name, String href) {}

    /** A target of a run. @param outcome what came of it, unless it was measured */
    public record TargetRow(String name, String version, String outcome, List<String> figures) {}
}
