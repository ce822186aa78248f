package weighbridge.render;

import static weighbridge.render.WordsByType.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityFinding;
import weighbridge.capacity.CapacityFinding.*;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.UslAnalysis;
import weighbridge.record.EarlyEnd;

/** What the findings of a capacity card say. */
public final class CapacityFindingWords {
    private static final String GENERATOR = "the generator";

    private static final WordsByType<CapacityFinding> WORDS = new WordsByType<CapacityFinding>()
            .put(Ended.class, reason -> ended(reason.why()))
            .put(LatenciesLost.class, reason -> "the latencies of its calls were not recorded")
            .put(
                    TooFewCalls.class,
                    reason -> text(
                            "%s: unknown, %d calls are too few", reason.slo().condition(), reason.calls()))
            .put(
                    TooSlow.class,
                    reason -> text(
                            "%s: %d of %d calls slower or failed, at most %d allowed",
                            reason.slo().condition(), reason.beyond(), reason.calls(), reason.most()))
            .put(
                    TooManyFailed.class,
                    reason -> text(
                            "%s: %d of %d calls failed", reason.slo().condition(), reason.failed(), reason.calls()))
            .put(TooMuchUsed.class, CapacityFindingWords::used)
            .put(
                    RateNotReached.class,
                    reason -> text(
                            "%.0f of %.0f calls/s were %s",
                            reason.reached(), reason.offered(), reason.started() ? "started" : "answered as expected"))
            .put(InFlightGrows.class, reason -> "the number of calls in flight kept growing")
            .put(
                    Stolen.class,
                    reason -> text(
                            "steal: the host gave %.0f %% of the CPU time to other virtual machines",
                            100 * reason.share()))
            .put(
                    OthersBusy.class,
                    reason -> text("other processes used %.0f %% of the machine's CPU time", 100 * reason.share()))
            .put(
                    CoresBusy.class,
                    reason -> text(
                            "all %d cores were busy: %.2f with the generator, %.2f with the server",
                            reason.cores(), reason.generator(), reason.server()))
            .put(GeneratorUnwell.class, reason -> GeneratorFaultWords.of(reason.fault()))
            .put(
                    GeneratorLate.class,
                    reason -> text(
                            "the generator started calls late: scheduling delay %.1f ms (p99)", reason.p99Millis()))
            .put(
                    PoolTooSmall.class,
                    reason -> text("all %d users had a call in flight most of the time: raise -Dpool", reason.users()))
            .put(
                    UsersPaused.class,
                    reason -> text(
                            "by Little's law users were idle between calls for %.0f %% of the time",
                            100 * reason.share()))
            .put(
                    UsersFailed.class,
                    reason -> text(
                            "%d of %d calls failed and took %.1f %% of the users' time: no point of the USL",
                            reason.failed(), reason.calls(), 100 * reason.share()))
            .put(StepBroke.class, CapacityFindingWords::broke)
            .put(
                    NoLimit.class,
                    limit -> limit == NoLimit.NONE_HELD
                            ? "no rate tried was sustained"
                            : "every rate tried was sustained")
            .put(FewProcesses.class, caveat -> confirmations(caveat.asked(), caveat.why()))
            .put(
                    NoneConfirmed.class,
                    caveat -> text(
                                    "%,.0f calls/s, the lowest rate that was to be confirmed, was ",
                                    caveat.callsPerSecond())
                            + confirmations(caveat.asked(), caveat.why()))
            .put(
                    SameProcess.class,
                    caveat ->
                            "the server ran already and cannot be restarted: every confirming load step used the same process")
            .put(
                    ShortSteps.class,
                    caveat -> text(
                            "each confirming load step lasted %.0f s; a capacity needs %.0f s or more",
                            caveat.seconds(), CapacityReport.LEAST_CONFIRM_SECONDS))
            .put(
                    WideBracket.class,
                    caveat -> text(
                            "the interval from %,.0f to %,.0f calls/s is wider than 5 %%: a rate met the SLO in the search but not in fresh processes, or time ran out",
                            caveat.low(), caveat.high()))
            .put(TooFewLevels.class, CapacityFindingWords::levels)
            .put(NothingAnswered.class, gap -> "no call was answered")
            .put(
                    LevelsOff.class,
                    gap -> text(
                            "levels off at %s calls/s from %s users on, which the law does not describe",
                            Numbers.brief(gap.callsPerSecond()), Numbers.brief(gap.users())))
            .put(
                    LiesBeside.class,
                    gap -> text(
                            "the rates do not follow the law: they lie beside it by %.1f %% of the highest, more than they differ when measured again",
                            100 * gap.share()))
            .put(
                    RisesPerUser.class,
                    gap -> text(
                            "the rates do not follow the law: each user got %s calls/s answered with %s users and %s with %s, and by the law it is never more with more users",
                            Numbers.brief(gap.callsPerSecond()),
                            Numbers.brief(gap.users()),
                            Numbers.brief(gap.more()),
                            Numbers.brief(gap.moreUsers())))
            .put(
                    PeakOutOfReach.class,
                    gap -> (gap.exists() ? "the peak is beyond" : "no peak up to") + " twice the " + plain(gap.users())
                            + " users measured")
            .put(Quoted.class, Quoted::words);

    private CapacityFindingWords() {}

    /** On one line, without a full stop. */
    public static String of(CapacityFinding finding) {
        return WORDS.of(finding);
    }

    private static String ended(EarlyEnd why) {
        return why == EarlyEnd.SERVER_ENDED ? "the server ended under this load" : why.text();
    }

    private static String confirmations(Confirmations asked, CutShort why) {
        List<String> parts = new ArrayList<>();
        if (asked.broken() > 0) {
            parts.add(asked.broken() + " did not meet the SLO");
        }
        if (asked.inconclusive() > 0) {
            parts.add(asked.inconclusive() + (asked.inconclusive() == 1 ? " was" : " were")
                    + " inconclusive (the generator was overloaded)");
        }
        String end = switch (why) {
            case TIME_LIMIT -> "the time limit was reached";
            case RUN_ENDED -> "the run ended";
            case NO_START -> "the server did not start again";
        };
        parts.add(parts.isEmpty() ? end : "then " + end);
        return CapacityWords.confirmed(asked.held()) + " fresh processes: " + String.join(", ", parts);
    }

    private static String used(TooMuchUsed reason) {
        return reason.slo().condition() + ": "
                + (reason.value() == null
                        ? "unknown"
                        : reason.slo().amount(reason.value()).text());
    }

    private static String broke(StepBroke limit) {
        return prefix(limit.bound()) + withoutBound(limit);
    }

    private static String prefix(Bound bound) {
        return switch (bound) {
            case GENERATOR -> GENERATOR + ": ";
            case MEMORY -> "memory: ";
            case CPU -> "CPU: ";
            case SLO -> "";
        };
    }

    /** The same after words that name already what the limit was. */
    static String withoutBound(CapacityFinding finding) {
        if (!(finding instanceof StepBroke limit)) {
            return of(finding);
        }
        String reasons = limit.reasons().stream().map(CapacityFindingWords::of).collect(Collectors.joining("; "));
        return text(
                "%s (at %,.0f calls/s)",
                limit.bound() == Bound.GENERATOR && reasons.startsWith(GENERATOR)
                        ? "it" + reasons.substring(GENERATOR.length())
                        : reasons,
                limit.callsPerSecond());
    }

    private static String levels(TooFewLevels gap) {
        String measured = gap.concurrency().isEmpty()
                ? "none"
                : gap.concurrency().stream()
                        .map(CapacityFindingWords::plain)
                        .collect(Collectors.joining(", ", gap.concurrency().size() + " (", ")"));
        return "needs at least " + UslAnalysis.MIN_CONCURRENCIES + " concurrency levels, got " + measured;
    }

    /** 16 and not 16.0. */
    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
