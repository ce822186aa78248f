package weighbridge.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import weighbridge.capacity.Bracket;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.Tried;
import weighbridge.capacity.Verdict;
import weighbridge.workload.Purpose;

/** Which rate a target held, which it did not, and what it broke on: told from its probes. */
final class CapacityRate {
    /** What a rate times and divided by the same part of it may be wrong by is far less. */
    private static final double PRECISION = 1e6;

    private final List<ProbeReport> searching;
    private final Bracket searched;
    private final List<Attempt> attempts;
    private final Double rate;
    private final Double high;

    /** @param probes of one target, in their order */
    CapacityRate(List<ProbeReport> probes) {
        List<ProbeReport> search =
                probes.stream().filter(CapacityRate::isOfSearch).toList();
        this.searching = Bracket.counting(search, CapacityRate::tried);
        this.searched = Bracket.of(search.stream().map(CapacityRate::tried).toList());
        this.attempts = attempts(probes);
        this.rate = rateHeld();
        this.high = notHeld();
    }

    /** Those of this purpose. */
    static List<ProbeReport> of(List<ProbeReport> probes, Purpose purpose) {
        return probes.stream()
                .filter(probe -> probe.purpose().equals(purpose.label()))
                .toList();
    }

    /**
     * The highest that was held in each of {@value CapacityReport#CONFIRMATIONS} fresh processes; where none was, the highest that was in
     * fewer. No process broke it, nor anything below. Of the search where no fresh process was asked; null where none was held.
     */
    Double held() {
        return rate;
    }

    private Double rateHeld() {
        if (attempts.isEmpty()) {
            return searched.low();
        }
        double broken = attempts.stream()
                .filter(attempt -> attempt.verdict() == Verdict.BROKEN)
                .mapToDouble(Attempt::rate)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return attempts.stream()
                .filter(attempt -> attempt.verdict() == Verdict.KEPT && attempt.rate() < broken)
                .map(Attempt::rate)
                .max(Comparator.comparing(this::isConfirmed).thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    private boolean isConfirmed(double callsPerSecond) {
        return kept(callsPerSecond).size() >= CapacityReport.CONFIRMATIONS;
    }

    private List<ProbeReport> kept(double callsPerSecond) {
        return attempts.stream()
                .filter(attempt -> attempt.rate() == callsPerSecond && attempt.verdict() == Verdict.KEPT)
                .map(Attempt::probe)
                .toList();
    }

    /** The lowest that was to be confirmed, for each attempt that fails takes a step down; null where none was. */
    Double lowestTried() {
        return attempts.stream()
                .map(Attempt::rate)
                .min(Comparator.naturalOrder())
                .orElse(null);
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
        Verdict verdict() {
            return probe.verdict();
        }
    }

    /** Where the generator was not well a process is asked once more: its last word counts. */
    private static List<Attempt> attempts(List<ProbeReport> probes) {
        List<ProbeReport> confirming = of(probes, Purpose.CONFIRM).stream()
                .filter(probe -> probe.verdict() != Verdict.NONE)
                .toList();
        Stream<Attempt> ended = Stream.of(
                        // Warmed at a rate are those alone that are to confirm one, and at half of it.
                        ended(probes, Purpose.WARM_UP, Purpose.HALF.share()),
                        ended(probes, Purpose.HALF, Purpose.HALF.share()),
                        ended(probes, Purpose.MOST, Purpose.MOST.share()))
                .flatMap(attempts -> attempts);
        return Stream.concat(
                        lastOfEachRound(confirming).stream().map(probe -> new Attempt(offered(probe), probe)), ended)
                .toList();
    }

    /** Under a part of the rate. */
    private static Stream<Attempt> ended(List<ProbeReport> probes, Purpose purpose, double share) {
        return of(probes, purpose).stream()
                .filter(ProbeAnalysis::isOfDeath)
                .filter(probe -> probe.load().offeredCallsPerSecond() != null)
                .map(probe -> new Attempt(Math.rint(offered(probe) / share * PRECISION) / PRECISION, probe));
    }

    private static double offered(ProbeReport probe) {
        return probe.load().offeredCallsPerSecond();
    }

    private static boolean isOfSearch(ProbeReport probe) {
        return Stream.of(Purpose.BRACKET, Purpose.NARROW)
                .anyMatch(purpose -> probe.purpose().equals(purpose.label()));
    }

    private static Tried tried(ProbeReport probe) {
        return new Tried(probe.load().offeredCallsPerSecond(), probe.verdict());
    }

    private static Predicate<ProbeReport> at(double callsPerSecond) {
        return probe -> Objects.equals(probe.load().offeredCallsPerSecond(), callsPerSecond);
    }

    /** In each fresh process that held it; none where it is of the search alone. */
    List<ProbeReport> confirmed() {
        return rate == null ? List.of() : kept(rate);
    }

    /** Those that held it: in fresh processes, or in the search where there were none. */
    List<ProbeReport> holding() {
        List<ProbeReport> confirmed = confirmed();
        return rate == null || !confirmed.isEmpty()
                ? confirmed
                : searching.stream()
                        .filter(at(rate))
                        .filter(probe -> probe.verdict() == Verdict.KEPT)
                        .toList();
    }

    /** The lowest rate above what is held that was not, in the search or where it was to be confirmed; null where none was. */
    Double high() {
        return high;
    }

    private Double notHeld() {
        Stream<Double> confirming = attempts.stream()
                .filter(attempt -> attempt.verdict() != Verdict.KEPT)
                .map(Attempt::rate);
        Stream<Double> ofSearch = searched.high() == null ? undecided() : Stream.of(searched.high());
        return Stream.concat(confirming, ofSearch)
                .filter(callsPerSecond -> rate == null || callsPerSecond > rate)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Where the search was over before a rate was tried again, because the time was or the server had ended. */
    private Stream<Double> undecided() {
        return searching.stream()
                .filter(probe -> probe.verdict() != Verdict.KEPT && probe.verdict() != Verdict.NONE)
                .map(probe -> probe.load().offeredCallsPerSecond())
                .filter(callsPerSecond -> searched.low() == null || callsPerSecond > searched.low());
    }

    /** What the probes broke on that decided that the rate was not held; where they differ, what says the least of the server. */
    String bound() {
        List<String> bounds = deciding().map(ProbeReport::bound).toList();
        return Stream.of(ProbeAnalysis.GENERATOR, ProbeAnalysis.MEMORY, ProbeAnalysis.CPU, ProbeAnalysis.SLO)
                .filter(bounds::contains)
                .findFirst()
                .orElse(null);
    }

    /** The last words of the fresh processes, or those of the search that were not outvoted by others at the same rate. */
    private Stream<ProbeReport> deciding() {
        if (high == null) {
            return Stream.of();
        }
        List<ProbeReport> ofAttempts = attempts.stream()
                .filter(attempt -> attempt.rate() == high && attempt.verdict() != Verdict.KEPT)
                .map(Attempt::probe)
                .toList();
        boolean decided = high.equals(searched.high());
        return ofAttempts.isEmpty()
                ? searching.stream()
                        .filter(at(high))
                        .filter(probe -> probe.bound() != null)
                        .filter(probe -> !decided || probe.verdict() == searched.limit())
                : ofAttempts.stream();
    }

    /** The same in words that follow "bound by". */
    String binds() {
        String bound = bound();
        if (bound == null) {
            return rate == null ? "no rate was held" : "no rate was found that it does not hold";
        }
        ProbeReport first = deciding()
                .filter(probe -> probe.bound().equals(bound))
                .findFirst()
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s%s (at %,.0f calls/s)",
                what(bound),
                String.join("; ", first.reasons()),
                offered(first));
    }

    private static String what(String bound) {
        return switch (bound) {
            case ProbeAnalysis.GENERATOR -> "the generator: ";
            case ProbeAnalysis.MEMORY -> "memory: ";
            case ProbeAnalysis.CPU -> "processor time: ";
            default -> "";
        };
    }
}
