package weighbridge.render;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.CapacityReport.Outcome;

/**
 * What the headline says of capacities. It names the highest only where every capacity is known: a target with "at least" may
 * sustain more than all others.
 */
final class HeadlineCapacity {
    private static final int MOST_NAMED = 5;

    private final List<TargetReport> found;
    private final List<TargetReport> atLeast;
    private final List<TargetReport> nothing;

    private HeadlineCapacity(List<TargetReport> cards) {
        this.found = cards.stream()
                .filter(target -> outcome(target) == Outcome.HELD)
                .sorted(Comparator.comparing(
                                (TargetReport target) -> target.capacity().callsPerSecond())
                        .reversed())
                .toList();
        this.atLeast = cards.stream()
                .filter(target -> outcome(target) == Outcome.AT_LEAST)
                .toList();
        this.nothing = cards.stream()
                .filter(target -> target.capacity().callsPerSecond() == null)
                .toList();
    }

    private static Outcome outcome(TargetReport target) {
        return target.capacity().outcome();
    }

    /** Empty where no capacity is known, and where the measurement is invalid. */
    static Optional<String> of(Report report) {
        List<TargetReport> cards = report.targets().stream()
                .filter(target -> target.capacity() != null && target.well())
                .toList();
        if (cards.isEmpty() || !new Winners(report).arePossible()) {
            return Optional.empty();
        }
        HeadlineCapacity headline = new HeadlineCapacity(cards);
        return Optional.of(promises(cards)
                + Stream.of(headline.best(), headline.more(), headline.none())
                        .filter(clause -> !clause.isEmpty())
                        .collect(Collectors.joining("; ")));
    }

    private static String promises(List<TargetReport> cards) {
        List<String> each = cards.stream()
                .map(target -> CapacityWords.promises(target.capacity().promises()))
                .distinct()
                .toList();
        return each.size() == 1 ? "with " + Headline.shortened(each.get(0)) + ": " : "each with its own SLO: ";
    }

    /** Those of which the capacity is known, the greatest first. */
    private String best() {
        if (found.isEmpty()) {
            return "";
        }
        boolean ranked = found.size() > 1
                && atLeast.isEmpty()
                && found.stream()
                                .map(target -> target.capacity().limits())
                                .distinct()
                                .count()
                        == 1
                && found.stream().allMatch(target -> target.capacity().wellConfirmed())
                && nothing.stream().allMatch(target -> outcome(target) == Outcome.NONE_HELD);
        List<String> tied = tied();
        if (ranked && tied.size() > 1) {
            return chain(0) + " calls/s; the capacities of " + String.join(", ", tied)
                    + " are not significantly different";
        }
        TargetReport first = found.get(0);
        return name(first)
                + (ranked ? " sustains most, " : " sustains ")
                + amount(first, " calls/s")
                + (found.size() == 1 ? "" : (ranked ? ", then " : ", ") + chain(1));
    }

    /** The first, and those whose intervals overlap with its interval. */
    private List<String> tied() {
        CapacityReport best = found.get(0).capacity();
        double low = Objects.requireNonNullElse(best.low(), best.callsPerSecond());
        return found.stream()
                .filter(target -> target.capacity().high() > low)
                .map(HeadlineCapacity::name)
                .toList();
    }

    /** In falling order from the one at this place on. */
    private String chain(int from) {
        Stream<String> named =
                found.stream().limit(MOST_NAMED).skip(from).map(target -> name(target) + " " + amount(target, ""));
        Stream<String> more =
                found.size() > MOST_NAMED ? Stream.of(found.size() - MOST_NAMED + " more") : Stream.empty();
        return Stream.concat(named, more).collect(Collectors.joining(", "));
    }

    private String more() {
        return named(
                atLeast,
                target -> name(target) + " sustains " + CapacityWords.rate(target.capacity())
                        + CapacityWords.box(target.capacity()) + " ("
                        + CapacityWords.limit(target.capacity()) + ")" + CapacityWords.doubt(target.capacity()));
    }

    private String none() {
        return named(nothing, target -> {
            String name = name(target);
            return switch (outcome(target)) {
                case GENERATOR_LIMITED -> "the capacity of " + name + " is unknown (the generator was the limit)";
                case UNTRIED -> "the capacity of " + name + " is unknown (no rate was tried)";
                case UNCONFIRMED -> "no rate of " + name + " was confirmed";
                default -> name + " sustains none of the rates tried";
            };
        });
    }

    private static String named(List<TargetReport> targets, Function<TargetReport, String> words) {
        String named = targets.stream().limit(MOST_NAMED).map(words).collect(Collectors.joining(", "));
        return targets.size() > MOST_NAMED ? named + ", and " + (targets.size() - MOST_NAMED) + " more" : named;
    }

    private static String amount(TargetReport target, String unit) {
        CapacityReport card = target.capacity();
        return Numbers.rate(card.callsPerSecond()) + unit + " " + CapacityWords.bracket(card)
                + CapacityWords.box(card)
                + CapacityWords.doubt(card);
    }

    private static String name(TargetReport target) {
        return Headline.name(target.name());
    }
}
