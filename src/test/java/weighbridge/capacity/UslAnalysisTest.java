package weighbridge.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.capacity.CapacityFinding.NothingAnswered;
import weighbridge.capacity.CapacityFinding.PeakOutOfReach;
import weighbridge.capacity.CapacityFinding.TooFewLevels;

class UslAnalysisTest {
    private static final long SEED = 18;

    @Test
    void tellsTheLawWithItsPeak() {
        UslReport report = UslAnalysis.report(UslData.SDM91.list(), SEED);

        assertThat(report.points()).isEqualTo(7);
        assertThat(report.largestConcurrency()).isEqualTo(216);
        assertThat(report.lambda().value()).isCloseTo(89.99523, within(0.00001));
        assertThat(report.peak().concurrency().value()).isCloseTo(96.51956, within(0.00001));
        assertThat(report.peak().callsPerSecond().value()).isCloseTo(1883.9, within(0.01));
        assertThat(report.reason()).isNull();
        for (UslReport.Parameter parameter : List.of(
                report.lambda(),
                report.sigma(),
                report.kappa(),
                report.peak().concurrency(),
                report.peak().callsPerSecond())) {
            assertThat(parameter.value()).isStrictlyBetween(parameter.low(), parameter.high());
        }
    }

    @Test
    void theSamePointsGiveTheSameReportInAnyOrder() {
        List<UslPoint> shuffled = new ArrayList<>(UslData.SDM91.list());
        Collections.shuffle(shuffled, new Random(1));

        UslReport report = UslAnalysis.report(UslData.SDM91.list(), SEED);

        assertThat(UslAnalysis.report(shuffled, SEED)).isEqualTo(report);
        assertThat(UslAnalysis.report(shuffled, SEED + 1)).isNotEqualTo(report);
    }

    @Test
    void exactPointsHaveIntervalsOfNoWidth() {
        UslReport report = UslAnalysis.report(
                UslData.on(new UslCurve(1000, 0.1, 0.01), 1, 2, 4, 6, 8, 16).list(), SEED);

        assertThat(report.lambda().high() - report.lambda().low()).isLessThan(1e-6);
        assertThat(report.sigma().high() - report.sigma().low()).isLessThan(1e-9);
        assertThat(report.kappa().high() - report.kappa().low()).isLessThan(1e-9);
        assertThat(report.peak().concurrency().value()).isCloseTo(Math.sqrt(90), within(1e-6));
    }

    /** N* = √(0.9 ÷ κ) is 31.9, then 32.1, where 16 were measured. */
    @Test
    void aPeakBeyondTwiceTheLargestIsNotTold() {
        UslReport within = UslAnalysis.report(upTo16(0.9 / (31.9 * 31.9)), SEED);
        UslReport beyond = UslAnalysis.report(upTo16(0.9 / (32.1 * 32.1)), SEED);

        assertThat(within.peak().concurrency().value()).isCloseTo(31.9, within(1e-4));
        assertThat(within.reason()).isNull();
        assertThat(beyond.peak()).isNull();
        assertThat(beyond.lambda()).isNotNull();
        assertThat(beyond.reason()).isEqualTo(new PeakOutOfReach(true, 16));
    }

    @Test
    void aServerThatOnlyGrowsHasNoPeak() {
        UslReport report = UslAnalysis.report(UslData.RAY_TRACER.list(), SEED);

        assertThat(report.kappa().value()).isZero();
        assertThat(report.kappa().low()).isZero();
        assertThat(report.kappa().high()).isPositive();
        assertThat(report.peak()).isNull();
        assertThat(report.reason()).isEqualTo(new PeakOutOfReach(false, 64));
    }

    /** Of the first twelve points of the Cisco benchmark: 22.8 users by the fit, but 24 and more may be right as well. */
    @Test
    void theEndOfAnIntervalBeyondTwiceTheLargestIsNotTold() {
        UslReport.Peak peak =
                UslAnalysis.report(UslData.CISCO.first(12).list(), SEED).peak();

        assertThat(peak.concurrency().value()).isBetween(12.0, 24.0);
        assertThat(peak.concurrency().high()).isNull();
        assertThat(peak.callsPerSecond().value())
                .isStrictlyBetween(
                        peak.callsPerSecond().low(), peak.callsPerSecond().high());
    }

    @Test
    void noRateIsToldBeyondTwiceTheLargestNorForLessThanOneUser() {
        UslReport report = UslAnalysis.report(upTo16(0.01), SEED);

        assertThat(report.callsPerSecondAt(1).orElseThrow()).isCloseTo(1000, within(1e-6));
        assertThat(report.callsPerSecondAt(32).orElseThrow()).isCloseTo(32_000 / (1 + 3.1 + 9.92), within(1e-6));
        assertThat(report.callsPerSecondAt(32.001)).isEmpty();
        assertThat(report.callsPerSecondAt(0.999)).isEmpty();
        assertThat(report.callsPerSecondAt(Double.NaN)).isEmpty();
    }

    @Test
    void fewerThanSixDifferentConcurrenciesDoNotTellTheLaw() {
        List<UslPoint> points = UslData.points(1, 10, 1, 11, 2, 19, 2, 20, 4, 35, 8.5, 60, 16, 90)
                .list();

        UslReport report = UslAnalysis.report(points, SEED);

        assertThat(report)
                .isEqualTo(new UslReport(
                        7, 16, null, null, null, null, new TooFewLevels(List.of(1.0, 2.0, 4.0, 8.5, 16.0))));
        assertThat(report.callsPerSecondAt(4)).isEmpty();
        assertThat(UslAnalysis.report(List.of(), SEED).reason()).isEqualTo(new TooFewLevels(List.of()));
    }

    @Test
    void noAnswersFollowNoLaw() {
        UslReport report = UslAnalysis.report(
                UslData.points(1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0).list(), SEED);

        assertThat(report.lambda()).isNull();
        assertThat(report.reason()).isEqualTo(new NothingAnswered());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.5, 1", "NaN, 1", "Infinity, 1", "1, -1", "1, NaN", "1, Infinity"})
    void refusesWhatNobodyMeasures(double concurrency, double callsPerSecond) {
        assertThatThrownBy(() -> new UslPoint(concurrency, callsPerSecond))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<UslPoint> upTo16(double kappa) {
        return UslData.on(
                        new UslCurve(1000, 0.1, kappa),
                        DoubleStream.of(1, 2, 4, 8, 12, 16).toArray())
                .list();
    }
}
