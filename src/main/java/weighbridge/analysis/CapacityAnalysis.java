package weighbridge.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.ConnectionMemory;
import weighbridge.capacity.ConnectionMemoryFit;
import weighbridge.capacity.Judge;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.UslAnalysis;
import weighbridge.capacity.UslPoint;
import weighbridge.capacity.UslReport;
import weighbridge.capacity.Verdict;
import weighbridge.figure.Promise;
import weighbridge.figure.Promises;
import weighbridge.record.ProbeRecord;
import weighbridge.record.Recording;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Purpose;

/** From a recording to the capacity card of one target. */
final class CapacityAnalysis {
    /** A bracket has to be as narrow. */
    private static final double MAX_WIDTH = 1.05;

    /** The same in each run, so that the same points always give the same intervals. */
    private static final long BOOTSTRAP_SEED = 1;

    private final Recording recording;
    private final String name;
    private final List<Promise> promises;
    private final List<ProbeReport> probes = new ArrayList<>();

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
    }

    /** Its card; empty of a target that was never called. @param recording of a run that looked for capacities */
    static Optional<CapacityReport> of(Recording recording, String name) {
        CapacityAnalysis analysis = new CapacityAnalysis(recording, name);
        return analysis.probes.isEmpty() ? Optional.empty() : Optional.of(analysis.report());
    }

    private CapacityReport report() {
        CapacityRate rate = new CapacityRate(probes);
        List<ProbeReport> confirmed = rate.confirmed();
        CapacityPoints points = new CapacityPoints(probes, confirmed);
        return new CapacityReport(
                promises.stream().map(Promise::condition).toList(),
                rate.held(),
                rate.holding().stream()
                        .map(probe -> probe.load().achievedCallsPerSecond())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                rate.high(),
                rate.bound(),
                rate.binds(),
                confirmed.size(),
                confirmSeconds(),
                points.all(),
                points.memory(recording.rounds(), name),
                points.per1000CallsPerSecond(ProbeReport::rssBytes),
                points.per1000CallsPerSecond(ProbeReport::cores),
                connections().orElse(null),
                usl(),
                startupMillis(),
                searchSeconds(),
                remarks(rate, confirmed.size()),
                probes);
    }

    private double confirmSeconds() {
        return ((CapacitySearch) recording.run().settings().workload())
                        .duration()
                        .toMillis()
                / 1000.0;
    }

    private Optional<ConnectionMemory> connections() {
        return ConnectionMemoryFit.of(recording.run().rounds().stream()
                .flatMap(round -> round.probes().stream())
                .filter(probe -> probe.target().equals(name) && probe.purpose() == Purpose.CONNECTIONS)
                .filter(CapacityAnalysis::isWeighed)
                .map(probe -> new ConnectionMemory.Point(
                        probe.connections(), probe.window().after().target().rssBytes()))
                .toList());
    }

    private static boolean isWeighed(ProbeRecord probe) {
        return probe.connections() != null
                && probe.window() != null
                && probe.window().after().target() != null;
    }

    /**
     * Of the closed loads in which the generator was well, by the concurrency that was reached: users need a moment between two
     * calls, so that by Little's law fewer calls are in flight than there are users. Fewer than one is none of the law's.
     */
    private UslReport usl() {
        List<ProbeReport> closed = CapacityRate.of(probes, Purpose.CLOSED);
        List<UslPoint> points = closed.stream()
                .filter(probe ->
                        probe.verdict() == Verdict.NONE && probe.reasons().isEmpty() && reached(probe) >= 1)
                .map(probe -> new UslPoint(reached(probe), probe.load().achievedCallsPerSecond()))
                .toList();
        return closed.isEmpty() ? null : UslAnalysis.report(points, BOOTSTRAP_SEED);
    }

    /** To two decimals, as people read it. */
    private static double reached(ProbeReport closed) {
        return Math.round(closed.load().inFlight() * 100) / 100.0;
    }

    private Long startupMillis() {
        return CapacityPoints.whole(CapacityPoints.median(
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

    private List<String> remarks(CapacityRate rate, int confirmed) {
        List<String> remarks = new ArrayList<>();
        Double held = rate.held();
        if (held != null && confirmed < CapacityReport.CONFIRMATIONS) {
            remarks.add(text(
                    "confirmed in %d of %d fresh processes only: the time limit came first, the run was ended, or the server did"
                            + " not start again",
                    confirmed, CapacityReport.CONFIRMATIONS));
        }
        if (held == null && rate.lowestTried() != null) {
            remarks.add(text(
                    "%,.0f calls/s were not held in every fresh process, and no lower rate was: the time limit came first, the run was"
                            + " ended, or the server did not start again",
                    rate.lowestTried()));
        }
        if (confirmed > 0 && ranAlready()) {
            remarks.add(
                    "it ran already, and nobody could start it afresh: each confirming load was one of the same process");
        }
        if (confirmSeconds() < CapacityReport.LEAST_CONFIRM_SECONDS) {
            remarks.add(text(
                    "each confirming load went on for %.0f s; a capacity wants %.0f s or more",
                    confirmSeconds(), CapacityReport.LEAST_CONFIRM_SECONDS));
        }
        boolean byGenerator = ProbeAnalysis.GENERATOR.equals(rate.bound()); // whose bracket is not narrowed further
        if (held != null && rate.high() != null && !byGenerator && rate.high() / held > MAX_WIDTH) {
            remarks.add(text(
                    "the bracket from %,.0f to %,.0f calls/s is wider than 5 %%: what was held in the search was not held in"
                            + " fresh processes, or there was no time to narrow it",
                    held, rate.high()));
        }
        return remarks;
    }

    private boolean ranAlready() {
        return recording.run().rounds().stream()
                .flatMap(round -> round.targets().stream())
                .anyMatch(
                        target -> target.name().equals(name) && target.command().isEmpty());
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
