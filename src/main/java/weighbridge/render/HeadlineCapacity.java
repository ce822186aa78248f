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
 * What the headline says of who holds how much. The most is said to be anybody's only where it is known how much each
 * target holds: one that holds at least so much may hold more than all others.
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

    /** Empty where nothing of it is known, and where the figures cannot be relied on, for then nobody has won. */
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
        return each.size() == 1 ? "with " + Headline.shortened(each.get(0)) + ", " : "each with its own SLOs, ";
    }

    /** Those of which the capacity is known, the greatest first. */
    private String best() {
        if (found.isEmpty()) {
            return "";
        }
        boolean ranked = found.size() > 1
                && atLeast.isEmpty()
                && nothing.stream().allMatch(target -> outcome(target) == Outcome.NONE_HELD);
        List<String> tied = tied();
        if (ranked && tied.size() > 1) {
            return "nobody is told to hold most: " + chain(0) + " calls/s, of which " + String.join(", ", tied)
                    + " are not told apart";
        }
        TargetReport first = found.get(0);
        return name(first)
                + (ranked ? " holds most: " : " holds ")
                + amount(first, " calls/s")
                + (found.size() == 1 ? "" : (ranked ? ", then " : ", ") + chain(1));
    }

    /** Those that are not shown to hold less than the first, and itself. */
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
                target -> name(target) + " holds " + CapacityWords.rate(target.capacity()) + " ("
                        + CapacityWords.limit(target.capacity()) + ")");
    }

    private String none() {
        return named(nothing, target -> {
            String name = name(target);
            return switch (outcome(target)) {
                case GENERATOR_LIMITED -> "what " + name + " holds is not known (the generator was the limit)";
                case UNTRIED -> "what " + name + " holds is not known (no rate was tried)";
                case UNCONFIRMED -> "no rate of " + name + " was confirmed";
                default -> name + " holds none of the rates that were tried";
            };
        });
    }

    private static String named(List<TargetReport> targets, Function<TargetReport, String> words) {
        String named = targets.stream().limit(MOST_NAMED).map(words).collect(Collectors.joining(", "));
        return targets.size() > MOST_NAMED ? named + ", and " + (targets.size() - MOST_NAMED) + " more" : named;
    }

    private static String amount(TargetReport target, String unit) {
        CapacityReport card = target.capacity();
        return Numbers.rate(card.callsPerSecond()) + unit + " " + CapacityWords.bracket(card);
    }

    private static String name(TargetReport target) {
        return Headline.name(target.name());
    }
}
