package weighbridge.analysis;

import static java.util.Comparator.naturalOrder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityFinding.*;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.ConnectionMemory;
import weighbridge.capacity.Overload;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.SloJudge;
import weighbridge.capacity.StepVerdict;
import weighbridge.capacity.UslAnalysis;
import weighbridge.capacity.UslPoint;
import weighbridge.capacity.UslReport;
import weighbridge.figure.Slo;
import weighbridge.record.Outcome;
import weighbridge.record.ProbeRecord;
import weighbridge.record.Recording;
import weighbridge.record.RoundRecord;
import weighbridge.record.RoundRecording;
import weighbridge.record.RunRecord;
import weighbridge.record.TargetRecord;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Purpose;

/** From a recording to the capacity card of one target in one box. */
final class CapacityAnalysis {
    /** A bracket has to be as narrow. */
    private static final double MAX_WIDTH = 1.05;

    /** The same in each run, so that the same points always give the same intervals. */
    private static final long BOOTSTRAP_SEED = 1;

    private final Recording recording;
    private final RunRecord run;
    private final List<RoundRecording> recordings;
    private final List<RoundRecord> rounds;
    private final String name;
    private final List<Slo> slos;

    /** @param recording of a run that looked for capacities @param recordings of the rounds in which the target was in the same box */
    CapacityAnalysis(Recording recording, String name, List<RoundRecording> recordings) {
        this.recording = recording;
        this.recordings = recordings;
        this.rounds = recordings.stream().map(RoundRecording::round).toList();
        this.run = recording.run();
        this.name = name;
        this.slos = run.settings().slo().stream().filter(slo -> slo.isOf(name)).toList();
    }

    /** Its card; empty of a target that was never called. */
    Optional<CapacityReport> report() {
        List<ProbeReport> probes = probes();
        return probes.isEmpty() ? Optional.empty() : Optional.of(report(probes));
    }

    /** Each load beyond the capacity, with the one after it. */
    private List<Overload> overload(double capacity, List<ProbeReport> reports) {
        List<ProbeRecord> all = rounds.stream().flatMap(this::own).toList();
        return all.stream()
                .filter(probe -> probe.purpose() == Purpose.OVERLOAD)
                .map(probe -> {
                    int next = all.indexOf(probe) + 1;
                    ProbeRecord after =
                            next < all.size() && all.get(next).purpose() == Purpose.RECOVERY ? all.get(next) : null;
                    return Overload.of(
                            capacity,
                            probe,
                            recording.latencies().of(probe.number()),
                            after,
                            after == null ? List.of() : recording.latencies().of(after.number()),
                            new SloJudge(slos),
                            isOfGenerator(probe, reports));
                })
                .toList();
    }

    private static boolean isOfGenerator(ProbeRecord probe, List<ProbeReport> reports) {
        return reports.stream()
                .filter(report -> report.number() == probe.number())
                .anyMatch(report -> report.reasons().stream().anyMatch(reason -> reason.bound() == Bound.GENERATOR));
    }

    private List<ProbeReport> probes() {
        ProbeAnalysis analysis =
                new ProbeAnalysis(run.environment(), run.settings().cores(), new SloJudge(slos));
        return rounds.stream()
                .flatMap(round -> own(round)
                        .map(probe -> analysis.report(
                                round.number(), probe, recording.latencies().of(probe.number()))))
                .toList();
    }

    private Stream<ProbeRecord> own(RoundRecord round) {
        return round.probes().stream().filter(probe -> probe.target().equals(name));
    }

    private CapacityReport report(List<ProbeReport> probes) {
        CapacityRate rate = new CapacityRate(probes);
        List<ProbeReport> confirmed = rate.confirmed();
        CapacityPoints points = new CapacityPoints(probes, confirmed);
        return new CapacityReport(
                slos.stream().map(Slo::condition).toList(),
                rate.held(),
                rate.holding().stream()
                        .map(probe -> probe.load().achievedCallsPerSecond())
                        .min(naturalOrder())
                        .orElse(null),
                rate.high(),
                rate.bound(),
                rate.limit(),
                confirmed.size(),
                confirmSeconds(),
                points.all(),
                points.memory(recordings, name),
                points.per1000CallsPerSecond(ProbeReport::rssBytes),
                points.per1000CallsPerSecond(ProbeReport::cores),
                connections().orElse(null),
                usl(CapacityRate.of(probes, Purpose.CLOSED)),
                CapacityPoints.whole(CapacityPoints.median(starts().toList(), TargetRecord::startupMillis)),
                rounds.stream().mapToDouble(this::seconds).sum(),
                caveats(rate, confirmed.size()),
                probes,
                null,
                rate.held() == null ? List.of() : overload(rate.held(), probes),
                List.of());
    }

    private double confirmSeconds() {
        return ((CapacitySearch) run.settings().workload()).duration().toMillis() / 1000.0;
    }

    /** Measured once, in whichever box came first. */
    private Optional<ConnectionMemory> connections() {
        return ConnectionMemory.of(run.rounds().stream()
                .flatMap(this::own)
                .filter(probe -> probe.purpose() == Purpose.CONNECTIONS && probe.connections() != null)
                .filter(probe ->
                        probe.window() != null && probe.window().after().target() != null)
                .map(probe -> new ConnectionMemory.Point(
                        probe.connections(), probe.window().after().target().rssBytes()))
                .toList());
    }

    /**
     * Of the closed loads in which the generator was well, by the concurrency that was reached: users need a moment between two
     * calls, so by Little's law fewer calls are in flight than there are users. The law has no concurrency below one.
     */
    private static UslReport usl(List<ProbeReport> closed) {
        List<UslPoint> points = closed.stream()
                .filter(probe -> probe.verdict() == StepVerdict.UNJUDGED)
                .filter(probe -> probe.reasons().isEmpty() && reached(probe) >= 1)
                .map(probe -> new UslPoint(
                        reached(probe),
                        probe.load().achievedCallsPerSecond(),
                        probe.load().concurrency()))
                .toList();
        return closed.isEmpty() ? null : UslAnalysis.report(points, BOOTSTRAP_SEED);
    }

    /** To two decimals, as people read it. */
    private static double reached(ProbeReport closed) {
        return Math.round(closed.load().inFlight() * 100) / 100.0;
    }

    private Stream<TargetRecord> starts() {
        return rounds.stream()
                .flatMap(round -> round.targets().stream())
                .filter(target -> target.name().equals(name));
    }

    /** How long it was its turn in a round. */
    private double seconds(RoundRecord round) {
        List<ProbeRecord> own =
                own(round).filter(probe -> !probe.purpose().isBeyondCapacity()).toList();
        if (own.isEmpty()) {
            return 0;
        }
        ProbeRecord last = own.get(own.size() - 1);
        return (last.startedAtMillis() + last.millis() - own.get(0).startedAtMillis()) / 1000.0;
    }

    /** Nothing else keeps a rate from being asked of as many processes as it takes. */
    private CutShort cutShort() {
        if (!run.complete()) {
            return CutShort.RUN_ENDED;
        }
        boolean failed = starts().anyMatch(target -> target.outcome().is() == Outcome.Kind.FAILED_TO_START);
        return failed ? CutShort.NO_START : CutShort.TIME_LIMIT;
    }

    private List<Caveat> caveats(CapacityRate rate, int confirmed) {
        List<Caveat> caveats = new ArrayList<>();
        Double held = rate.held();
        if (held != null && confirmed < CapacityReport.CONFIRMATIONS) {
            caveats.add(new FewProcesses(rate.asked(held), cutShort()));
        }
        if (held == null && rate.lowestTried() != null) {
            caveats.add(new NoneConfirmed(rate.lowestTried(), rate.asked(rate.lowestTried()), cutShort()));
        }
        if (confirmed > 0 && starts().anyMatch(target -> target.command().isEmpty())) {
            caveats.add(new SameProcess());
        }
        if (confirmSeconds() < CapacityReport.LEAST_CONFIRM_SECONDS) {
            caveats.add(new ShortSteps(confirmSeconds()));
        }
        boolean byGenerator = rate.bound() == Bound.GENERATOR; // whose bracket is not narrowed further
        if (held != null && rate.high() != null && !byGenerator && rate.high() / held > MAX_WIDTH) {
            caveats.add(new WideBracket(held, rate.high()));
        }
        return caveats;
    }
}
