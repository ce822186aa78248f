package weighbridge.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.CapacityReport.Memory;
import weighbridge.capacity.CapacityReport.Point;
import weighbridge.capacity.ConnectionMemory;
import weighbridge.capacity.ConnectionMemoryFit;
import weighbridge.capacity.Judge;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.Search;
import weighbridge.capacity.Search.Bracket;
import weighbridge.capacity.UslAnalysis;
import weighbridge.capacity.UslPoint;
import weighbridge.capacity.UslReport;
import weighbridge.capacity.Verdict;
import weighbridge.load.Purpose;
import weighbridge.promise.Promise;
import weighbridge.promise.Promises;
import weighbridge.recording.ProbeRecord;
import weighbridge.recording.Recording;
import weighbridge.recording.RoundRecording;
import weighbridge.recording.Weighing.Moment;
import weighbridge.statistics.Medians;

/** From a recording to the capacity card of one target. */
final class CapacityAnalysis {
    /** In so many fresh processes a rate has to be held. */
    static final int CONFIRMATIONS = 3;

    /** For so long, s, each time. */
    static final double LEAST_CONFIRM_SECONDS = 30;

    /** The same in each run, so that the same points always give the same intervals. */
    private static final long BOOTSTRAP_SEED = 1;

    private final Recording recording;
    private final String name;
    private final List<Promise> promises;
    private final List<ProbeReport> probes = new ArrayList<>();
    private final Double rate;

    private CapacityAnalysis(Recording recording, String name) {
        this.recording = recording;
        this.name = name;
        this.promises = Promises.of(recording.run().settings().slo()).stream()
                .filter(promise -> promise.isOf(name))
                .toList();
        ProbeAnalysis analysis = new ProbeAnalysis(recording.run().environment(), new Judge(promises));
        recording
                .run()
                .rounds()
                .forEach(round -> round.probes().stream()
                        .filter(probe -> probe.target().equals(name))
                        .forEach(probe -> probes.add(analysis.report(
                                round.number(), probe, recording.latencies().of(probe.number())))));
        this.rate = rate();
    }

    /** Its card; empty of a run that looked for no capacity, and of a target that was never called. */
    static Optional<CapacityReport> of(Recording recording, String name) {
        boolean asked = recording.run().settings().load() != null
                && recording.run().settings().load().limitMillis() != null;
        CapacityAnalysis analysis = asked ? new CapacityAnalysis(recording, name) : null;
        return asked && !analysis.probes.isEmpty() ? Optional.of(analysis.report()) : Optional.empty();
    }

    private CapacityReport report() {
        List<ProbeReport> confirmed = confirmed();
        Double high = high();
        String bound = bound(high);
        Double rssPerRate = highest(confirmed, ProbeReport::rssBytes);
        Double coresPerRate = highest(confirmed, ProbeReport::cores);
        return new CapacityReport(
                promises.stream().map(Promise::condition).toList(),
                rate,
                confirmed.stream()
                        .map(probe -> probe.load().achievedCallsPerSecond())
                        .min(Comparator.naturalOrder())
                        .orElse(rate),
                high,
                bound,
                binds(bound, high),
                confirmed.size(),
                recording.run().settings().load().durationMillis() / 1000.0,
                rate == null
                        ? List.of()
                        : List.of(point(0.5, Purpose.HALF), point(0.8, Purpose.MOST), point(1, Purpose.CONFIRM))
                                .stream()
                                .flatMap(Optional::stream)
                                .toList(),
                memory(confirmed),
                rssPerRate == null || rate == null ? null : rssPerRate / rate * 1000,
                coresPerRate == null || rate == null ? null : coresPerRate / rate * 1000,
                connections().orElse(null),
                usl(),
                startupMillis(),
                searchSeconds(),
                remarks(confirmed.size(), high),
                probes);
    }

    /** The lowest that was to be confirmed, for each attempt that fails takes a step down; where none was, what the search held. */
    private Double rate() {
        List<ProbeReport> tries = of(Purpose.CONFIRM);
        Double lowest = tries.stream()
                .map(probe -> probe.load().offeredCallsPerSecond())
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (lowest == null) {
            return searched().low();
        }
        boolean held = tries.stream().anyMatch(probe -> at(lowest).test(probe) && probe.verdict() == Verdict.KEPT);
        return held ? lowest : null;
    }

    private Bracket searched() {
        return Search.bracket(probes.stream()
                .filter(probe -> is(probe, Purpose.BRACKET) || is(probe, Purpose.NARROW))
                .map(probe -> new Search.Tried(probe.load().offeredCallsPerSecond(), probe.verdict()))
                .toList());
    }

    private List<ProbeReport> of(Purpose purpose) {
        return probes.stream().filter(probe -> is(probe, purpose)).toList();
    }

    private static boolean is(ProbeReport probe, Purpose purpose) {
        return probe.purpose().equals(purpose.label());
    }

    private static Predicate<ProbeReport> at(double callsPerSecond) {
        return probe -> Objects.equals(probe.load().offeredCallsPerSecond(), callsPerSecond);
    }

    private List<ProbeReport> confirmed() {
        return rate == null
                ? List.of()
                : of(Purpose.CONFIRM).stream()
                        .filter(at(rate))
                        .filter(probe -> probe.verdict() == Verdict.KEPT)
                        .toList();
    }

    /** The lowest rate above what is held that was not, in the search or where it was to be confirmed. */
    private Double high() {
        List<Double> notHeld = new ArrayList<>();
        Optional.ofNullable(searched().high()).ifPresent(notHeld::add);
        of(Purpose.CONFIRM).stream()
                .filter(probe -> probe.verdict() != Verdict.KEPT)
                .map(probe -> probe.load().offeredCallsPerSecond())
                .filter(callsPerSecond -> rate == null || callsPerSecond > rate)
                .forEach(notHeld::add);
        return notHeld.stream().min(Comparator.naturalOrder()).orElse(null);
    }

    /** What the probes at the rate that was not held broke on; where they differ, the generator, which says the least. */
    private String bound(Double high) {
        if (high == null) {
            return null;
        }
        List<String> bounds = notHeld(high).stream().map(ProbeReport::bound).toList();
        return List.of(ProbeAnalysis.GENERATOR, ProbeAnalysis.MEMORY, ProbeAnalysis.CPU, ProbeAnalysis.SLO).stream()
                .filter(bounds::contains)
                .findFirst()
                .orElse(null);
    }

    private List<ProbeReport> notHeld(double high) {
        return probes.stream()
                .filter(probe -> probe.bound() != null)
                .filter(at(high))
                .toList();
    }

    private String binds(String bound, Double high) {
        if (bound == null) {
            return rate == null ? "no rate was held" : "no rate was found that it does not hold";
        }
        String reasons = notHeld(high).stream()
                .filter(probe -> probe.bound().equals(bound))
                .findFirst()
                .map(probe -> String.join("; ", probe.reasons()))
                .orElse("");
        return text("at %,.0f calls/s: %s", high, reasons);
    }

    private Optional<Point> point(double share, Purpose purpose) {
        List<ProbeReport> at = of(purpose).stream()
                .filter(probe -> confirmed().stream().anyMatch(confirm -> confirm.round() == probe.round()))
                .filter(probe -> probe.load().plannedLatencyMillis() != null)
                .toList();
        if (at.isEmpty()) {
            return Optional.empty();
        }
        List<ProbeReport> last = at.stream()
                .filter(probe -> at.stream()
                        .noneMatch(other -> other.round() == probe.round() && other.number() > probe.number()))
                .toList();
        return Optional.of(new Point(
                share,
                last.get(0).load().offeredCallsPerSecond(),
                median(last, probe -> probe.load().plannedLatencyMillis().p50()),
                median(last, probe -> probe.load().plannedLatencyMillis().p95()),
                median(last, probe -> probe.load().plannedLatencyMillis().p99()),
                highest(last, probe -> probe.load().plannedLatencyMillis().max()),
                whole(median(last, ProbeReport::rssBytes)),
                median(last, ProbeReport::cores)));
    }

    private Memory memory(List<ProbeReport> confirmed) {
        List<RoundRecording> rounds = recording.rounds().stream()
                .filter(round -> confirmed.isEmpty()
                        || confirmed.stream()
                                .anyMatch(
                                        probe -> probe.round() == round.round().number()))
                .toList();
        return new Memory(
                whole(median(rounds, round -> rss(round, Moment.IDLE))),
                whole(median(confirmed, ProbeReport::rssBytes)),
                whole(highest(confirmed, ProbeReport::peakRssBytes)),
                whole(median(rounds, round -> rss(round, Moment.SETTLED))));
    }

    private Long rss(RoundRecording round, Moment moment) {
        return round.weighing(name, moment)
                .map(weighing -> weighing.reading().rssBytes())
                .orElse(null);
    }

    private Optional<ConnectionMemory> connections() {
        return ConnectionMemoryFit.of(recording.run().rounds().stream()
                .flatMap(round -> round.probes().stream())
                .filter(probe -> probe.target().equals(name) && probe.purpose() == Purpose.CONNECTIONS)
                .filter(probe ->
                        probe.connections() != null && probe.window().after().target() != null)
                .map(CapacityAnalysis::weighed)
                .toList());
    }

    private static ConnectionMemory.Point weighed(ProbeRecord probe) {
        return new ConnectionMemory.Point(
                probe.connections(), probe.window().after().target().rssBytes());
    }

    /**
     * Of the closed loads in which the generator was well, by the concurrency that was reached: users need a moment between two
     * calls, so that by Little's law fewer calls are in flight than there are users. Fewer than one is none of the law's.
     */
    private UslReport usl() {
        List<ProbeReport> closed = of(Purpose.CLOSED);
        List<UslPoint> points = closed.stream()
                .filter(probe -> probe.verdict() == Verdict.NONE)
                .map(probe ->
                        new UslPoint(probe.load().concurrency(), probe.load().achievedCallsPerSecond()))
                .toList();
        return closed.isEmpty() ? null : UslAnalysis.report(points, BOOTSTRAP_SEED);
    }

    private Long startupMillis() {
        return whole(median(
                recording.run().rounds().stream()
                        .flatMap(round -> round.targets().stream())
                        .filter(target -> target.name().equals(name))
                        .toList(),
                target -> target.startupMillis()));
    }

    /** The stretches of the rounds in which it was its turn. */
    private double searchSeconds() {
        return recording.run().rounds().stream()
                .mapToDouble(round -> {
                    List<ProbeRecord> own = round.probes().stream()
                            .filter(probe -> probe.target().equals(name))
                            .toList();
                    if (own.isEmpty()) {
                        return 0;
                    }
                    ProbeRecord last = own.get(own.size() - 1);
                    return (last.startedAtMillis() + last.millis() - own.get(0).startedAtMillis()) / 1000.0;
                })
                .sum();
    }

    private List<String> remarks(int confirmed, Double high) {
        List<String> remarks = new ArrayList<>();
        double seconds = recording.run().settings().load().durationMillis() / 1000.0;
        if (rate != null && confirmed < CONFIRMATIONS) {
            remarks.add(text(
                    "confirmed in %d of %d fresh processes only: the time limit came first, or the run was ended",
                    confirmed, CONFIRMATIONS));
        }
        if (seconds < LEAST_CONFIRM_SECONDS) {
            remarks.add(text(
                    "each confirming load went on for %.0f s; a capacity wants %.0f s or more",
                    seconds, LEAST_CONFIRM_SECONDS));
        }
        if (rate != null && high != null && high / rate > MAX_WIDTH) {
            remarks.add(text(
                    "the bracket from %,.0f to %,.0f calls/s is wider than 5 %%: what was held in the search was not held in"
                            + " fresh processes, or there was no time to narrow it",
                    rate, high));
        }
        return remarks;
    }

    private static final double MAX_WIDTH = 1.05;

    private static <T> Double median(List<T> all, Function<T, ? extends Number> figure) {
        double[] values = values(all, figure);
        return values.length == 0 ? null : Medians.median(values);
    }

    private static <T> Double highest(List<T> all, Function<T, ? extends Number> figure) {
        return java.util.Arrays.stream(values(all, figure))
                .boxed()
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static <T> double[] values(List<T> all, Function<T, ? extends Number> figure) {
        return all.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .mapToDouble(Number::doubleValue)
                .toArray();
    }

    private static Long whole(Double value) {
        return value == null ? null : Math.round(value);
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
