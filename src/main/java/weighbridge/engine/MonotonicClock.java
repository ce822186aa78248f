package weighbridge.engine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Time that only goes forward, and waiting; tests simulate it. */
interface MonotonicClock {
    /** That of the system. */
    MonotonicClock SYSTEM = new MonotonicClock() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration time) {
            LockSupport.parkNanos(time.toNanos());
        }
    };

    /** Only differences mean something. */
    long nanos();

    /** About so long; it may wake up later or, where the thread is interrupted, earlier. */
    void sleep(Duration time);

    /** How long it is since that reading. */
    default Duration since(long nanos) {
        return Duration.ofNanos(nanos() - nanos);
    }
}
