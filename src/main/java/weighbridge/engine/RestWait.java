package weighbridge.engine;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.DoubleSupplier;

/**
 * Waits until a server rests after a burst. A JVM goes on compiling what the burst has made hot; the next burst would leave its
 * compilers a tenth of the processor time that they could use, and many bursts would look alike before any of it is done.
 */
final class RestWait {
    /** One that is at work for as long is not waited for any longer. */
    static final long MOST_MILLIS = 300;

    private static final Duration LOOK = Duration.ofMillis(20);

    /** Above this part of one core over a look it is at work, or of what it may use where that is less. */
    private static final double BUSY_CORES = 0.5;

    /** Two periods of a limit of CPU time: between two of them a server that is held back looks idle. */
    private static final Duration LOOK_OF_LIMITED = Duration.ofMillis(200);

    private RestWait() {}

    /** @return for how long it was at work, ms, as long as that was waited for; empty where it cannot be seen or has ended */
    static OptionalLong await(ServerUnderLoad server, MonotonicClock clock) {
        long begin = clock.nanos();
        if (!server.isUp() || server.cpuSeconds().isEmpty()) {
            return OptionalLong.empty();
        }
        long millis = 0;
        while (millis < MOST_MILLIS
                && server.isUp()
                && isBusy(
                        () -> server.cpuSecondsOfFound().orElse(0),
                        LOOK,
                        server.cpus().orElse(1),
                        clock)) {
            millis = Math.min(MOST_MILLIS, clock.since(begin).toMillis());
        }
        return server.isUp() ? OptionalLong.of(millis) : OptionalLong.empty();
    }

    /**
     * Looks for so long, or as long as it takes, whether somebody uses more than half a core, or half of what it may use.
     *
     * @param cpuSeconds used so far
     * @param cpus cores' worth of time that its control group allows it; more than one count as one
     */
    static boolean isBusy(DoubleSupplier cpuSeconds, Duration look, double cpus, MonotonicClock clock) {
        double before = cpuSeconds.getAsDouble();
        long since = clock.nanos();
        clock.sleep(cpus < 1 ? LOOK_OF_LIMITED : look);
        double seconds = clock.since(since).toNanos() / 1e9;
        return (cpuSeconds.getAsDouble() - before) / seconds > BUSY_CORES * Math.min(1, cpus);
    }
}
