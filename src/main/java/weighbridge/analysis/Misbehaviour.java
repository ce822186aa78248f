package weighbridge.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import weighbridge.analysis.BurstReport.Failure;
import weighbridge.record.TargetRecord;
import weighbridge.record.Window;

/** What a target did that a server should not, whatever its figures: reason enough for the exit status of a failure. */
final class Misbehaviour {
    private static final int MAX_CAUSES = 3;

    private Misbehaviour() {}

    /**
     * In words for the user, without the target's name.
     *
     * @param target what was seen of its processes
     * @param calls of its measured burst
     * @param window around that burst; null where there was none
     * @param explanation of its failures; null where there is none
     */
    static List<String> of(TargetRecord target, CallStatistics calls, Window window, Explanation explanation) {
        List<String> sentences = new ArrayList<>();
        if (calls.size() > 0 && calls.succeeded() == 0) {
            sentences.add("none of its " + calls.size() + " measured calls succeeded: " + causes(calls.failures()));
        }
        if (window != null && window.stoppedMillis() != null && window.stoppedMillis() > 0) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "was stopped by a signal for about %.1f s of its measured burst",
                    window.stoppedMillis() / 1000.0));
        }
        if (explanation != null && explanation.cause().equals(Attribution.TARGET_DESCRIPTORS)) {
            sentences.add("reached the limit of files that it may have open");
        }
        sentences.addAll(target.misbehaviour());
        return sentences;
    }

    /** The most frequent ones. What has no name of its own is told by its message. */
    private static String causes(List<Failure> failures) {
        return failures.stream()
                .limit(MAX_CAUSES)
                .map(failure -> failure.calls() + " " + failure.cause()
                        + (failure.cause().equals(Cause.OTHER) ? " (" + failure.message() + ")" : ""))
                .collect(Collectors.joining(", "));
    }
}
