package weighbridge.analysis;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import weighbridge.record.Box;
import weighbridge.record.RoundRecording;
import weighbridge.record.Window;

/** What a target's own control group allows it and did to it in a round, also during the loads that were too much for it. */
record BoxAnalysis(List<Window> windows) {
    static BoxAnalysis of(RoundRecording round, String name) {
        return new BoxAnalysis(round.windows(name).toList());
    }

    /** How many of its processes the out-of-memory killer ended between the first look and the last. */
    long oomKills() {
        LongSummaryStatistics counts = windows.stream()
                .flatMap(window -> Stream.of(window.before(), window.after()))
                .map(edge -> edge.evidence().box())
                .filter(Objects::nonNull)
                .map(Box::oomKills)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .summaryStatistics();
        return counts.getCount() == 0 ? 0 : counts.getMax() - counts.getMin();
    }

    /** Its limits, and what they did, in the last window in which it had any. */
    Optional<Finding.TargetLimited> limited() {
        return windows.stream()
                .map(window -> new WindowAnalysis(window, 0, 1, null))
                .filter(window -> window.limits() != null)
                .reduce((before, window) -> window)
                .map(window -> new Finding.TargetLimited(window.limits(), window.throttled()));
    }
}
