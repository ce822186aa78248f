package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.analysis.Remark;
import weighbridge.analysis.Report;
import weighbridge.analysis.SloReport;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;
import weighbridge.record.Outcome;
import weighbridge.text.Fault;
import weighbridge.text.ForeignText;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Steady;

/** The result of a run in one sentence, what matters most first. */
public final class Headline {
    private static final int MOST_CHARS = 160;
    private static final int MOST_NAMED = 3;
    private static final int MOST_TIED = 4;

    private final Report report;
    private final List<TargetReport> targets;
    private final Winners winners;

    private Headline(Report report) {
        this.report = report;
        this.targets = report.targets();
        this.winners = new Winners(report);
    }

    /** The sentence, as plain text on one line that nothing is escaped in. */
    public static String of(Report report) {
        Headline headline = new Headline(report);
        List<String> clauses = Stream.of(
                        headline.shortQueues(),
                        headline.invalid(),
                        headline.promises(),
                        headline.failed(),
                        headline.result())
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(ArrayList::new));
        if (clauses.isEmpty()) {
            clauses.add(headline.well());
        }
        headline.best().ifPresent(clauses::add);
        String sentence = String.join("; ", clauses);
        // No clause begins with a name, which would have to stay as it is.
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
    }

    /** A run that ended early has a fault for that, and needs no other to be invalid. */
    private Optional<String> invalid() {
        List<Remark> faults = report.verdict().faults();
        if (!report.run().complete()) {
            return Optional.of("the run ended early or could not be saved: "
                    + measured().size() + " of "
                    + Numbers.count(targets.size(), "target") + " measured"
                    + more(faults.size() - 1, others -> Numbers.count(others, "more fault")));
        }
        List<String> invalid = report.verdict().invalidTargets();
        if (!faults.isEmpty() && invalid.size() < targets.size()) {
            return Optional.of(invalid.size() + " of " + Numbers.count(targets.size(), "target")
                    + (invalid.size() == 1 ? " is" : " are") + " not valid: "
                    + shortened(FindingWords.of(faults.get(0)))
                    + more(faults.size() - 1, others -> others + " more"));
        }
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of("invalid measurement: " + shortened(FindingWords.of(faults.get(0)))
                        + more(faults.size() - 1, others -> others + " more"));
    }

    /** How many were broken and the first of them, and how many are unknown; empty where all were kept. */
    private Optional<String> promises() {
        List<SloReport> broken = report.promises().stream()
                .filter(promise -> promise.known() && !promise.kept())
                .toList();
        List<SloReport> unknown =
                report.promises().stream().filter(promise -> !promise.known()).toList();
        String of = " of " + Numbers.count(report.promises().size(), "SLO");
        if (!broken.isEmpty()) {
            return Optional.of(broken.size() + of + " broken: " + first(broken)
                    + (unknown.isEmpty() ? "" : ", " + unknown.size() + " unknown"));
        }
        return unknown.isEmpty() ? Optional.empty() : Optional.of(unknown.size() + of + " unknown: " + first(unknown));
    }

    /** The first with its value, or why there is none. */
    private static String first(List<SloReport> promises) {
        SloReport first = promises.get(0);
        return (promises.size() == 1 ? "" : "first ") + shortened(first.condition()) + " by " + name(first.target())
                + " (" + shortened(SloSection.outcome(first)) + ")";
    }

    private Optional<String> failed() {
        List<TargetReport> failed = targets.stream()
                .filter(target -> !target.well())
                // Of a run that was cut off it is said already, and no fault of the target's.
                .filter(target -> report.run().complete() || target.outcome() != Outcome.Kind.NOT_REACHED)
                .toList();
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        boolean all = report.run().complete() && measured().isEmpty();
        String which = all
                ? (targets.size() == 1
                        ? "the only target was not measured: "
                        : "none of the " + targets.size() + " targets was measured: ")
                : failed.size() + " of " + Numbers.count(targets.size(), "target") + " failed: ";
        String named = failed.stream()
                .limit(MOST_NAMED)
                .map(target -> name(target) + " " + fate(target))
                .collect(Collectors.joining(", "));
        String why = failed.size() == 1 ? why(failed.get(0)) : "";
        return Optional.of(which + named + why + more(failed.size() - MOST_NAMED, others -> others + " more"));
    }

    /** What happened to one that failed or misbehaved. */
    static String fate(TargetReport target) {
        return switch (target.outcome()) {
            case MEASURED -> "misbehaved";
            case FAILED_TO_START -> "failed to start";
            case DIED_UNDER_LOAD -> "died under load";
            case NOT_REACHED -> "was not reached";
        };
    }

    private static String why(TargetReport target) {
        String why = target.measured()
                ? MisbehaviourWords.of(target.identity().misbehaviour().get(0))
                : Objects.requireNonNullElse(target.reason(), "");
        return why.isBlank() ? "" : ", " + shortened(why);
    }

    /** The capacities, where they were searched for: then the SLO says how many calls may fail. */
    private Optional<String> result() {
        return isOfCapacity() ? HeadlineCapacity.of(report) : lost();
    }

    private boolean isOfCapacity() {
        return report.run().settings().workload() instanceof CapacitySearch;
    }

    /** Their figures are made by the queue, and not by what the server takes. */
    private Optional<String> shortQueues() {
        List<TargetReport> queued = targets.stream()
                .filter(target -> target.explanation() != null
                        && target.explanation().shortQueue().isPresent())
                .toList();
        return queued.stream()
                .findFirst()
                .map(first ->
                        ExplanationWords.of(first.explanation().shortQueue().get()) + " at " + name(first)
                                + more(queued.size() - 1, others -> others + " more"));
    }

    /** The medians of several rounds can hide a loss: the worst round tells. */
    private Optional<String> lost() {
        List<TargetReport> lost = measured().stream()
                .filter(target -> success(target) != null && success(target) < 1)
                .toList();
        return lost.stream()
                .min((one, other) -> Double.compare(success(one), success(other)))
                .map(worst -> lost.size() + " of " + Numbers.count(targets.size(), "target") + " lost calls: "
                        + (lost.size() == 1 ? "" : "the worst, ") + name(worst) + (lost.size() == 1 ? "" : ",")
                        + " had " + Numbers.success(success(worst)) + " success"
                        + (report.rounds().count() == 1 ? "" : " in its worst round"));
    }

    /** Nothing went wrong, as far as is known. */
    private String well() {
        if (targets.isEmpty()) {
            return "the run had no targets";
        }
        if (isOfCapacity()) {
            return "the capacity of the targets is unknown";
        }
        long unknown =
                targets.stream().filter(target -> success(target) == null).count();
        boolean one = targets.size() == 1;
        String who = one
                ? "the only target, " + name(targets.get(0)) + ","
                : targets.size() == 2 ? "both targets" : "all " + targets.size() + " targets";
        if (unknown > 0) {
            return who + (one ? " was measured" : " were measured") + ", but the success of "
                    + (one ? "its calls" : unknown == targets.size() ? "their calls" : unknown + " of them")
                    + " is unknown";
        }
        int rounds = report.rounds().count();
        return who + " answered all of " + (one ? "its" : "their") + " calls in time"
                + (report.run().settings().workload() instanceof Steady load
                        ? ", with " + LoadWords.steady(load) + " for " + LoadWords.seconds(load.duration())
                        : "")
                + (rounds == 1 ? "" : " in " + rounds + " rounds");
    }

    /** Who was best by the figures of the headline; empty without a ranking, and where the measurement is invalid. */
    private Optional<String> best() {
        return Figure.all(Trait.HEADLINE).stream()
                .filter(figure -> !winners.of(figure).isEmpty())
                .map(this::best)
                .reduce((first, second) -> first + " and " + second);
    }

    private String best(Figure figure) {
        boolean time = figure == Figure.SECONDS_PER_CALL;
        String what = time ? "the least time per call" : "the lowest peak memory";
        List<String> best = winners.of(figure);
        String sentence = best.size() == 1
                ? name(best.get(0)) + (time ? " took " : " had ") + what + value(figure, best.get(0))
                : names(best) + " tie for " + what;
        int ranked = winners.candidates(figure).stream().mapToInt(List::size).sum();
        return ranked == targets.size() ? sentence : sentence + " of the " + ranked + " that were ranked";
    }

    private String value(Figure figure, String name) {
        return targets.stream()
                .filter(target -> target.name().equals(name))
                .map(target -> target.judged(figure))
                .filter(Objects::nonNull)
                .map(median ->
                        " (" + Numbers.of(figure, median) + (figure == Figure.SECONDS_PER_CALL ? " s)" : " MiB)"))
                .findFirst()
                .orElse("");
    }

    private static String names(List<String> names) {
        int shown = Math.min(names.size(), MOST_TIED) - 1;
        String last = names.size() > MOST_TIED ? names.size() - shown + " more" : name(names.get(shown));
        return names.stream().limit(shown).map(Headline::name).collect(Collectors.joining(", ")) + " and " + last;
    }

    private List<TargetReport> measured() {
        return targets.stream()
                .filter(target -> target.measured() && target.burst().calls() > 0)
                .toList();
    }

    private static Double success(TargetReport target) {
        return target.figure(Figure.SUCCESS_RATIO).min();
    }

    private static String name(TargetReport target) {
        return name(target.name());
    }

    /** A name of a run folder that may come from somebody else. */
    static String name(String name) {
        return Fault.oneLine(name, 64);
    }

    /** The first line, or as many of its words as there is room for. */
    static String shortened(String text) {
        String line = Fault.oneLine(text.lines().findFirst().orElse(""));
        String start = ForeignText.start(line, MOST_CHARS);
        if (start.length() == line.length()) {
            return line;
        }
        int end = line.lastIndexOf(' ', start.length());
        return (end > 0 ? line.substring(0, end) : start) + "…";
    }

    private static String more(int others, IntFunction<String> counted) {
        return others <= 0 ? "" : " (and " + counted.apply(others) + ")";
    }
}
