package weighbridge.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import weighbridge.process.OwnTime;

/**
 * Asks a server again and again until the expected answer comes. A question may take all the time that is left. One that
 * is not answered soon does not keep others from being asked beside it, each twice as late as the one before: a server
 * may be slow, or may have lost what it was asked while it started.
 */
final class ReadinessWait {
    /** Between an answer and the next question: the resolution of a start-up time. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Until a second question is asked beside the first. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How often it is seen whether the server has ended while it owes an answer. */
    private static final Duration LOOK = Duration.ofMillis(100);

    /** One question and what came of it. */
    private record Answered(ReadinessProbe probe, ReadyReply reply) {}

    private final Assignment assignment;
    private final long startedNanos;
    private final Supplier<Optional<String>> ended;
    private final Function<ReadyReply, String> hint;
    private final BlockingQueue<Answered> answered = new LinkedBlockingQueue<>();
    private final Deque<ReadinessProbe> unanswered = new ArrayDeque<>();
    private final ExecutorService askers = Executors.newCachedThreadPool(ReadinessWait::asker);
    private Optional<ReadyReply> last = Optional.empty();

    /**
     * Not begun yet.
     *
     * @param startedNanos the moment from which time counts, as of {@link System#nanoTime}
     * @param ended why no answer counts any more; asked after each answer
     * @param hint what to add to a last answer that was not the expected one
     */
    ReadinessWait(
            Assignment assignment,
            long startedNanos,
            Supplier<Optional<String>> ended,
            Function<ReadyReply, String> hint) {
        this.assignment = assignment;
        this.startedNanos = startedNanos;
        this.ended = ended;
        this.hint = hint;
    }

    /**
     * Waits for the answer.
     *
     * @return from the start to the answer
     * @throws LaunchException where the server ends first or the deadline passes, with the last cause
     */
    Duration await() throws LaunchException, InterruptedException {
        try {
            return ask(assignment.target().ready().timeout());
        } finally {
            unanswered.forEach(ReadinessProbe::close);
            askers.shutdown();
        }
    }

    private Duration ask(Duration timeout) throws LaunchException, InterruptedException {
        OwnTime time = OwnTime.of(timeout.minus(since(startedNanos)));
        while (!time.isOver()) {
            if (isTimeToAsk()) {
                ask();
            }
            Duration left = time.left();
            Answered answer = answered.poll(Math.min(left.toNanos(), LOOK.toNanos()), TimeUnit.NANOSECONDS);
            Duration took = since(startedNanos);
            // An answer counts only while the server lives: otherwise somebody else answers on its port.
            Optional<String> end = ended.get();
            if (end.isPresent()) {
                throw new LaunchException(end.get());
            }
            if (answer != null) {
                if (answer.reply() instanceof ReadyReply.Expected) {
                    return took;
                }
                unanswered.remove(answer.probe());
                last = Optional.of(answer.reply());
                Thread.sleep(PAUSE.toMillis());
            }
        }
        ReadyReply gave = gave();
        throw new LaunchException("not ready after " + timeout.toMillis() + " ms: " + assignment.readyUrl() + " gave "
                + gave.words() + hint.apply(gave));
    }

    private boolean isTimeToAsk() {
        return unanswered.isEmpty()
                || since(unanswered.getLast().askedNanos())
                                .compareTo(PATIENCE.multipliedBy(1L << (unanswered.size() - 1)))
                        > 0;
    }

    private void ask() {
        Readiness ready = assignment.target().ready();
        ReadinessProbe probe = new ReadinessProbe(assignment.readyUrl(), ready.headers(), ready.expect());
        unanswered.add(probe);
        askers.execute(() -> answered.add(new Answered(probe, probe.ask())));
    }

    /** A question that was cut short by the deadline tells nothing, so the answer before it counts. */
    private ReadyReply gave() {
        Duration waited = unanswered.isEmpty()
                ? Duration.ZERO
                : since(unanswered.getFirst().askedNanos());
        boolean cutShort = waited.compareTo(PATIENCE) < 0 && last.isPresent();
        return cutShort ? last.get() : new ReadyReply.NoAnswer(waited);
    }

    private static Thread asker(Runnable asking) {
        Thread thread = new Thread(asking, "asking whether a server is ready");
        thread.setDaemon(true);
        return thread;
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
