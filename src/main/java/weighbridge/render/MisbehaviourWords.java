package weighbridge.render;

import java.util.List;
import java.util.stream.Collectors;
import weighbridge.analysis.BurstReport.Failure;
import weighbridge.analysis.Cause;
import weighbridge.analysis.Misbehaviour;
import weighbridge.analysis.Misbehaviour.*;

/** What a target did that a server should not, in words without its name. */
public final class MisbehaviourWords {
    private static final int MAX_CAUSES = 3;

    static final WordsByType<Misbehaviour> WORDS = new WordsByType<Misbehaviour>()
            .put(
                    NoSuccess.class,
                    "none of the %d measured calls succeeded: %s",
                    NoSuccess::calls,
                    it -> causes(it.failures()))
            .put(
                    Stopped.class,
                    "a signal stopped the server for about %.1f s of the measured burst",
                    it -> it.millis() / 1000.0)
            .put(OutOfDescriptors.class, "reached its limit of open files")
            .put(
                    OutOfMemoryKilled.class,
                    it -> (it.processes() == 1 ? "1 of its processes was" : it.processes() + " of its processes were")
                            + " ended by the out-of-memory killer"
                            + (it.limits() == null || it.limits().memoryBytes() == null
                                    ? "; fix: give the machine, or the container around it, more memory, or let it use less"
                                    : ": its control group may use only " + LimitWords.memory(it.limits())
                                            + "; fix: raise that limit, or let it use less"))
            .put(Observed.class, Observed::words)
            .put(
                    NotMeasured.class,
                    "%s, %s",
                    it -> it.outcome().label(),
                    it -> it.reason().lines().findFirst().orElse(""))
            .put(
                    InRound.class,
                    "in round %d%s: %s",
                    InRound::round,
                    it -> it.again() ? ", started twice" : "",
                    it -> of(it.what()));

    private MisbehaviourWords() {}

    /** Without its name. */
    public static String of(Misbehaviour misbehaviour) {
        return WORDS.of(misbehaviour);
    }

    /** The most frequent ones. What has no name of its own is told by its message. */
    private static String causes(List<Failure> failures) {
        return failures.stream()
                .limit(MAX_CAUSES)
                .map(failure -> failure.calls() + " " + failure.cause().label()
                        + (failure.cause() == Cause.Known.OTHER ? " (" + failure.message() + ")" : ""))
                .collect(Collectors.joining(", "));
    }
}
