package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.workload.Burst;
import weighbridge.workload.Burst.Kind;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.Phase;

class FloorTest {
    @Test
    void isTheMedianWithItsSpreadFromTheTwentiethToTheEightiethPercentile() {
        Floor floor = Floor.of(bursts(240, 190, 205, 195, 900), new BurstLoad(800, 25));

        assertThat(floor.bursts()).isEqualTo(5);
        assertThat(floor.secondsPerCall()).isCloseTo(0.205 / 800, within(1e-12)); // the 3rd of 190 195 205 240 900
        assertThat(floor.lowSecondsPerCall()).isCloseTo(0.19 / 800, within(1e-12)); // the 1st
        assertThat(floor.highSecondsPerCall()).isCloseTo(0.24 / 800, within(1e-12)); // the 4th
        assertThat(floor.successRatio()).isOne();
    }

    /** One burst that a busy machine stretched would cover any server. */
    @Test
    void coversATargetThatIsNoSlowerThanAllButItsLongestBurst() {
        Floor floor = Floor.of(bursts(200, 200, 200, 220, 900), new BurstLoad(800, 25));

        assertThat(floor.covers(0.22 / 800)).isTrue();
        assertThat(floor.covers(0.221 / 800)).isFalse();
    }

    @Test
    void countsFailuresOfAllItsBursts() {
        List<Phase> bursts = new ArrayList<>(bursts(200, 200, 200, 200));
        bursts.add(new Phase("a", new Burst(Kind.FLOOR, 5), 0, 200, 400));

        assertThat(Floor.of(bursts, new BurstLoad(800, 25)).successRatio()).isCloseTo(3600 / 4000.0, within(1e-12));
    }

    @Test
    void isNotKnownWithoutASink() {
        assertThat(Floor.of(List.of(new Phase("a", new Burst(Kind.COLD, 1), 0, 100, 800)), new BurstLoad(800, 25)))
                .isNull();
    }

    private static List<Phase> bursts(long... millis) {
        List<Phase> phases = new ArrayList<>();
        for (long each : millis) {
            phases.add(new Phase("a", new Burst(Kind.FLOOR, phases.size() + 1), 5000, 5000 + each, 800));
        }
        return phases;
    }
}
