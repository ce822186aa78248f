package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CpuReportTest {
    @Test
    void aShareOfTheMachineCountsAllCores() {
        assertThat(CpuReport.of(1.5, 1.0, 2, 1000, 1e-9)).isEqualTo(new CpuReport(1.5, 1.5, 0.75));
    }

    @Test
    void ticksOfTenMillisecondsTellNothingBelowASecond() {
        assertThat(CpuReport.of(0.99, 1, 2, 800, 0.01).secondsPer1000Calls()).isNull();
        assertThat(CpuReport.of(1.0, 1, 2, 800, 0.01).secondsPer1000Calls()).isCloseTo(1.25, within(1e-12));
        assertThat(CpuReport.of(0.001, 1, 2, 800, 1e-9).secondsPer1000Calls()).isCloseTo(0.00125, within(1e-12));
    }

    @Test
    void withoutAnAnswerThereIsNoCostOfOne() {
        assertThat(CpuReport.of(2, 1, 2, 0, 1e-9).secondsPer1000Calls()).isNull();
    }
}
