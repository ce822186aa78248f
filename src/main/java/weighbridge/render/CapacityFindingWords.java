package weighbridge.render;

import static weighbridge.render.WordsByType.text;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityFinding;
import weighbridge.capacity.CapacityFinding.*;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.UslAnalysis;
import weighbridge.record.EarlyEnd;

/** What the findings of a capacity card say. */
public final class CapacityFindingWords {
    private static final String CUT_SHORT =
            ": the time limit came first, the run was ended, or the server did not start again";

    private static final WordsByType<CapacityFinding> WORDS = new WordsByType<CapacityFinding>()
            .put(Ended.class, reason -> ended(reason.why()))
            .put(LatenciesLost.class, reason -> "latencies of its calls are lost")
            .put(
                    TooFewCalls.class,
                    reason -> text(
                            "%s: %d calls are too few to tell", reason.slo().condition(), reason.calls()))
            .put(
                    TooSlow.class,
                    reason -> text(
                            "%s: %d of %d were slower or failed, at most %d may",
                            reason.slo().condition(), reason.beyond(), reason.calls(), reason.most()))
            .put(
                    TooManyFailed.class,
                    reason -> text("%s: %d of %d failed", reason.slo().condition(), reason.failed(), reason.calls()))
            .put(TooMuchUsed.class, CapacityFindingWords::used)
            .put(
                    RateNotReached.class,
                    reason -> text(
                            "%.0f of %.0f calls/s were %s",
                            reason.reached(), reason.offered(), reason.started() ? "started" : "answered as expected"))
            .put(InFlightGrows.class, reason -> "more and more calls were under way")
            .put(
                    Stolen.class,
                    reason -> text(
                            "the host took %.0f %% of the machine's processor time for others", 100 * reason.share()))
            .put(
                    OthersBusy.class,
                    reason -> text("others took %.0f %% of the machine's processor time", 100 * reason.share()))
            .put(
                    CoresBusy.class,
                    reason -> text(
                            "the machine's %d cores were all busy, %.2f of them with the generator and %.2f with the server",
                            reason.cores(), reason.generator(), reason.server()))
            .put(GeneratorUnwell.class, reason -> GeneratorFaultWords.of(reason.fault()))
            .put(
                    GeneratorLate.class,
                    reason -> text("the generator itself started calls late, by %.1f ms (p99)", reason.p99Millis()))
            .put(
                    PoolTooSmall.class,
                    reason -> text(
                            "most of the time all %d users had a call in flight: give more with -Dpool",
                            reason.users()))
            .put(
                    UsersPaused.class,
                    reason -> text(
                            "by Little's law users were between two calls for %.0f %% of the time",
                            100 * reason.share()))
            .put(StepBroke.class, CapacityFindingWords::broke)
            .put(
                    NoLimit.class,
                    limit ->
                            limit == NoLimit.NONE_HELD ? "no rate was held" : "no rate was found that it does not hold")
            .put(
                    FewProcesses.class,
                    caveat -> text(
                            "confirmed in %d of %d fresh processes only" + CUT_SHORT,
                            caveat.confirmed(),
                            CapacityReport.CONFIRMATIONS))
            .put(
                    NoneConfirmed.class,
                    caveat -> text(
                            "%,.0f calls/s were not held in every fresh process, and no lower rate was" + CUT_SHORT,
                            caveat.callsPerSecond()))
            .put(
                    SameProcess.class,
                    caveat ->
                            "it ran already, and nobody could start it afresh: each confirming load was one of the same"
                                    + " process")
            .put(
                    ShortSteps.class,
                    caveat -> text(
                            "each confirming load went on for %.0f s; a capacity wants %.0f s or more",
                            caveat.seconds(), CapacityReport.LEAST_CONFIRM_SECONDS))
            .put(
                    WideBracket.class,
                    caveat -> text(
                            "the bracket from %,.0f to %,.0f calls/s is wider than 5 %%: what was held in the search was not"
                                    + " held in fresh processes, or there was no time to narrow it",
                            caveat.low(), caveat.high()))
            .put(TooFewLevels.class, CapacityFindingWords::levels)
            .put(NothingAnswered.class, gap -> "no call was answered")
            .put(
                    PeakOutOfReach.class,
                    gap -> (gap.exists() ? "the peak is beyond" : "there is no peak up to") + " twice the "
                            + plain(gap.users()) + " users that were measured")
            .put(Quoted.class, Quoted::words);

    private CapacityFindingWords() {}

    /** On one line, without a full stop. */
    public static String of(CapacityFinding finding) {
        return WORDS.of(finding);
    }

    private static String ended(EarlyEnd why) {
        return why == EarlyEnd.SERVER_ENDED ? "the server ended under this load" : why.text();
    }

    private static String used(TooMuchUsed reason) {
        return reason.slo().condition() + ": "
                + (reason.value() == null
                        ? "not known"
                        : reason.slo().amount(reason.value()).text());
    }

    private static String broke(StepBroke limit) {
        String reasons = limit.reasons().stream().map(CapacityFindingWords::of).collect(Collectors.joining("; "));
        return text("%s%s (at %,.0f calls/s)", prefix(limit.bound()), reasons, limit.callsPerSecond());
    }

    private static String prefix(Bound bound) {
        return switch (bound) {
            case GENERATOR -> "the generator: ";
            case MEMORY -> "memory: ";
            case CPU -> "processor time: ";
            case SLO -> "";
        };
    }

    private static String levels(TooFewLevels gap) {
        String measured = gap.concurrency().isEmpty()
                ? "none"
                : gap.concurrency().stream().map(CapacityFindingWords::plain).collect(Collectors.joining(", "));
        return "the law is told by " + UslAnalysis.MIN_CONCURRENCIES + " different concurrencies or more; measured: "
                + measured;
    }

    /** 16 and not 16.0. */
    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
