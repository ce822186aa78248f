package weighbridge.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weighbridge.analysis.BurstReport.Failure;
import weighbridge.analysis.Explanation.RootCause;
import weighbridge.record.Outcome;
import weighbridge.record.TargetRecord;
import weighbridge.record.Window;
import weighbridge.text.Limits;

/** What a target did that a server should not, whatever its figures: reason enough for the exit status of a failure. */
public sealed interface Misbehaviour {
    /** What becomes of a call whose caller does not go on. */
    Set<Cause> BY_WAITING = Set.of(
            Cause.Known.RESPONSE_TIMEOUT,
            Cause.Known.CONNECT_TIMEOUT,
            Cause.Known.LATE,
            Cause.Known.CLOSED_EARLY,
            Cause.Known.RESET);

    /** None of its measured calls succeeded. */
    record NoSuccess(int calls, List<Failure> failures) implements Misbehaviour {}

    /** It was stopped by a signal for a part of its measured burst. */
    record Stopped(long millis) implements Misbehaviour {}

    /** It reached the limit of its open files. */
    record OutOfDescriptors() implements Misbehaviour {}

    /** The out-of-memory killer ended so many of its processes. @param limits of its control group; null where it has none */
    record OutOfMemoryKilled(long processes, Limits limits) implements Misbehaviour {}

    /** A sentence that the run folder holds. */
    record Observed(String words) implements Misbehaviour {}

    /** It was not measured to the end. */
    record NotMeasured(Outcome.Kind outcome, String reason) implements Misbehaviour {}

    /** One of these in a round. @param again whether it was the second process of a target that was started twice */
    record InRound(int round, boolean again, Misbehaviour what) implements Misbehaviour {}

    /**
     * All of a target in a round.
     *
     * @param target what was seen of its processes
     * @param calls of its measured burst
     * @param window around that burst; null where there was none
     * @param explanation of its failures; null where there is none
     * @param box its control group
     * @param timeoutMillis of a call
     */
    static List<Misbehaviour> of(
            TargetRecord target,
            MeasuredCalls calls,
            Window window,
            Explanation explanation,
            BoxAnalysis box,
            long timeoutMillis) {
        List<Misbehaviour> all = new ArrayList<>();
        noSuccess(calls, window, timeoutMillis).ifPresent(all::add);
        if (window != null && window.stoppedMillis() > 0) {
            all.add(new Stopped(window.stoppedMillis()));
        }
        if (explanation != null && explanation.cause() == RootCause.TARGET_DESCRIPTORS) {
            all.add(new OutOfDescriptors());
        }
        long oomKills = box.oomKills();
        if (oomKills > 0) {
            all.add(new OutOfMemoryKilled(
                    oomKills, box.limited().map(Finding.TargetLimited::limits).orElse(null)));
        }
        target.misbehaviour().forEach(words -> all.add(new Observed(words)));
        return all;
    }

    /** A generator that stood still for the time of a call failed those that were in flight by itself. */
    static Optional<NoSuccess> noSuccess(MeasuredCalls calls, Window window, long timeoutMillis) {
        if (calls.size() == 0 || calls.succeeded() > 0) {
            return Optional.empty();
        }
        List<Failure> failures = calls.failures();
        boolean stoodStill = window != null
                && window.health().longestStallMillis() >= timeoutMillis
                && failures.stream().allMatch(failure -> BY_WAITING.contains(failure.cause()));
        return stoodStill ? Optional.empty() : Optional.of(new NoSuccess(calls.size(), failures));
    }
}
