package weighbridge.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import weighbridge.load.Burst;
import weighbridge.load.Phase;
import weighbridge.recording.RoundRecording;
import weighbridge.recording.SettingsRecord;
import weighbridge.recording.Weighing;
import weighbridge.recording.Weighing.Moment;
import weighbridge.trace.TargetTrace.PhaseTrace;

/** The phases of one target in one round, as far as it came. */
final class Phases {
    private final SettingsRecord settings;
    private final RoundRecording round;
    private final String name;
    private final List<Phase> bursts;
    private final long startedAtMillis;

    /** @param startedAtMillis start of the run, wall clock, ms since 1970 */
    Phases(SettingsRecord settings, RoundRecording round, String name, long startedAtMillis) {
        this.settings = settings;
        this.round = round;
        this.name = name;
        this.startedAtMillis = startedAtMillis;
        this.bursts = round.round().phases().stream()
                .filter(phase -> phase.target().equals(name) && phase.burst().kind() != Burst.Kind.GENERATOR_WARMUP)
                .sorted(Comparator.comparingLong(Phase::startedAtMillis))
                .toList();
    }

    List<PhaseTrace> traces() {
        List<PhaseTrace> traces = new ArrayList<>();
        idle().ifPresent(traces::add);
        bursts.stream().map(this::trace).forEach(traces::add);
        settled().ifPresent(traces::add);
        return traces;
    }

    private Optional<PhaseTrace> idle() {
        return bursts.isEmpty()
                ? Optional.empty()
                : round.weighing(name, Moment.IDLE)
                        .flatMap(idle ->
                                quiet("idle", idle.atMillis(), bursts.get(0).startedAtMillis()));
    }

    private Optional<PhaseTrace> settled() {
        long lastBurst = bursts.stream().mapToLong(Phase::endedAtMillis).max().orElse(Long.MIN_VALUE);
        long lastWeighing = round.round().weighings().stream()
                .filter(weighing -> weighing.name().equals(name))
                .mapToLong(Weighing::atMillis)
                .max()
                .orElse(Long.MIN_VALUE);
        return round.weighing(name, Moment.AFTER)
                .map(after -> Math.max(after.atMillis() - settings.settleMillis(), lastBurst))
                .flatMap(from -> quiet("settled", from, lastWeighing));
    }

    /** Of a wall clock that was set back there may be none. */
    private Optional<PhaseTrace> quiet(String kind, long fromMillis, long toMillis) {
        return fromMillis > toMillis
                ? Optional.empty()
                : Optional.of(new PhaseTrace(
                        kind, null, fromMillis - startedAtMillis, toMillis - startedAtMillis, null, null));
    }

    private PhaseTrace trace(Phase phase) {
        return new PhaseTrace(
                phase.burst().kind().label(),
                phase.burst().number(),
                phase.startedAtMillis() - startedAtMillis,
                phase.endedAtMillis() - startedAtMillis,
                settings.calls(),
                phase.succeeded());
    }
}
