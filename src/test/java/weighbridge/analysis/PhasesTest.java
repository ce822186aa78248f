package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.TargetTrace.PhaseTrace;
import weighbridge.record.ProbeRecord;
import weighbridge.record.Reading;
import weighbridge.record.Reading.Counts;
import weighbridge.record.RoundRecord;
import weighbridge.record.RoundRecording;
import weighbridge.record.Weighing;
import weighbridge.record.Weighing.Moment;
import weighbridge.workload.Burst;
import weighbridge.workload.Burst.Kind;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.Cores;
import weighbridge.workload.Phase;
import weighbridge.workload.Purpose;
import weighbridge.workload.Settings;

class PhasesTest {
    private static final long START = 1_000_000;
    private static final Settings SETTINGS = new Settings(
            List.of("a"),
            new BurstLoad(20, 5),
            Duration.ofSeconds(1),
            8000,
            Duration.ofSeconds(2),
            false,
            1,
            null,
            List.of(),
            null,
            List.of(),
            new Cores.Shared(),
            List.of());

    private final List<Weighing> weighings = new ArrayList<>();
    private final List<Phase> phases = new ArrayList<>();
    private final List<ProbeRecord> probes = new ArrayList<>();

    @Test
    void aWholeRoundHasAllOfThem() {
        weigh("b", Moment.IDLE, 50);
        weigh("a", Moment.IDLE, 100);
        burst("sink", Kind.GENERATOR_WARMUP, 1, 200);
        burst("a", Kind.COLD, 1, 1000);
        burst("a", Kind.WARMUP, 1, 2000);
        burst("a", Kind.FLOOR, 1, 3000);
        burst("a", Kind.MEASURED, 1, 4000);
        burst("b", Kind.MEASURED, 1, 5000);
        weigh("a", Moment.AFTER, 9000);
        weigh("a", Moment.SETTLED, 9300);
        weigh("b", Moment.SETTLED, 9900);

        assertThat(traces())
                .containsExactly(
                        quiet("idle", 100, 1000),
                        burst("cold", 1000),
                        burst("warm-up", 2000),
                        burst("floor", 3000),
                        burst("measured", 4000),
                        quiet("settled", 7000, 9300));
    }

    @Test
    void loadsThatGoOnForATimeArePhasesToo() {
        weigh("a", Moment.IDLE, 100);
        probe(1, "a", Purpose.WARM_UP, 1000);
        probe(2, "a", Purpose.GENERATOR, 2000);
        probe(3, "b", Purpose.BRACKET, 2500);
        probe(4, "a", Purpose.BRACKET, 3000);
        probe(5, "a", Purpose.CONFIRM, 4000);
        probe(6, "a", Purpose.STEADY, 5000);
        weigh("a", Moment.AFTER, 6000);

        assertThat(traces())
                .containsExactly(
                        quiet("idle", 100, 1000),
                        probe("warm-up", 1, 1000),
                        probe("floor", 2, 2000),
                        probe("probe", 4, 3000),
                        probe("probe", 5, 4000),
                        probe("measured", 6, 5000),
                        quiet("settled", 5700, 6000));
    }

    @Test
    void itDoesNotSettleBeforeItsLastBurstEnds() {
        burst("a", Kind.MEASURED, 1, 4000);
        weigh("a", Moment.AFTER, 5000);

        assertThat(traces()).containsExactly(burst("measured", 4000), quiet("settled", 4100, 5000));
    }

    @Test
    void whoWasNeverHammeredOnlySettles() {
        weigh("a", Moment.IDLE, 100);
        weigh("a", Moment.AFTER, 5000);
        weigh("a", Moment.SETTLED, 5100);

        assertThat(traces()).containsExactly(quiet("settled", 3000, 5100));
    }

    @Test
    void whoWasCutOffHasWhatThereWas() {
        weigh("a", Moment.IDLE, 100);
        assertThat(traces()).isEmpty();

        burst("a", Kind.COLD, 1, 1000);
        assertThat(traces()).containsExactly(quiet("idle", 100, 1000), burst("cold", 1000));
    }

    @Test
    void whoDidNotStartHasNone() {
        weigh("main", Moment.IDLE, 100);
        burst("sink", Kind.GENERATOR_WARMUP, 1, 200);

        assertThat(traces()).isEmpty();
    }

    @Test
    void aTargetThatIsCalledAsTheSinkHasNothingOfIt() {
        burst("sink", Kind.GENERATOR_WARMUP, 1, 200);
        burst("sink", Kind.MEASURED, 1, 4000);

        assertThat(traces("sink")).containsExactly(burst("measured", 4000));
    }

    @Test
    void aClockThatWasSetBackLeavesNoPhaseThatEndsBeforeItBegins() {
        weigh("a", Moment.IDLE, 1500);
        burst("a", Kind.MEASURED, 1, 1000);
        weigh("a", Moment.AFTER, 900);

        assertThat(traces()).extracting(PhaseTrace::kind).containsExactly("measured", "settled");
        assertThat(traces().get(1)).isEqualTo(quiet("settled", 1100, 1500));
    }

    private void weigh(String name, Moment moment, long atMillis) {
        weighings.add(
                new Weighing(name, moment, START + atMillis, new Reading(1, 1, null, null, 1, 1, 0, Counts.UNKNOWN)));
    }

    private void burst(String name, Kind kind, int number, long fromMillis) {
        phases.add(new Phase(name, new Burst(kind, number), START + fromMillis, START + fromMillis + 100, 19));
    }

    private void probe(int number, String target, Purpose purpose, long fromMillis) {
        probes.add(new ProbeRecord(
                number,
                target,
                purpose,
                500.0,
                null,
                true,
                500,
                START + fromMillis,
                600,
                600,
                700,
                300,
                299,
                298,
                0,
                null,
                null,
                null));
    }

    private static PhaseTrace probe(String kind, int number, long fromMillis) {
        return new PhaseTrace(kind, number, fromMillis, fromMillis + 700, 299L, 298L);
    }

    private List<PhaseTrace> traces() {
        return traces("a");
    }

    private List<PhaseTrace> traces(String name) {
        RoundRecord round =
                new RoundRecord(1, List.of("a"), null, List.of(), phases, weighings, List.of(), List.of(), probes);
        return new Phases(SETTINGS, new RoundRecording(round, Map.of(), Map.of()), name, START).traces();
    }

    private static PhaseTrace quiet(String kind, long fromMillis, long toMillis) {
        return new PhaseTrace(kind, null, fromMillis, toMillis, null, null);
    }

    private static PhaseTrace burst(String kind, long fromMillis) {
        return new PhaseTrace(kind, 1, fromMillis, fromMillis + 100, 20L, 19L);
    }
}
