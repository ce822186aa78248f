package weighbridge.analysis;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import weighbridge.record.RoundRecording;
import weighbridge.record.Window;

/** The limits of a target's own control group and what they did, over all loads of a round. */
record BoxAnalysis(List<Window> windows) {
    static BoxAnalysis of(RoundRecording round, String name) {
        return new BoxAnalysis(round.windows(name).toList());
    }

    /** How many of its processes the out-of-memory killer ended in these windows. Between two of them the groups may be others. */
    long oomKills() {
        return windows.stream()
                .map(window -> new WindowAnalysis(window, 0, 1, null).oomKills())
                .filter(Objects::nonNull)
                .mapToLong(kills -> Math.max(0, kills))
                .sum();
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
