package weighbridge.engine;

import java.time.Duration;
import java.util.Locale;

/** What a user is told at the beginning of a round. */
public final class Progress {
    private Progress() {}

    /**
     * Which round it is, in which order, and how long those that are left will take if they take as long as those before.
     *
     * @param elapsed since the first round began
     * @param seed of the orders
     */
    public static String line(Round round, long seed, Duration elapsed) {
        int done = round.number() - 1;
        long leftSeconds = done == 0 ? 0 : elapsed.toSeconds() * (round.count() - done) / done;
        return String.format(
                Locale.ROOT,
                "Round %d of %d (seed %d%s), %s twice: %s",
                round.number(),
                round.count(),
                seed,
                done == 0 ? "" : ", about " + words(leftSeconds) + " left",
                round.again().orElse("none"),
                String.join(" ", round.names()));
    }

    private static String words(long seconds) {
        return seconds < 90 ? seconds + " s" : (seconds + 30) / 60 + " min";
    }
}
