package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureReportTest {
    @Test
    void isTheMedianWithItsIntervalByRanksAndTheEnds() {
        List<Double> values = List.of(9.0, 1.0, 8.0, 2.0, 7.0, 3.0, 6.0, 4.0, 5.0);

        assertThat(FigureReport.of(values)).isEqualTo(new FigureReport(values, 9, 5.0, 2.0, 8.0, 1.0, 9.0));
    }

    @Test
    void aRoundWithoutAValueKeepsItsPlaceAndCountsForNothing() {
        List<Double> values = Arrays.asList(null, 4.0, 2.0, null, 1.0, 3.0);

        assertThat(FigureReport.of(values)).isEqualTo(new FigureReport(values, 4, 2.5, null, null, 1.0, 4.0));
    }

    /** Memory may shrink and nothing may succeed: only a ratio needs values above 0. */
    @Test
    void takesZeroAndLess() {
        FigureReport report = FigureReport.of(List.of(-2.0, 0.0, 1.0, -1.0, 2.0, 3.0));

        assertThat(report.median()).isEqualTo(0.5);
        assertThat(report.low()).isEqualTo(-2);
        assertThat(report.high()).isEqualTo(3);
    }

    @Test
    void ofNoValueAtAllNothingIsTold() {
        List<Double> values = Arrays.asList(null, null);

        assertThat(FigureReport.of(values)).isEqualTo(new FigureReport(values, 0, null, null, null, null, null));
    }
}
