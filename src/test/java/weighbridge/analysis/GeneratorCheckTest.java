package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
        assertThat(GeneratorCheck.faults(generator(0.99, WELL)))
                .extracting(GeneratorCheck::words)
                .containsExactly("used 99 % of the processor time that it may use (cores: 2.00)");
    }

    @Test
    void oneThatHadToWaitForAProcessorIsHeldUp() {
        assertThat(GeneratorCheck.faults(generator(0.5, new GeneratorHealth(80, 0, 0, 0.78, 0, 0, 0))))
                .extracting(GeneratorCheck::words)
                .containsExactly("waited for a processor during 78 % of the time");
    }

    @Test
    void stallsAndLongCollectionsAreNamed() {
        assertThat(GeneratorCheck.faults(generator(0.5, new GeneratorHealth(340, 2, 480, 0.1, 1, 320, 320))))
                .extracting(GeneratorCheck::words)
                .containsExactly(
                        "stood still for 340 ms at a stretch, 480 ms in all",
                        "collected garbage for 320 ms at a stretch");
    }

    @Test
    void oneThatMayUseOnlyAFractionOfACoreIsNoMeasure() {
        assertThat(GeneratorCheck.faults(new GeneratorReport(new CpuReport(1, 1.0, 0.1), 0.2, 0.5, 0L, WELL)))
                .extracting(GeneratorCheck::words)
                .containsExactly("may use only 0.20 of a core");
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
