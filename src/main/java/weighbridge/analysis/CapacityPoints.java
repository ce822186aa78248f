package weighbridge.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import weighbridge.capacity.CapacityReport.Memory;
import weighbridge.capacity.CapacityReport.Point;
import weighbridge.capacity.Latency;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.StepVerdict;
import weighbridge.record.RoundRecording;
import weighbridge.record.Weighing.Moment;
import weighbridge.statistics.Medians;
import weighbridge.workload.Purpose;

/** How a target fares at shares of its rate, and what memory it takes: medians over the processes that confirmed the rate. */
final class CapacityPoints {
    private final List<ProbeReport> probes;
    private final List<ProbeReport> confirmed;

    /** @param probes of one target @param confirmed those of them that confirmed its rate */
    CapacityPoints(List<ProbeReport> probes, List<ProbeReport> confirmed) {
        this.probes = probes;
        this.confirmed = confirmed;
    }

    /** At half the rate, at four fifths, and at all of it, as far as there are any. */
    List<Point> all() {
        return Stream.of(Purpose.HALF, Purpose.MOST, Purpose.CONFIRM)
                .flatMap(this::point)
                .toList();
    }

    private Stream<Point> point(Purpose purpose) {
        List<ProbeReport> last = CapacityRate.lastOfEachRound(CapacityRate.of(probes, purpose).stream()
                .filter(probe -> isConfirmed(probe.round()) && probe.load().plannedLatencyMillis() != null)
                .toList());
        if (last.isEmpty()) {
            return Stream.of();
        }
        return Stream.of(new Point(
                purpose.share(),
                last.stream().mapToDouble(ProbeReport::offered).min().getAsDouble(),
                median(last, latency(Latency::p50)),
                median(last, latency(Latency::p95)),
                median(last, latency(Latency::p99)),
                highest(last, latency(Latency::max)),
                whole(median(last, ProbeReport::rssBytes)),
                median(last, ProbeReport::cores),
                count(last, StepVerdict.BROKEN),
                count(last, StepVerdict.INCONCLUSIVE)));
    }

    private static int count(List<ProbeReport> probes, StepVerdict verdict) {
        return (int) probes.stream().filter(probe -> probe.verdict() == verdict).count();
    }

    private static Function<ProbeReport, Double> latency(Function<Latency, Double> figure) {
        return probe -> figure.apply(probe.load().plannedLatencyMillis());
    }

    private boolean isConfirmed(int round) {
        return confirmed.stream().anyMatch(probe -> probe.round() == round);
    }

    /** Of the confirming rounds; where none confirmed anything, of those that were not to. */
    Memory memory(List<RoundRecording> all, String name) {
        List<RoundRecording> rounds = all.stream()
                .filter(round -> confirmed.isEmpty()
                        ? !wasToConfirm(round.round().number())
                        : isConfirmed(round.round().number()))
                .toList();
        return new Memory(
                whole(median(rounds, round -> rss(round, name, Moment.IDLE))),
                whole(median(confirmed, ProbeReport::rssBytes)),
                peakRssBytes(rounds, name),
                whole(highestOfAll(confirmed, ProbeReport::peakPssBytes)),
                whole(median(rounds, round -> rss(round, name, Moment.SETTLED))));
    }

    /** What memory is planned by: not less than a weighing after the load, when a server may have taken more. */
    private Long peakRssBytes(List<RoundRecording> rounds, String name) {
        Double marked = highestOfAll(confirmed, ProbeReport::peakRssBytes);
        Double after = highest(rounds, round -> rss(round, name, Moment.AFTER));
        Double settled = highest(rounds, round -> rss(round, name, Moment.SETTLED));
        return marked == null ? null : whole(highest(Arrays.asList(marked, after, settled), bytes -> bytes));
    }

    private boolean wasToConfirm(int round) {
        return probes.stream().anyMatch(probe -> probe.round() == round && probe.purpose() == Purpose.CONFIRM);
    }

    private static Long rss(RoundRecording round, String name, Moment moment) {
        return round.weighing(name, moment)
                .map(weighing -> weighing.reading().rssBytes())
                .orElse(null);
    }

    /**
     * A figure ÷ thousands of calls a second, the highest of the confirming processes, each at the rate that it held; null where it
     * is not known of all.
     */
    Double per1000CallsPerSecond(Function<ProbeReport, ? extends Number> figure) {
        return highestOfAll(confirmed, probe -> {
            Number value = figure.apply(probe);
            return value == null ? null : value.doubleValue() / probe.offered() * 1000;
        });
    }

    /** Of those that are known; null where none is. */
    static <T> Double median(List<T> all, Function<T, ? extends Number> figure) {
        double[] values = values(all, figure);
        return values.length == 0 ? null : Medians.median(values);
    }

    private static <T> Double highest(List<T> all, Function<T, ? extends Number> figure) {
        double[] values = values(all, figure);
        return values.length == 0 ? null : Arrays.stream(values).max().getAsDouble();
    }

    /** Null where one of them is not known, which may be higher. */
    private static <T> Double highestOfAll(List<T> all, Function<T, ? extends Number> figure) {
        return values(all, figure).length < all.size() ? null : highest(all, figure);
    }

    private static <T> double[] values(List<T> all, Function<T, ? extends Number> figure) {
        return all.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .mapToDouble(Number::doubleValue)
                .toArray();
    }

    /** To the nearest whole one. */
    static Long whole(Double value) {
        return value == null ? null : Math.round(value);
    }
}
