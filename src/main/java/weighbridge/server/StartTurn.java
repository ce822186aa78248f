package weighbridge.server;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How long others wait until a server has started, so that its start-up time is its own: until it is ready or has failed.
 * One that takes no CPU time, because it waits for something, keeps nobody waiting, nor does one that takes very long. The
 * next one starts beside it then, and what it takes itself is not told.
 */
final class StartTurn {
    /** A second without much to do is no pause between two steps of a start. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    /** Of one processor: to say that it is not ready yet, fifty times a second, takes a cold JVM half of that; to start takes more. */
    private static final double QUIET_SHARE = 0.25;

    private static final Duration MOST = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 20;

    private StartTurn() {}

    /** How a turn ended. */
    enum End {
        /** The server is ready, or has failed. */
        STARTED,
        /** It takes no CPU time. */
        WAITS,
        /** It goes on to start. */
        TAKES_LONG
    }

    /**
     * Waits for its end.
     *
     * @param started whether it is ready or has failed, or nobody is to start any more
     * @param cpus processors' worth of CPU time that it may use
     * @param cpuSeconds that it has used so far; empty where that is not known yet
     * @return how it ended; but for the first the next one starts beside it
     */
    static End await(BooleanSupplier started, double cpus, Supplier<OptionalDouble> cpuSeconds)
            throws InterruptedException {
        long begun = System.nanoTime();
        long looked = begun;
        OptionalDouble before = OptionalDouble.empty();
        while (!started.getAsBoolean()) {
            long now = System.nanoTime();
            if (now - begun >= MOST.toNanos()) {
                return End.TAKES_LONG;
            }
            if (now - looked >= QUIET.toNanos()) {
                OptionalDouble used = cpuSeconds.get();
                double most = QUIET_SHARE * Math.min(1, cpus) * (now - looked) / 1e9;
                if (used.isPresent() && before.isPresent() && used.getAsDouble() - before.getAsDouble() < most) {
                    return End.WAITS;
                }
                before = used;
                looked = now;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return End.STARTED;
    }
}
