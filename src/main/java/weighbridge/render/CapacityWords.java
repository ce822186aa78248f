package weighbridge.render;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.CapacityReport.Memory;
import weighbridge.capacity.StepVerdict;
import weighbridge.text.Fault;

/** How much a target holds, in words, where a capacity is known and where it is only known to be no less. */
public final class CapacityWords {
    private CapacityWords() {}

    /** Whether it was the generator that could do no more. */
    static boolean isGenerators(CapacityReport card) {
        return card.bound() == Bound.GENERATOR;
    }

    /** All of it on one line, such as {@code holds 4,100 calls/s (4,087 to 4,280) with p99 < 50 ms, for 30 s in …}. */
    public static String sentence(CapacityReport card) {
        if (card.callsPerSecond() == null) {
            return nothing(card);
        }
        if (card.atLeast()) {
            return "holds " + rate(card) + ": " + limit(card) + " (" + Numbers.rate(card.low()) + " achieved "
                    + conditions(card) + ")";
        }
        return "holds " + rate(card) + " " + bracket(card) + " " + conditions(card);
    }

    /** The rate, never without the words that it may be more. @param card with a rate */
    static String rate(CapacityReport card) {
        return (card.atLeast() ? "at least " : "") + Numbers.callsPerSecond(card.callsPerSecond());
    }

    /** Between what the capacity lies. */
    static String bracket(CapacityReport card) {
        return "(" + Numbers.rate(card.low()) + " to " + Numbers.rate(card.high()) + ")";
    }

    /** Why it is not known whether the target holds more. */
    static String limit(CapacityReport card) {
        if (!isGenerators(card)) {
            return "no rate was found that it does not hold";
        }
        return "the generator was the limit" + (card.high() == null ? "" : " below " + Numbers.rate(card.high()));
    }

    static String promises(List<String> promises) {
        return promises.isEmpty() ? "nothing promised" : String.join(", ", promises);
    }

    /** What stands in the way of more; n/a where that is not known. */
    static String bound(CapacityReport card) {
        return Fault.oneLine(binds(card), 400);
    }

    /** The same in full. */
    static String binds(CapacityReport card) {
        return card.binds() == null ? bound(card.bound()) : CapacityFindingWords.of(card.binds());
    }

    /** Its key. */
    static String bound(Bound bound) {
        return bound == null ? Numbers.NONE : bound.name().toLowerCase(Locale.ROOT);
    }

    /** With nothing known of it where there is none. */
    static Memory memory(CapacityReport card) {
        return Objects.requireNonNullElse(card.memory(), new Memory(null, null, null, null));
    }

    private static String conditions(CapacityReport card) {
        String promises = "with " + promises(card.promises());
        if (card.confirmed() == 0) {
            return promises + ", in the search only and in no fresh process";
        }
        return promises + ", for " + Numbers.rate(card.confirmSeconds()) + " s in "
                + (card.confirmed() == 1 ? "1 fresh process" : "each of " + card.confirmed() + " fresh processes");
    }

    /** That the server holds nothing is said only where it was asked, and where it was not the generator that could do no more. */
    private static String nothing(CapacityReport card) {
        if (isGenerators(card)) {
            return "what it holds is not known: the generator was the limit: " + bound(card);
        }
        DoubleSummaryStatistics tried = tried(card);
        if (tried.getCount() == 0) {
            return "what it holds is not known: no rate was tried";
        }
        OptionalDouble once = once(card);
        return (once.isPresent()
                        ? "no rate was confirmed: up to " + Numbers.callsPerSecond(once.getAsDouble())
                                + " were held once, and none in every fresh process,"
                        : "holds no rate of those tried (" + range(tried) + ")")
                + " with " + promises(card.promises()) + ": " + bound(card);
    }

    /** Whether any rate was held against the promises. */
    public static boolean isTried(CapacityReport card) {
        return tried(card).getCount() > 0;
    }

    /** Whether a rate was held once, and none so that it is told as held. */
    public static boolean isUnconfirmed(CapacityReport card) {
        return card.callsPerSecond() == null && once(card).isPresent();
    }

    private static DoubleSummaryStatistics tried(CapacityReport card) {
        return card.probes().stream()
                .filter(probe -> probe.verdict() != StepVerdict.UNJUDGED)
                .map(probe -> probe.load().offeredCallsPerSecond())
                .filter(Objects::nonNull)
                .collect(Collectors.summarizingDouble(Double::doubleValue));
    }

    /** The highest of them. */
    private static OptionalDouble once(CapacityReport card) {
        return card.probes().stream()
                .filter(probe -> probe.kept())
                .mapToDouble(probe -> probe.load().offeredCallsPerSecond())
                .max();
    }

    private static String range(DoubleSummaryStatistics rates) {
        String least = Numbers.rate(rates.getMin());
        String most = Numbers.callsPerSecond(rates.getMax());
        return (rates.getMin() == rates.getMax() ? "" : least + " to ") + most;
    }
}
