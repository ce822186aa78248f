package weighbridge.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import weighbridge.capacity.Bracket;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.Tried;
import weighbridge.capacity.Verdict;
import weighbridge.load.Purpose;

/** Which rate a target held, which it did not, and what it broke on: told from its probes. */
final class CapacityRate {
    private final List<ProbeReport> probes;
    private final List<ProbeReport> searching;
    private final Bracket searched;
    private final Double rate;
    private final Double high;

    /** @param probes of one target, in their order */
    CapacityRate(List<ProbeReport> probes) {
        this.probes = List.copyOf(probes);
        List<ProbeReport> search =
                probes.stream().filter(CapacityRate::isOfSearch).toList();
        this.searching = Bracket.counting(search, CapacityRate::tried);
        this.searched = Bracket.of(search.stream().map(CapacityRate::tried).toList());
        this.rate = rateHeld();
        this.high = notHeld();
    }

    /** Those of this purpose. */
    static List<ProbeReport> of(List<ProbeReport> probes, Purpose purpose) {
        return probes.stream()
                .filter(probe -> probe.purpose().equals(purpose.label()))
                .toList();
    }

    /** The highest that was held in every fresh process, or in the search where there was none; null where none was. */
    Double held() {
        return rate;
    }

    private Double rateHeld() {
        Double lowest = lowestTried();
        if (lowest == null) {
            return searched.low();
        }
        List<ProbeReport> last = lastAttempts(lowest);
        boolean broken = last.stream().anyMatch(probe -> probe.verdict() == Verdict.BROKEN);
        boolean kept = last.stream().anyMatch(probe -> probe.verdict() == Verdict.KEPT);
        return kept && !broken ? lowest : null;
    }

    /** The lowest that was to be confirmed, for each attempt that fails takes a step down; null where none was. */
    Double lowestTried() {
        return confirming()
                .map(probe -> probe.load().offeredCallsPerSecond())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Where the generator was not well a process is asked once more: the last word counts. */
    private List<ProbeReport> lastAttempts(double callsPerSecond) {
        return lastOfEachRound(confirming().filter(at(callsPerSecond)).toList());
    }

    /** Of several in one process the last. */
    static List<ProbeReport> lastOfEachRound(List<ProbeReport> all) {
        return all.stream()
                .filter(probe -> all.stream()
                        .noneMatch(other -> other.round() == probe.round() && other.number() > probe.number()))
                .toList();
    }

    private Stream<ProbeReport> confirming() {
        return of(probes, Purpose.CONFIRM).stream().filter(probe -> probe.verdict() != Verdict.NONE);
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
        return rate == null
                ? List.of()
                : lastAttempts(rate).stream()
                        .filter(probe -> probe.verdict() == Verdict.KEPT)
                        .toList();
    }

    /** The lowest rate above what is held that was not, in the search or where it was to be confirmed; null where none was. */
    Double high() {
        return high;
    }

    private Double notHeld() {
        Stream<Double> confirming = confirming()
                .filter(probe -> probe.verdict() != Verdict.KEPT)
                .map(probe -> probe.load().offeredCallsPerSecond());
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

    /** A verdict that another probe at the same rate outvoted decides nothing. */
    private Stream<ProbeReport> deciding() {
        boolean ofSearch = high != null && high.equals(searched.high());
        return atHigh().filter(probe -> !ofSearch || probe.verdict() == searched.limit());
    }

    private Stream<ProbeReport> atHigh() {
        return high == null
                ? Stream.of()
                : Stream.concat(searching.stream(), confirming())
                        .filter(at(high))
                        .filter(probe -> probe.bound() != null);
    }

    /** The same in words that follow "bound by". */
    String binds() {
        String bound = bound();
        if (bound == null) {
            return rate == null ? "no rate was held" : "no rate was found that it does not hold";
        }
        String reasons = deciding()
                .filter(probe -> probe.bound().equals(bound))
                .findFirst()
                .map(probe -> String.join("; ", probe.reasons()))
                .orElse("");
        return String.format(Locale.ROOT, "%s%s (at %,.0f calls/s)", what(bound), reasons, high);
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
