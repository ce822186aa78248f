package weighbridge.render;

import java.util.List;
import java.util.Random;
import weighbridge.record.Calls;
import weighbridge.render.MadeUpTarget.Load;

/** Bursts that were made up: always the same, whenever and wherever they are made. */
final class Loads {
    /** Over which the users of a burst start. */
    private static final int SPREAD_MILLIS = 130;

    /** Of {@link #million}, the only call under 1 ms and the only one over {@value #MOST_OF_OTHERS} ms. */
    static final int FASTEST_MILLIS = 0;

    static final int SLOWEST_MILLIS = 987;
    private static final int MOST_OF_OTHERS = 600;
    private static final int MILLION = 1_000_000;
    private static final int MILLION_MILLIS = 10_000;

    private Loads() {}

    /** Calls that succeed: few fast, most in the middle, some slow ones up to {@code slowest} ms. */
    static Load answered(int count, int fastest, int slowest, long seed) {
        return (calls, from) -> {
            Random random = new Random(seed);
            for (int call = 0; call < count; call++) {
                int start = from + call * SPREAD_MILLIS / count;
                double part = Math.pow(random.nextDouble(), 4);
                calls.add(0, start, start + fastest + (int) ((slowest - fastest) * part), true, "");
            }
        };
    }

    /** Calls that fail with these messages in turn, each after so many ms. */
    static Load failed(int count, int millis, List<String> messages) {
        return (calls, from) -> {
            for (int call = 0; call < count; call++) {
                int start = from + call * SPREAD_MILLIS / count;
                calls.add(0, start, start + millis + call % 7, false, messages.get(call % messages.size()));
            }
        };
    }

    /** One after the other. */
    static Load both(Load first, Load second) {
        return (calls, from) -> {
            first.addTo(calls, from);
            second.addTo(calls, from + SPREAD_MILLIS);
        };
    }

    /** A million calls in ten seconds, about log-normal (median 4 ms), with one fastest and one slowest. */
    static Load million() {
        return Loads::addMillion;
    }

    private static void addMillion(Calls calls, int from) {
        Random random = new Random(MILLION);
        for (int call = 0; call < MILLION; call++) {
            int start = from + (int) ((long) call * MILLION_MILLIS / MILLION);
            int millis = 1 + (int) Math.min(MOST_OF_OTHERS - 1, 3 * Math.exp(0.9 * random.nextGaussian()));
            if (call == 345_678) {
                millis = FASTEST_MILLIS;
            } else if (call == 765_432) {
                millis = SLOWEST_MILLIS;
            }
            calls.add(0, start, start + millis, true, "");
        }
    }
}
