package weighbridge.render;

import static weighbridge.render.WordsByType.text;

import weighbridge.analysis.Finding;
import weighbridge.analysis.Finding.*;
import weighbridge.analysis.Remark;

/** What the findings of a run say. */
public final class FindingWords {
    private static final String COLD = ", so its measured one may be partly a cold one";
    private static final double MEBIBYTE = 1024.0 * 1024.0;

    static final WordsByType<Finding> WORDS = new WordsByType<Finding>()
            .put(Recorded.class, Recorded::words)
            .put(RunCutOff.class, "the run was cut off or could not be kept: what is told is what is left of it")
            .put(
                    LoadCutOff.class,
                    "its measured %s was cut off: %d of its calls are in the log and in no figure",
                    it -> it.burst() ? "burst" : "load",
                    LoadCutOff::calls)
            .put(
                    CallsMissing.class,
                    "%d calls were asked for, %d are in the log",
                    CallsMissing::asked,
                    CallsMissing::logged)
            .put(
                    GeneratorOverloaded.class,
                    "%s: the figures of this target are at least partly the generator's",
                    it -> CapacityFindingWords.of(it.how()))
            .put(
                    StartsSpread.class,
                    "the calls started over %d ms and not at once: the generator could not keep up",
                    StartsSpread::millis)
            .put(
                    FloorFailed.class,
                    "even a server that does nothing answered only %.1f %% of the calls right before: the generator is too"
                            + " slow for this timeout",
                    it -> Math.floor(it.successRatio() * 1000) / 10)
            .put(
                    GeneratorNotWarmed.class,
                    "the generator had no bursts at a server that does nothing, so whether it was warm is not known")
            .put(
                    GeneratorNotSteady.class,
                    "the generator is not steady: after %d bursts at a server that does nothing they still differed, so the"
                            + " machine may be busy with something else",
                    GeneratorNotSteady::bursts)
            .put(
                    FewerCores.class,
                    "the generator may use only %.2f of the machine's %d cores, and so may what it started",
                    FewerCores::cores,
                    FewerCores::machine)
            .put(
                    NotSteadyUnderLoad.class,
                    "not steady after %d s of warm-up: what was measured may be partly a cold server's, or one's that cannot"
                            + " keep up",
                    NotSteadyUnderLoad::seconds)
            .put(NotSteady.class, "not steady: its %d warm-up bursts still differed" + COLD, NotSteady::bursts)
            .put(TooFewWarmUps.class, "not steady: too few warm-up bursts (%d) to tell" + COLD, TooFewWarmUps::bursts)
            .put(CallsFailed.class, "%d of its %d calls failed", CallsFailed::failed, CallsFailed::calls)
            .put(
                    NoisyMachine.class,
                    "%.0f %% of the machine's processor time went to others in its window: on a quiet machine it may be"
                            + " faster",
                    it -> 100 * it.othersShare())
            .put(
                    CpuTimeLost.class,
                    "processes ended or left its tree during the burst, so its processor time is not known")
            .put(
                    RateNotStarted.class,
                    "only %,.0f of %,.0f calls/s were started; %,d of %,d calls waited until one of %d users was free",
                    RateNotStarted::started,
                    RateNotStarted::offered,
                    RateNotStarted::waited,
                    RateNotStarted::calls,
                    RateNotStarted::pool)
            .put(
                    FewerUsers.class,
                    "by Little's law the users were between two calls for %.0f %% of the time: the load was that of fewer"
                            + " users",
                    it -> 100 * it.pausedShare())
            .put(
                    LeakSuspected.class,
                    "%d calls left %.2f MiB of live heap behind (%.2f MiB per 1,000 calls): this looks like a leak; a longer"
                            + " run tells it from a cache that fills",
                    LeakSuspected::calls,
                    it -> it.bytes() / MEBIBYTE,
                    it -> it.bytes() / MEBIBYTE * 1000 / it.calls());

    private FindingWords() {}

    /** With the target and the rounds. */
    public static String of(Remark remark) {
        return (remark.target() == null ? "" : remark.target() + ": ") + WORDS.of(remark.finding()) + rounds(remark);
    }

    private static String rounds(Remark remark) {
        if (remark.rounds() == 1) {
            return "";
        }
        return remark.seen() == 1
                ? text(" (in round %d of %d)", remark.round(), remark.rounds())
                : text(" (in %d of %d rounds, told of round %d)", remark.seen(), remark.rounds(), remark.round());
    }
}
