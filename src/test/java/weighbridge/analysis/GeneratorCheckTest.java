package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weighbridge.capacity.GeneratorFault.CpuUsedUp;
import weighbridge.capacity.GeneratorFault.GcPaused;
import weighbridge.capacity.GeneratorFault.Stalled;
import weighbridge.capacity.GeneratorFault.TooFewCores;
import weighbridge.capacity.GeneratorFault.WaitedForCpu;
import weighbridge.record.GeneratorHealth;

class GeneratorCheckTest {
    private static final GeneratorHealth WELL = new GeneratorHealth(99, 0, 0, 0.3, 3, 90, 100);

    @Test
    void oneThatIsBusyButWellIsNotBlamed() {
        assertThat(GeneratorCheck.faults(generator(0.94, WELL))).isEmpty();
        assertThat(GeneratorCheck.faults(generator(null, WELL))).isEmpty();
    }

    @Test
    void oneThatUsedAllThatItMayIsTheLimit() {
        assertThat(GeneratorCheck.faults(generator(0.99, WELL))).containsExactly(new CpuUsedUp(0.99, 2));
    }

    @Test
    void oneThatHadToWaitForAProcessorIsHeldUp() {
        assertThat(GeneratorCheck.faults(generator(0.5, new GeneratorHealth(80, 0, 0, 0.78, 0, 0, 0))))
                .containsExactly(new WaitedForCpu(0.78));
    }

    @Test
    void stallsAndLongCollectionsAreNamed() {
        assertThat(GeneratorCheck.faults(generator(0.5, new GeneratorHealth(340, 2, 480, 0.1, 1, 320, 320))))
                .containsExactly(new Stalled(340, 480), new GcPaused(320));
    }

    @Test
    void oneThatMayUseOnlyAFractionOfACoreIsNoMeasure() {
        assertThat(GeneratorCheck.faults(new GeneratorReport(new CpuReport(1, 1.0, 0.1), 0.2, 0.5, 0L, WELL)))
                .containsExactly(new TooFewCores(0.2));
    }

    @Test
    void startsOverHalfTheTimeoutAreNoBurst() {
        assertThat(GeneratorCheck.startedLate(500, 1000)).isFalse();
        assertThat(GeneratorCheck.startedLate(501, 1000)).isTrue();
    }

    private static GeneratorReport generator(Double allowedShare, GeneratorHealth health) {
        return new GeneratorReport(new CpuReport(1, 1.0, 0.25), 2.0, allowedShare, null, health);
    }
}
