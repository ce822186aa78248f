package weighbridge.load;

import java.util.List;

/** Whether bursts agree with each other, so that the next one says the same again. */
public final class Steadiness {
    /** So many successive bursts are held against as many before them. */
    public static final int BURSTS = 4;

    /** By this part of the longer one the medians of the two may differ. */
    public static final double MAX_DIFFERENCE = 0.1;

    /** Less than this is no difference: both ends of a burst are told in whole ms. */
    private static final long RESOLUTION_MILLIS = 2;

    private Steadiness() {}

    /** The bursts that have to agree: the last eight of these; fewer where there are fewer. */
    public static List<Phase> last(List<Phase> phases) {
        return phases.subList(Math.max(0, phases.size() - 2 * BURSTS), phases.size());
    }

    /**
     * Whether the last {@value #BURSTS} bursts took as long as the {@value #BURSTS} before them, by their medians, and all
     * of the last {@value #BURSTS} had the same number of successes. Medians, for one burst that a busy machine stretched
     * says nothing; two groups, for a slow trend hides between neighbours.
     */
    public static boolean reached(List<Phase> phases) {
        List<Phase> last = last(phases);
        if (last.size() < 2 * BURSTS) {
            return false;
        }
        List<Phase> later = last.subList(BURSTS, last.size());
        double before = medianMillis(last.subList(0, BURSTS));
        double now = medianMillis(later);
        double allowed = Math.max(RESOLUTION_MILLIS, MAX_DIFFERENCE * Math.max(before, now));
        return Math.abs(now - before) <= allowed
                && later.stream().map(Phase::succeeded).distinct().count() == 1;
    }

    /** Of an even number the mean of the two in the middle. */
    private static double medianMillis(List<Phase> phases) {
        long[] sorted = phases.stream().mapToLong(Phase::millis).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
    }
}
