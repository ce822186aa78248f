package weighbridge.render;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.Overload;
import weighbridge.text.Fault;

/** The capacity of a target, in words. */
final class CapacityWords {
    private static final int MAX_CHARS = 400;

    private CapacityWords() {}

    /** All of it on one line, such as {@code sustains 4,100 calls/s (4,087 to 4,280) with p99 < 50 ms, for 30 s in …}. */
    static String sentence(CapacityReport card) {
        return sentence(card, " with " + promises(card.promises()));
    }

    /** The same where the SLO is named once for all targets. */
    static String withoutSlo(CapacityReport card) {
        return card.outcome() == CapacityReport.Outcome.AT_LEAST
                ? "sustains " + rate(card) + box(card) + confirmation(card) + ": " + limit(card)
                : sentence(card, "");
    }

    private static String sentence(CapacityReport card, String with) {
        return switch (card.outcome()) {
            case HELD -> "sustains " + rate(card) + " " + bracket(card) + box(card) + with + confirmation(card);
            case AT_LEAST ->
                "sustains " + rate(card) + box(card) + ": " + limit(card) + " (" + Numbers.rate(card.low())
                        + " achieved" + with + confirmation(card) + ")";
            case GENERATOR_LIMITED -> "capacity unknown, the generator was the limit" + why(card);
            case UNTRIED -> "capacity unknown: no rate was tried";
            case UNCONFIRMED ->
                "no rate was confirmed" + with + ": "
                        + Numbers.callsPerSecond(card.heldOnce().getAsDouble())
                        + " were sustained once, and no rate was in every fresh process: " + bound(card);
            case NONE_HELD ->
                "sustains none of the rates tried (" + range(card.tried()) + ")" + with + ": " + bound(card);
        };
    }

    /** In as few words as it takes. */
    static String brief(CapacityReport card) {
        return switch (card.outcome()) {
            case HELD -> Numbers.brief(card.callsPerSecond()) + " calls/s" + box(card) + doubt(card);
            case AT_LEAST -> "at least " + Numbers.brief(card.callsPerSecond()) + " calls/s" + box(card) + doubt(card);
            case GENERATOR_LIMITED -> "unknown: the generator was the limit";
            case UNTRIED -> "unknown: no rate was tried";
            case UNCONFIRMED -> "no rate was confirmed";
            case NONE_HELD -> "none of the rates tried";
        };
    }

    /** The limits of its box; empty where it had none. */
    static String limits(CapacityReport card) {
        return card.limits() == null ? "" : card.limits().text();
    }

    /** What the server could use, such as {@code  in 0.5 cores}; nothing where it had no limits. */
    static String box(CapacityReport card) {
        return card.limits() == null ? "" : " in " + card.limits().text();
    }

    /** Such as {@code 1 core: at least 36,204 calls/s; 0.5 cores: 34,811 calls/s (cpu)}. */
    static String boxes(CapacityReport card) {
        return card.boxes().stream()
                .map(box -> box.limits().text() + ": " + inBox(box.card()))
                .collect(Collectors.joining("; "));
    }

    private static String inBox(CapacityReport card) {
        return switch (card.outcome()) {
            case HELD -> Numbers.callsPerSecond(card.callsPerSecond()) + " (" + bound(card.bound()) + ")";
            case AT_LEAST -> rate(card);
            default -> brief(card);
        };
    }

    /**
     * Such as {@code at 1.2 times the capacity 960 calls/s within the SLO, p99 870 ms, RSS peak 61.20 MiB; then half of the capacity
     * was within the SLO after 2.1 s}.
     */
    static String overload(List<Overload> loads) {
        return loads.stream().map(CapacityWords::overload).collect(Collectors.joining(" | "));
    }

    private static String overload(Overload load) {
        return "at " + Numbers.brief(load.share()) + " times the capacity "
                + (load.byGenerator() ? "(the generator was overloaded) " : "")
                + Numbers.callsPerSecond(load.goodCallsPerSecond()) + " within the SLO"
                + (load.failedShare() == 0 ? "" : ", " + Numbers.wholePercent(load.failedShare()) + " failed")
                + (load.p99Millis() == null ? "" : ", p99 " + Numbers.brief(load.p99Millis()) + " ms")
                + (load.peakRssBytes() == null ? "" : ", RSS peak " + Numbers.mebibytes(load.peakRssBytes()) + " MiB")
                + recovery(load);
    }

    private static String recovery(Overload load) {
        if (load.ended()) {
            return "; the server ended under it";
        }
        return load.recoverySeconds() == null
                ? "; then half of the capacity was not within the SLO for " + Overload.RECOVERY.toSeconds() + " s"
                : "; then half of the capacity was within the SLO after " + Numbers.fixed(load.recoverySeconds(), 1)
                        + " s";
    }

    /** How many of the fresh processes that have to hold a rate did. */
    static String confirmed(int held) {
        return "confirmed in " + held + " of " + CapacityReport.CONFIRMATIONS;
    }

    /** What to add to a rate that too few fresh processes held; nothing where it is well confirmed. @param card with a rate */
    static String doubt(CapacityReport card) {
        return card.wellConfirmed() ? "" : ", " + confirmed(card.confirmed());
    }

    /** Within what the rate lies, and how it was confirmed. */
    static String interval(CapacityReport card) {
        boolean generator = card.bound() == Bound.GENERATOR;
        String broken = card.high() == null
                ? null
                : (generator ? "the generator was the limit at " : "an SLO was broken at ") + Numbers.brief(card.high())
                        + " calls/s";
        if (card.callsPerSecond() == null) {
            return Objects.requireNonNullElse(broken, "");
        }
        boolean once = card.confirmed() == 1;
        String confirmed = card.confirmed() == 0
                ? "met the SLO in the search only, in no fresh process"
                : "met the SLO in " + card.confirmed() + (once ? " process" : " fresh processes") + " for "
                        + Numbers.brief(card.confirmSeconds()) + " s" + (once ? "" : " each");
        String achieved =
                card.low() == null ? null : "at least " + Numbers.brief(card.low()) + " calls/s achieved each time";
        return Stream.of(confirmed, achieved, broken == null ? "no rate is known to break an SLO" : broken)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
    }

    /** The rate, never without the words that it may be more. @param card with a rate */
    static String rate(CapacityReport card) {
        return (card.atLeast() ? "at least " : "") + Numbers.callsPerSecond(card.callsPerSecond());
    }

    /** The interval in which the capacity lies. */
    static String bracket(CapacityReport card) {
        return "(" + Numbers.rate(card.low()) + " to " + Numbers.rate(card.high()) + ")";
    }

    /** Why the capacity may be higher. */
    static String limit(CapacityReport card) {
        return card.bound() != Bound.GENERATOR
                ? "every rate tried was sustained"
                : "the generator was the limit" + (card.high() == null ? "" : " below " + Numbers.rate(card.high()));
    }

    static String promises(List<String> promises) {
        return promises.isEmpty() ? "no SLO" : String.join(", ", promises);
    }

    /** What limits the rate; n/a where that is unknown. */
    static String bound(CapacityReport card) {
        return Fault.oneLine(binds(card), MAX_CHARS);
    }

    /** How it showed that the generator was the limit, where that is known. */
    private static String why(CapacityReport card) {
        return card.binds() == null
                ? ""
                : ": " + Fault.oneLine(CapacityFindingWords.withoutBound(card.binds()), MAX_CHARS);
    }

    /** The same in full. */
    static String binds(CapacityReport card) {
        return card.binds() == null ? bound(card.bound()) : CapacityFindingWords.of(card.binds());
    }

    /** Its key. */
    static String bound(Bound bound) {
        return bound == null ? Numbers.NONE : bound.name().toLowerCase(Locale.ROOT);
    }

    private static String confirmation(CapacityReport card) {
        return switch (card.confirmed()) {
            case 0 -> ", in the search only, in no fresh process";
            case 1 -> ", for " + Numbers.rate(card.confirmSeconds()) + " s in 1 fresh process";
            default ->
                ", for " + Numbers.rate(card.confirmSeconds()) + " s in each of " + card.confirmed()
                        + " fresh processes";
        };
    }

    private static String range(DoubleSummaryStatistics rates) {
        String least = rates.getMin() == rates.getMax() ? "" : Numbers.rate(rates.getMin()) + " to ";
        return least + Numbers.callsPerSecond(rates.getMax());
    }
}
