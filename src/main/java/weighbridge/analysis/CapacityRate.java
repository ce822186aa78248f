package weighbridge.analysis;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import weighbridge.capacity.Bound;
import weighbridge.capacity.Bracket;
import weighbridge.capacity.Bracket.Trial;
import weighbridge.capacity.CapacityFinding.*;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.StepVerdict;
import weighbridge.workload.Purpose;

/** Which rate a target held, which it did not, and what it broke on: told from its load steps. */
final class CapacityRate {
    /** The rounding error of a rate that is multiplied and divided by the same share is far less. */
    private static final double PRECISION = 1e6;

    private final List<ProbeReport> searching;
    private final Bracket searched;
    private final List<Attempt> attempts;
    private final Double held;
    private final Double high;

    /** @param probes of one target, in their order */
    CapacityRate(List<ProbeReport> probes) {
        List<ProbeReport> search = of(probes, Purpose.BRACKET, Purpose.NARROW);
        this.searching = Bracket.counting(search, Trial::of);
        this.searched = Bracket.of(search.stream().map(Trial::of).toList());
        this.attempts = attempts(probes);
        this.held = attempts.isEmpty() ? searched.low() : confirmedRate();
        this.high = lowestNotHeld();
    }

    /** Those for one of these purposes. */
    static List<ProbeReport> of(List<ProbeReport> probes, Purpose... purposes) {
        return probes.stream()
                .filter(probe -> List.of(purposes).contains(probe.purpose()))
                .toList();
    }

    /** Of several in one process the last. */
    static List<ProbeReport> lastOfEachRound(List<ProbeReport> all) {
        return all.stream()
                .filter(probe -> all.stream()
                        .noneMatch(other -> other.round() == probe.round() && other.number() > probe.number()))
                .toList();
    }

    /**
     * What a fresh process said of a rate that it was to confirm.
     *
     * @param rate calls a second
     * @param probe that said it: of this rate, or of a part of it under which the process ended
     */
    private record Attempt(double rate, ProbeReport probe) {
        boolean kept() {
            return probe.kept();
        }

        boolean broken() {
            return probe.verdict() == StepVerdict.BROKEN;
        }
    }

    /** After an inconclusive step a process is asked for the same once more: its last step at each rate counts. */
    private static List<Attempt> attempts(List<ProbeReport> probes) {
        List<ProbeReport> confirming = of(probes, Purpose.CONFIRM).stream()
                .filter(probe -> probe.verdict() != StepVerdict.UNJUDGED)
                .toList();
        // Only a process that is to confirm a rate is warmed at a rate: half of it.
        return Stream.of(
                        lastAtEachRate(confirming).map(probe -> new Attempt(probe.offered(), probe)),
                        deaths(probes, Purpose.WARM_UP, Purpose.HALF.share()),
                        deaths(probes, Purpose.HALF, Purpose.HALF.share()),
                        deaths(probes, Purpose.MOST, Purpose.MOST.share()))
                .flatMap(all -> all)
                .toList();
    }

    /** A process that does not hold a rate is asked for lower ones. */
    private static Stream<ProbeReport> lastAtEachRate(List<ProbeReport> all) {
        return all.stream().collect(groupingBy(ProbeReport::offered)).values().stream()
                .flatMap(atOne -> lastOfEachRound(atOne).stream());
    }

    /** Under a share of the rate. */
    private static Stream<Attempt> deaths(List<ProbeReport> probes, Purpose purpose, double share) {
        return of(probes, purpose).stream()
                .filter(probe -> probe.serverEnded() && probe.offered() != null)
                .map(probe -> new Attempt(Math.rint(probe.offered() / share * PRECISION) / PRECISION, probe));
    }

    /**
     * The highest that {@value CapacityReport#CONFIRMATIONS} fresh processes held, or more than that; where there is none, what
     * most of them did. No process broke it, nor anything below. Of the search where no fresh process was asked; null where
     * none was.
     */
    Double held() {
        return held;
    }

    private Double confirmedRate() {
        double broken = attempts.stream()
                .filter(Attempt::broken)
                .mapToDouble(Attempt::rate)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return attempts.stream()
                .filter(attempt -> attempt.kept() && attempt.rate() < broken)
                .map(Attempt::rate)
                .max(comparing((Double rate) -> Math.min(
                                CapacityReport.CONFIRMATIONS, kept(rate).size()))
                        .thenComparing(naturalOrder()))
                .orElse(null);
    }

    /** In each process that held this rate or a higher one: when it holds one it is asked for no other. */
    private List<ProbeReport> kept(double rate) {
        return attempts.stream()
                .filter(attempt -> attempt.rate() >= rate && attempt.kept())
                .map(Attempt::probe)
                .toList();
    }

    /** The lowest that was to be confirmed: each attempt that fails takes a step down; null where there was none. */
    Double lowestTried() {
        return attempts.stream().map(Attempt::rate).min(naturalOrder()).orElse(null);
    }

    /** What fresh processes said of this rate. */
    Confirmations asked(double rate) {
        return new Confirmations(
                kept(rate).size(), count(rate, StepVerdict.BROKEN), count(rate, StepVerdict.INCONCLUSIVE));
    }

    private int count(double rate, StepVerdict verdict) {
        return (int) attempts.stream()
                .filter(attempt -> attempt.rate() == rate && attempt.probe().verdict() == verdict)
                .count();
    }

    /** In each fresh process that held it or more; none where it is of the search alone. */
    List<ProbeReport> confirmed() {
        return held == null ? List.of() : kept(held);
    }

    /** Those that held it: in fresh processes, or in the search where there were none. */
    List<ProbeReport> holding() {
        List<ProbeReport> confirmed = confirmed();
        return held == null || !confirmed.isEmpty()
                ? confirmed
                : searching.stream().filter(at(held)).filter(ProbeReport::kept).toList();
    }

    private static Predicate<ProbeReport> at(double callsPerSecond) {
        return probe -> Objects.equals(probe.offered(), callsPerSecond);
    }

    /** The lowest rate above what is held that was not, in the search or where it was to be confirmed; null where none was. */
    Double high() {
        return high;
    }

    private Double lowestNotHeld() {
        List<Attempt> above = attempts.stream()
                .filter(attempt -> !attempt.kept() && (held == null || attempt.rate() > held))
                .toList();
        Stream<Double> confirming = (above.stream().anyMatch(Attempt::broken)
                        ? above.stream().filter(Attempt::broken)
                        : above.stream())
                .map(Attempt::rate);
        Stream<Double> ofSearch = searched.high() == null ? undecided() : Stream.of(searched.high());
        return Stream.concat(confirming, ofSearch)
                .filter(rate -> held == null || rate > held)
                .min(naturalOrder())
                .orElse(null);
    }

    /** Where the search was over before a rate was tried again, because the time was or the server had ended. */
    private Stream<Double> undecided() {
        return searching.stream()
                .filter(probe -> !probe.kept() && probe.verdict() != StepVerdict.UNJUDGED)
                .map(ProbeReport::offered)
                .filter(rate -> searched.low() == null || rate > searched.low());
    }

    /** What the steps broke on that decided that the rate was not held; where they differ, what says the least of the server. */
    Bound bound() {
        return deciding().map(ProbeReport::bound).min(naturalOrder()).orElse(null);
    }

    /** The last steps of the fresh processes, or those of the search that were not outvoted by others at the same rate. */
    private Stream<ProbeReport> deciding() {
        if (high == null) {
            return Stream.of();
        }
        List<ProbeReport> confirming = brokenOrElseInconclusive(attempts.stream()
                .filter(attempt -> attempt.rate() == high && !attempt.kept())
                .map(Attempt::probe)
                .toList());
        boolean decided = high.equals(searched.high());
        return confirming.isEmpty()
                ? searching.stream()
                        .filter(at(high))
                        .filter(probe -> probe.bound() != null)
                        .filter(probe -> !decided || probe.verdict() == searched.limit())
                : confirming.stream();
    }

    /** A process that broke a rate while the generator was well says more than those that were inconclusive before it. */
    private static List<ProbeReport> brokenOrElseInconclusive(List<ProbeReport> probes) {
        List<ProbeReport> broken = probes.stream()
                .filter(probe -> probe.verdict() == StepVerdict.BROKEN)
                .toList();
        return broken.isEmpty() ? probes : broken;
    }

    /** The same with the first step that broke on it. */
    Limit limit() {
        return deciding()
                .filter(probe -> probe.bound() == bound())
                .findFirst()
                .map(probe -> (Limit) new StepBroke(probe.bound(), probe.reasons(), probe.offered()))
                .orElse(held == null ? NoLimit.NONE_HELD : NoLimit.NONE_BROKEN);
    }
}
