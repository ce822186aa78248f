package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weighbridge.record.Reading;
import weighbridge.record.Reading.Column;
import weighbridge.record.Reading.Counts;
import weighbridge.record.RoundRecord;
import weighbridge.record.RoundRecording;
import weighbridge.record.Sample;
import weighbridge.record.Samples;
import weighbridge.record.Weighing;
import weighbridge.record.Weighing.Moment;
import weighbridge.record.Window;

class UsageTest {
    private static final long START = 10_000;

    private final Samples samples = new Samples();

    @Test
    void theMostIsTakenFromTheSamplesOfTheWindowAndItsEdges() {
        sample(START - 1, 900);
        sample(START, 20);
        sample(START + 500, 31);
        sample(START + 1_000, 25);
        sample(START + 1_001, 900);

        assertThat(usage(10L, 12L).peak(Column.THREADS)).isEqualTo(31);
        assertThat(usage(10L, 40L).peak(Column.THREADS)).isEqualTo(40);
        assertThat(usage(50L, null).peak(Column.THREADS)).isEqualTo(50);
    }

    @Test
    void whatNobodyToldIsNotKnown() {
        samples.add(new Sample(START, "a", reading(null)));

        assertThat(usage(null, null).peak(Column.THREADS)).isNull();
        assertThat(usage(null, null).idle(Column.THREADS)).isNull();
        assertThat(new Usage(round(List.of(), List.of()), "a", samples).peak(Column.THREADS))
                .isNull();
        assertThat(new Usage(round(List.of(), List.of()), "a", samples).idle(Column.THREADS))
                .isNull();
    }

    @Test
    void idleIsWhatWasWeighedBeforeAnyLoad() {
        assertThat(usage(10L, 12L).idle(Column.THREADS)).isEqualTo(10L);
    }

    private void sample(long atMillis, long threads) {
        samples.add(new Sample(atMillis, "a", reading(threads)));
    }

    private Usage usage(Long before, Long after) {
        Window window = new Window("a", edge(START, before), edge(START + 1_000, after), null, 0, null, null);
        Weighing idle = new Weighing("a", Moment.IDLE, START - 500, reading(before));
        return new Usage(round(List.of(idle), List.of(window)), "a", samples);
    }

    private static RoundRecording round(List<Weighing> weighings, List<Window> windows) {
        RoundRecord round =
                new RoundRecord(1, List.of("a"), null, List.of(), List.of(), weighings, List.of(), windows, List.of());
        return new RoundRecording(round, Map.of(), Map.of());
    }

    private static Window.Edge edge(long atMillis, Long threads) {
        return new Window.Edge(atMillis, reading(threads), null, 0, 0, null);
    }

    private static Reading reading(Long threads) {
        return new Reading(1, 1, null, null, 1, 1, 0, new Counts(null, threads));
    }
}
