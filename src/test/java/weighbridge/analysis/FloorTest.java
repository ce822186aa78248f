package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.load.Burst;
import weighbridge.load.Burst.Kind;
import weighbridge.load.Phase;

class FloorTest {
    @Test
    void isToldFromTheLastEightBursts() {
        Floor floor = Floor.of(bursts(3000, 900, 210, 200, 190, 205, 195, 240, 202, 198), 800);

        assertThat(floor.bursts()).isEqualTo(10);
        assertThat(floor.steady()).isTrue();
        // 190 195 198 200 202 205 210 240: of an even number the lower of the two in the middle, as a nearest rank is
        assertThat(floor.secondsPerCall()).isCloseTo(0.2 / 800, within(1e-12));
        assertThat(floor.lowSecondsPerCall()).isCloseTo(0.19 / 800, within(1e-12));
        assertThat(floor.highSecondsPerCall()).isCloseTo(0.24 / 800, within(1e-12));
        assertThat(floor.successRatio()).isOne();
    }

    @Test
    void coversATargetThatTookNoLongerThanItsLongestBurst() {
        Floor floor = Floor.of(bursts(200, 200, 200, 200, 200, 200, 200, 240), 800);

        assertThat(floor.covers(0.24 / 800)).isTrue();
        assertThat(floor.covers(0.241 / 800)).isFalse();
    }

    @Test
    void countsTheFailuresOfTheLastBurstsOnly() {
        List<Phase> bursts = new ArrayList<>(List.of(new Phase("sink", new Burst(Kind.FLOOR, 1), 0, 3000, 0)));
        bursts.addAll(bursts(200, 200, 200, 200, 200, 200, 200));
        bursts.add(new Phase("sink", new Burst(Kind.FLOOR, 9), 0, 200, 400));

        Floor floor = Floor.of(bursts, 800);

        assertThat(floor.successRatio()).isCloseTo((7 * 800 + 400) / 6400.0, within(1e-12));
        assertThat(floor.steady()).isFalse();
    }

    @Test
    void isNotKnownWithoutASink() {
        assertThat(Floor.of(List.of(new Phase("a", new Burst(Kind.COLD, 1), 0, 100, 800)), 800))
                .isNull();
    }

    private static List<Phase> bursts(long... millis) {
        List<Phase> phases = new ArrayList<>();
        for (long each : millis) {
            phases.add(new Phase("sink", new Burst(Kind.FLOOR, phases.size() + 1), 5000, 5000 + each, 800));
        }
        return phases;
    }
}
