package weighbridge.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import weighbridge.record.RunJournal;

/**
 * What all stages of a run share.
 *
 * @param journal in which everything is written down
 * @param archive where the journal is kept
 * @param console what a user watches
 * @param stopping counted down where the run is ended before its end
 */
record RunContext(
        RunJournal journal, Archive archive, Console console, Scale scale, Sampling sampling, CountDownLatch stopping) {
    boolean isStopped() {
        return stopping.getCount() == 0;
    }

    /** Waits so long, or until the run is stopped. */
    void sleep(Duration time) {
        try {
            stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void save() {
        archive.save(journal);
    }
}
