package weighbridge.render;

import java.nio.file.Path;
import java.util.List;

/**
 * What the template of the index is filled with.
 *
 * @param results the folder as its user names it
 * @param trends those that have a card
 * @param moreTargets how many more targets and loads have none
 * @param runs the newest first
 */
public record IndexPage(Path results, List<TargetTrends> trends, int moreTargets, List<IndexedRun> runs) {
    private static final int MOST_CARDS = 30;

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

    /** The page of these runs, the newest first. @param results the folder as its user names it */
    static IndexPage of(Path results, List<IndexedRun> runs) {
        List<TargetTrends> all = TargetTrends.of(runs);
        List<TargetTrends> shown = all.stream().limit(MOST_CARDS).toList();
        return new IndexPage(results, shown, all.size() - shown.size(), runs);
    }

    /** How many runs there are. */
    public String count() {
        return Numbers.count(runs.size(), "run");
    }

    /** Where a run lies; a name that would mean something to a shell is left out. */
    public String place(IndexedRun run) {
        String path = results + "/" + run.folder().getFileName();
        return path.matches("[A-Za-z0-9._/-]+") ? path : "…";
    }
}
