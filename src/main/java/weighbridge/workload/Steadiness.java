package weighbridge.workload;

import java.util.List;
import java.util.function.ToLongFunction;

/** Whether bursts agree with each other, so that the next one says the same again. */
public final class Steadiness {
    /** So many successive bursts are held against as many before them. */
    public static final int BURSTS = 3;

    /** By this part of the greater one the medians of the two may differ. */
    private static final double MAX_DIFFERENCE = 0.1;

    /** Less than this is no difference: both ends of a burst are told in whole ms. */
    private static final long RESOLUTION_MILLIS = 2;

    private Steadiness() {}

    /**
     * Whether the last {@value #BURSTS} bursts took as long, and had as many successes, as the {@value #BURSTS} before them,
     * by their medians. Medians, for one burst that a busy machine stretched says nothing; two groups, for a slow trend
     * hides between neighbours. Bursts without any success agree in nothing but the timeout.
     */
    public static boolean reached(List<Phase> phases) {
        int size = phases.size();
        if (size < 2 * BURSTS) {
            return false;
        }
        List<Phase> before = phases.subList(size - 2 * BURSTS, size - BURSTS);
        List<Phase> now = phases.subList(size - BURSTS, size);
        return alike(median(before, Phase::millis), median(now, Phase::millis), RESOLUTION_MILLIS)
                && alike(median(before, Phase::succeeded), median(now, Phase::succeeded), 0)
                && median(now, Phase::succeeded) > 0;
    }

    private static boolean alike(double before, double now, double resolution) {
        return Math.abs(now - before) <= Math.max(resolution, MAX_DIFFERENCE * Math.max(before, now));
    }

    /** The one in the middle: {@value #BURSTS} is odd. */
    private static long median(List<Phase> phases, ToLongFunction<Phase> figure) {
        return phases.stream().mapToLong(figure).sorted().toArray()[BURSTS / 2];
    }
}
