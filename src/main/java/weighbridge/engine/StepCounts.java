package weighbridge.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import weighbridge.record.CallCounts;
import weighbridge.record.CallCounts.FailedCalls;

/** How the calls of a load step end, counted while it goes on. Calls end on many threads. */
final class StepCounts {
    /** Of different messages; a server that makes up one for each call must not fill the memory. */
    private static final int MOST_MESSAGES = 100;

    private static final String FURTHER = "further messages";

    private final List<LongAdder> succeeded;
    private final Map<Failure, LongAdder> failed = new ConcurrentHashMap<>();
    private final LongAdder logged = new LongAdder();
    private final LongAccumulator mostInFlight = new LongAccumulator(Math::max, 0);

    private record Failure(int request, String message) {}

    /** @param requests of the target */
    StepCounts(int requests) {
        succeeded = Stream.generate(LongAdder::new).limit(requests).toList();
    }

    /** A call was answered as expected in time. */
    void succeeded(int request) {
        succeeded.get(request).increment();
    }

    /** Another one. @param message what Gatling said; empty where the right answer came too late */
    void failed(int request, String message) {
        Failure failure = new Failure(request, message);
        LongAdder calls = failed.get(failure);
        if (calls == null) {
            Failure counted = failed.size() < MOST_MESSAGES ? failure : new Failure(request, FURTHER);
            calls = failed.computeIfAbsent(counted, any -> new LongAdder());
        }
        calls.increment();
    }

    /** A call that is in Gatling's log. */
    void logged() {
        logged.increment();
    }

    /** So many calls are in flight now. */
    void inFlight(long calls) {
        mostInFlight.accumulate(calls);
    }

    /** How many have succeeded so far, whichever they were. */
    long allSucceeded() {
        return succeeded.stream().mapToLong(LongAdder::sum).sum();
    }

    /** All so far; of those that failed the most frequent first. */
    CallCounts total() {
        List<FailedCalls> causes = new ArrayList<>();
        failed.forEach((failure, calls) -> causes.add(new FailedCalls(failure.request, failure.message, calls.sum())));
        causes.sort(Comparator.comparing(FailedCalls::calls)
                .reversed()
                .thenComparing(FailedCalls::request)
                .thenComparing(FailedCalls::message));
        return new CallCounts(
                succeeded.stream().map(LongAdder::sum).toList(), causes, (int) mostInFlight.get(), logged.sum());
    }
}
