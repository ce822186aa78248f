package weighbridge.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Asks a server again and again until the expected answer comes. */
final class ReadinessWait {
    private final Assignment assignment;
    private final long startedNanos;
    private final Supplier<Optional<String>> ended;

    /**
     * Not begun yet.
     *
     * @param startedNanos the moment from which time counts, as of {@link System#nanoTime}
     * @param ended why no answer counts any more; asked after each answer
     */
    ReadinessWait(Assignment assignment, long startedNanos, Supplier<Optional<String>> ended) {
        this.assignment = assignment;
        this.startedNanos = startedNanos;
        this.ended = ended;
    }

    /**
     * Waits for the answer.
     *
     * @return from the start to the answer
     * @throws LaunchException where the server ends first or the deadline passes, with the last cause
     */
    Duration await() throws LaunchException, InterruptedException {
        Duration timeout = assignment.target().ready().timeout();
        ReadinessProbe probe = new ReadinessProbe(
                assignment.readyUrl(), assignment.target().ready().expect());
        String cause = "no complete answer";
        while (since().compareTo(timeout) < 0) {
            Optional<String> fault = ask(probe, timeout.minus(since()), cause);
            // An answer counts only while the server lives: otherwise somebody else answers on its port.
            Optional<String> end = ended.get();
            if (end.isPresent()) {
                throw new LaunchException(end.get());
            }
            if (fault.isEmpty()) {
                return since();
            }
            cause = fault.get();
            Thread.sleep(ReadinessProbe.PAUSE.toMillis());
        }
        throw new LaunchException(
                "not ready after " + timeout.toMillis() + " ms: " + assignment.readyUrl() + " gave " + cause);
    }

    /**
     * Asks on a thread that can be left behind: an answer that drips in byte by byte has no end of its own. A question that
     * the limit cut short tells nothing new, so its answer is the one before.
     */
    private Optional<String> ask(ReadinessProbe probe, Duration limit, String before) throws InterruptedException {
        FutureTask<Optional<String>> question = new FutureTask<>(probe::ask);
        Thread asking = new Thread(question, "asking " + assignment.target().name());
        asking.setDaemon(true);
        asking.start();
        try {
            return question.get(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Optional.of(before);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Duration since() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }
}
