package weighbridge.workload;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Whether bursts agree with each other, so that the next one says the same again. */
public final class Steadiness {
    /** So many successive bursts are held against as many before them. */
    public static final int BURSTS = 3;

    /** By this part of the greater one the medians of the two may differ. */
    private static final double MAX_DIFFERENCE = 0.1;

    /** Less than this is no difference: both ends of a burst are told in whole ms. */
    private static final long RESOLUTION_MILLIS = 2;

    /** A call may get cheaper by this share of its CPU time: a JVM that still compiles saves more. */
    private static final double MOST_SAVED = 0.15;

    /** Less than this in a burst is no difference: some systems tell CPU time in steps of 10 ms. */
    private static final double RESOLUTION_SECONDS = 0.02;

    /** One that is at work for less than that has nothing left to compile: two looks of 20 ms. */
    private static final long BUSY_MILLIS = 50;

    private Steadiness() {}

    /** What bursts say of each other. */
    public enum State {
        /** Not enough of them to tell. */
        TOO_FEW,
        /** They took another time, or had other successes, than those before. */
        DIFFERENT,
        /** They took as long, but after most of them the server was still busy for a while: it compiles, for one. Calls may get cheaper too. */
        STILL_BUSY,
        /** They took as long, but less CPU time for a call: the server still compiles, or fills its caches. */
        STILL_CHEAPER,
        /** The next one says the same again. */
        STEADY
    }

    /**
     * Whether the last {@value #BURSTS} bursts took as long, had as many successes, and took no less CPU time for one, than
     * the {@value #BURSTS} before them, by their medians, and the server rested after most of them. Medians, for one burst that a busy machine stretched says nothing;
     * two groups, for a slow trend hides between neighbours. Bursts without any success agree in nothing but the timeout.
     */
    public static State of(List<Phase> phases) {
        int size = phases.size();
        if (size < 2 * BURSTS) {
            return State.TOO_FEW;
        }
        List<Phase> before = phases.subList(size - 2 * BURSTS, size - BURSTS);
        List<Phase> now = phases.subList(size - BURSTS, size);
        boolean alike = alike(median(before, Phase::millis), median(now, Phase::millis), RESOLUTION_MILLIS)
                && alike(median(before, Phase::succeeded), median(now, Phase::succeeded), 0)
                && median(now, Phase::succeeded) > 0;
        if (!alike) {
            return State.DIFFERENT;
        }
        return areBusy(now) ? State.STILL_BUSY : saveCpu(before, now) ? State.STILL_CHEAPER : State.STEADY;
    }

    /** Whether they are {@link State#STEADY}. */
    public static boolean reached(List<Phase> phases) {
        return of(phases) == State.STEADY;
    }

    private static boolean areBusy(List<Phase> phases) {
        return median(phases, phase -> phase.busyMillis() == null ? 0 : phase.busyMillis()) >= BUSY_MILLIS;
    }

    private static boolean saveCpu(List<Phase> before, List<Phase> now) {
        if (Stream.of(before, now).flatMap(List::stream).anyMatch(phase -> phase.cpuSeconds() == null)) {
            return false;
        }
        double ofCall = median(before, Steadiness::cpuSecondsOfCall);
        double saved = ofCall - median(now, Steadiness::cpuSecondsOfCall);
        return saved > MOST_SAVED * ofCall && saved * median(now, Phase::succeeded) > RESOLUTION_SECONDS;
    }

    private static double cpuSecondsOfCall(Phase phase) {
        return phase.cpuSeconds() / Math.max(1, phase.succeeded());
    }

    private static boolean alike(double before, double now, double resolution) {
        return Math.abs(now - before) <= Math.max(resolution, MAX_DIFFERENCE * Math.max(before, now));
    }

    /** The one in the middle: {@value #BURSTS} is odd. */
    private static double median(List<Phase> phases, ToDoubleFunction<Phase> figure) {
        return phases.stream().mapToDouble(figure).sorted().toArray()[BURSTS / 2];
    }
}
