package weighbridge.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import weighbridge.analysis.TargetTrace.PhaseTrace;
import weighbridge.record.ProbeRecord;
import weighbridge.record.RoundRecording;
import weighbridge.record.Weighing.Moment;
import weighbridge.workload.Burst;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.Phase;
import weighbridge.workload.Settings;

/** The phases of one target in one round, as far as it came. */
final class Phases {
    private final Settings settings;
    private final RoundRecording round;
    private final String name;
    private final List<PhaseTrace> loads;
    private final long startedAtMillis;

    /** @param startedAtMillis start of the run, time of the run, ms since 1970 */
    Phases(Settings settings, RoundRecording round, String name, long startedAtMillis) {
        this.settings = settings;
        this.round = round;
        this.name = name;
        this.startedAtMillis = startedAtMillis;
        this.loads = Stream.concat(
                        round.round().phases().stream()
                                .filter(phase -> phase.target().equals(name)
                                        && phase.burst().kind() != Burst.Kind.GENERATOR_WARMUP)
                                .map(this::trace),
                        round.round().probes().stream()
                                .filter(probe -> probe.target().equals(name))
                                .map(this::trace))
                .sorted(Comparator.comparingLong(PhaseTrace::fromMillis))
                .toList();
    }

    List<PhaseTrace> traces() {
        List<PhaseTrace> traces = new ArrayList<>();
        idle().ifPresent(traces::add);
        traces.addAll(loads);
        settled().ifPresent(traces::add);
        return traces;
    }

    private Optional<PhaseTrace> idle() {
        return loads.isEmpty()
                ? Optional.empty()
                : round.weighing(name, Moment.IDLE)
                        .flatMap(idle -> quiet(
                                "idle",
                                idle.atMillis() - startedAtMillis,
                                loads.get(0).fromMillis()));
    }

    private Optional<PhaseTrace> settled() {
        long lastLoad = loads.stream().mapToLong(PhaseTrace::toMillis).max().orElse(Long.MIN_VALUE);
        long lastWeighing = round.round().weighings().stream()
                .filter(weighing -> weighing.name().equals(name))
                .mapToLong(weighing -> weighing.atMillis() - startedAtMillis)
                .max()
                .orElse(Long.MIN_VALUE);
        return round.weighing(name, Moment.AFTER)
                .map(after -> Math.max(after.atMillis() - startedAtMillis - settings.settleMillis(), lastLoad))
                .flatMap(from -> quiet("settled", from, lastWeighing));
    }

    /** Of a wall clock that was set back there may be none. */
    private Optional<PhaseTrace> quiet(String kind, long fromMillis, long toMillis) {
        return fromMillis > toMillis
                ? Optional.empty()
                : Optional.of(new PhaseTrace(kind, null, fromMillis, toMillis, null, null));
    }

    private PhaseTrace trace(Phase phase) {
        return new PhaseTrace(
                phase.burst().kind().label(),
                phase.burst().number(),
                phase.startedAtMillis() - startedAtMillis,
                phase.endedAtMillis() - startedAtMillis,
                (long) ((BurstLoad) settings.workload()).calls(),
                (long) phase.succeeded());
    }

    private PhaseTrace trace(ProbeRecord probe) {
        long fromMillis = probe.startedAtMillis() - startedAtMillis;
        return new PhaseTrace(
                switch (probe.purpose()) {
                    case WARM_UP -> Burst.Kind.WARMUP.label();
                    case GENERATOR -> Burst.Kind.FLOOR.label();
                    case STEADY -> Burst.Kind.MEASURED.label();
                    default -> "probe";
                },
                probe.number(),
                fromMillis,
                fromMillis + probe.millis(),
                probe.started(),
                probe.succeeded());
    }
}
