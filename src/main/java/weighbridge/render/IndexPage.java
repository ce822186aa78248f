package weighbridge.render;

import java.util.List;

/**
 * What the template of the index is filled with: words only, and nulls where a part is left out.
 *
 * @param count how many runs there are, in words
 * @param trends a card for each target
 * @param moreTrends of which targets no card is shown, in words; null where all have one
 * @param runs the newest first
 */
public record IndexPage(String count, List<Card> trends, String moreTrends, List<Row> runs) {

    /**
     * A target over its runs.
     *
     * @param name of the target
     * @param runs which runs, in words
     * @param lines a figure each
     */
    public record Card(String name, String runs, List<Line> lines) {}

    /**
     * A figure over the runs of a target.
     *
     * @param label its name
     * @param last its newest value
     * @param title the line in words
     * @param points of the line, as SVG has them
     * @param start place of the oldest value
     * @param end place of the newest value
     * @param doubtful places of runs that are not valid
     */
    public record Line(
            String label, String last, String title, String points, Place start, Place end, List<Place> doubtful) {}

    /** A place on a line, as SVG has it. */
    public record Place(String x, String y) {}

    /**
     * A run.
     *
     * @param name of its folder
     * @param href of its report; null where there is none
     * @param date in UTC
     * @param dateTime for programs; null where it is not known
     * @param verdict in words
     * @param state a word for the style sheet
     * @param note what there is to say of it; null where there is nothing
     * @param settings in short; null where they are not known
     * @param machine in short; null where it is not known
     * @param files other files of the run
     * @param targets in the order of the run
     * @param moreTargets how many are left out, in words; null where none is
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

    /**
     * A target of a run.
     *
     * @param name what it is called
     * @param version what it calls its version
     * @param outcome what came of it; null where it was measured
     * @param figures in the order of the columns
     */
    public record TargetRow(String name, String version, String outcome, List<String> figures) {}
}
