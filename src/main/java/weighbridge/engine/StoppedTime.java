package weighbridge.engine;

import weighbridge.process.Sampler;

/**
 * For how long a server was seen stopped by a signal. A stop that begins or ends while the generator itself stands still does
 * not count: it came from whoever stopped both. Thread-safe.
 */
final class StoppedTime {
    /** Between two samples: the generator was not just late then. */
    private static final long GAP_MILLIS = 10 * Sampler.INTERVAL.toMillis();

    private long lastMillis = Long.MAX_VALUE;
    private long samples;
    private long running;
    private boolean shared;

    /** The next sample. */
    synchronized void add(long atMillis, boolean stopped) {
        if (atMillis - lastMillis > GAP_MILLIS) {
            running = 0;
            shared = true;
        }
        lastMillis = atMillis;
        if (!stopped) {
            samples += running;
            running = 0;
            shared = false;
        } else if (!shared) {
            running++;
        }
    }

    /** So far. A stop that goes on may turn out not to count. */
    synchronized long millis() {
        return Sampler.INTERVAL.toMillis() * (samples + running);
    }
}
