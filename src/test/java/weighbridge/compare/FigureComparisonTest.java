package weighbridge.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import weighbridge.analysis.FigureReport;
import weighbridge.figure.Figure;

class FigureComparisonTest {
    private static final DetectionLimits STRICT = new DetectionLimits(0.05, Map.of(), Figure.LOG_MILLIS);

    /** Each figure with six values around the one, from 2 % below to 2 % above it, and six around the other. */
    @ParameterizedTest
    @CsvSource({
        // beyond everything
        "SECONDS_PER_CALL, 0.0003, 0.0004, 0.02, WORSE",
        "SECONDS_PER_CALL, 0.0004, 0.0003, 0.02, BETTER",
        "P50_MILLIS, 100, 120, 0.02, WORSE",
        "P99_MILLIS, 120, 100, 0.02, BETTER",
        "CPU_SECONDS_PER_1000_CALLS, 0.2, 0.3, 0.02, WORSE",
        "IDLE_RSS_BYTES, 50000000, 60000000, 0.02, WORSE",
        "PEAK_RSS_BYTES, 60000000, 50000000, 0.02, BETTER",
        "SETTLED_RSS_BYTES, 50000000, 60000000, 0.02, WORSE",
        "STARTUP_MILLIS, 900, 1200, 0.02, WORSE",
        "SUCCESS_RATIO, 0.9, 0.8, 0.02, WORSE",
        "SUCCESS_RATIO, 0.8, 0.9, 0.02, BETTER",
        // not beyond the noise, the threshold, the resolution
        "P50_MILLIS, 100, 120, 0.2, SAME", // ln 1.2 = 0.182
        "P50_MILLIS, 100, 120, 0.18, WORSE",
        "P50_MILLIS, 100, 104.9, 0, SAME",
        "P50_MILLIS, 100, 105.1, 0, WORSE",
        "P50_MILLIS, 105.1, 100, 0, BETTER",
        "P50_MILLIS, 104.9, 100, 0, SAME",
        "P50_MILLIS, 2, 2.9, 0, SAME", // 0.9 ms, 45 %
        "P50_MILLIS, 2, 3.1, 0, WORSE",
        "STARTUP_MILLIS, 60, 79, 0, SAME",
        "STARTUP_MILLIS, 60, 81, 0, WORSE",
        // only shown
        "P75_MILLIS, 100, 200, 0, NOT_JUDGED",
        "P95_MILLIS, 100, 200, 0, NOT_JUDGED",
        "MAX_MILLIS, 100, 200, 0, NOT_JUDGED",
        "WARM_RSS_BYTES, 100, 200, 0, NOT_JUDGED",
        "AFTER_RSS_BYTES, 100, 200, 0, NOT_JUDGED",
        "DELTA_RSS_BYTES, -100, 200, 0, NOT_JUDGED",
        "RETAINED_BYTES, 0, 700000, 0, NOT_JUDGED"
    })
    void theVerdict(Figure figure, double before, double after, double noise, ChangeVerdict expected) {
        DetectionLimits limits = new DetectionLimits(0.05, Map.of(figure, noise), Figure.LOG_MILLIS);

        assertThat(FigureComparison.of(figure, Runs.around(before), Runs.around(after), limits)
                        .verdict())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1, 1, 1,           0.998, 0.998, 0.998, 0.998, 0.998, 0.998, WORSE",
        "1, 1, 1, 1, 1, 1,           0.9995, 0.9995, 0.9995, 0.9995, 0.9995, 0.9995, SAME", // 0.05 points
        "1, 1, 1, 1, 1, 1,           1, 1, 1, 1, 1, 0.5, SAME", // one bad round of six is no doubt removed
        "1, 1, 1, 1, 1, 1,           1, 0.9, 0.9, 0.9, 0.9, 0.9, SAME", // six of the 36 differences are none: D(31) is
        // 0
        "1, 1, 1, 1, 1, 0.9,           0.9, 0.8, 0.8, 0.8, 0.8, 0.8, WORSE",
        "0, 0, 0, 0, 0, 0,           0, 0, 0, 0, 0, 0, SAME"
    })
    void successIsJudgedInPoints(
            double a1,
            double a2,
            double a3,
            double a4,
            double a5,
            double a6,
            double b1,
            double b2,
            double b3,
            double b4,
            double b5,
            double b6,
            ChangeVerdict expected) {
        FigureReport before = Runs.figure(a1, a2, a3, a4, a5, a6);
        FigureReport after = Runs.figure(b1, b2, b3, b4, b5, b6);

        assertThat(FigureComparison.of(Figure.SUCCESS_RATIO, before, after, STRICT)
                        .verdict())
                .isEqualTo(expected);
    }

    @Test
    void anIntervalThatHoldsNoChangeIsNoChangeHoweverGreatTheEstimate() {
        FigureReport before = Runs.figure(100, 110, 120, 200, 210, 220);
        FigureReport after = Runs.figure(150, 160, 170, 215, 225, 230);

        FigureComparison comparison = FigureComparison.of(Figure.P50_MILLIS, before, after, STRICT);

        assertThat(Math.exp(comparison.change().estimate())).isGreaterThan(1.05);
        assertThat(comparison.verdict()).isEqualTo(ChangeVerdict.SAME);
    }

    @Test
    void aChangeIsARatio() {
        FigureReport before = Runs.figure(1, 2, 3, 4, 5, 6);
        FigureReport after = Runs.figure(3, 6, 9, 12, 15, 18);

        FigureComparison comparison = FigureComparison.of(Figure.SECONDS_PER_CALL, before, after, STRICT);

        assertThat(Math.exp(comparison.change().estimate())).isCloseTo(3, within(1e-9));
    }

    @Test
    void whatMayBeNegativeIsToldInBytes() {
        FigureReport before = Runs.figure(-1000, -1000, 0, 0, 1000, 1000);
        FigureReport after = Runs.figure(4000, 4000, 5000, 5000, 6000, 6000);

        FigureComparison comparison = FigureComparison.of(Figure.RETAINED_BYTES, before, after, STRICT);

        assertThat(comparison.scale()).isEqualTo(ChangeScale.BYTES);
        assertThat(comparison.change().estimate()).isEqualTo(5000);
    }

    /** Below 1 ms the log says 0: that much is known, and 5 ms are more. */
    @Test
    void zeroMillisecondsCountAsOne() {
        FigureReport none = Runs.figure(0, 0, 0, 0, 0, 0);
        FigureReport five = Runs.figure(5, 5, 5, 5, 5, 5);

        FigureComparison slower = FigureComparison.of(Figure.P50_MILLIS, none, five, STRICT);

        assertThat(slower.verdict()).isEqualTo(ChangeVerdict.WORSE);
        assertThat(Math.exp(slower.change().estimate())).isCloseTo(5, within(1e-9));
        assertThat(FigureComparison.of(Figure.P50_MILLIS, none, none, STRICT).verdict())
                .isEqualTo(ChangeVerdict.SAME);
    }

    /** Of loads over time latencies are told in µs: a change below 1 ms is one, and it is told as large as it is. */
    @ParameterizedTest
    @CsvSource({
        "1.05, 0.75, BETTER, 0.714286", // -28.6 %, and not -4.8 % to 1 ms
        "0.2, 0.3, WORSE, 1.5",
        "0.2, 0.205, SAME, 1.025", // below the threshold
        "0.004, 0.0042, SAME, 1.05", // 0.2 µs
        "0, 0.005, WORSE, 5" // 0 is anything below 1 µs
    })
    void latenciesBelowAMillisecondAreComparedWhereTheyAreKnown(
            double before, double after, ChangeVerdict expected, double ratio) {
        DetectionLimits limits = new DetectionLimits(0.05, Map.of(), Figure.HISTOGRAM_MILLIS);

        FigureComparison comparison = FigureComparison.of(Figure.P50_MILLIS, six(before), six(after), limits);

        assertThat(comparison.verdict()).isEqualTo(expected);
        assertThat(Math.exp(comparison.change().estimate())).isCloseTo(ratio, within(1e-6));
        assertThat(FigureComparison.of(Figure.STARTUP_MILLIS, six(60), six(79), limits)
                        .verdict())
                .isEqualTo(ChangeVerdict.SAME); // start-up is no finer for it
    }

    private static FigureReport six(double value) {
        return Runs.figure(value, value, value, value, value, value);
    }

    @Test
    void whyAFigureIsNotComparable() {
        FigureReport six = Runs.around(100);
        FigureReport one = Runs.figure(100.0);
        FigureReport gap = Runs.figure(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, Runs.GAP);

        assertReason(Figure.P50_MILLIS, one, one, new Obstacle.TooFewRounds(1, 1));
        assertReason(Figure.P50_MILLIS, six, one, new Obstacle.TooFewRounds(6, 1));
        assertReason(Figure.P50_MILLIS, six, null, new Obstacle.TooFewRounds(6, 0));
        assertReason(
                Figure.P50_MILLIS,
                six,
                Runs.figure(1.0, 2.0, 3.0, 4.0, 5.0, Runs.GAP),
                new Obstacle.TooFewRounds(6, 5));
        assertReason(Figure.P99_MILLIS, six, gap, new Obstacle.NotInEveryRound());
        assertReason(Figure.SECONDS_PER_CALL, six, Runs.figure(0, 1, 2, 3, 4, 5), new Obstacle.Zero());
        assertThat(FigureComparison.of(Figure.P50_MILLIS, six, gap, STRICT).reason())
                .isNull();
    }

    private static void assertReason(Figure figure, FigureReport before, FigureReport after, Obstacle reason) {
        FigureComparison comparison = FigureComparison.of(figure, before, after, STRICT);

        assertThat(comparison.verdict()).isEqualTo(ChangeVerdict.NOT_COMPARABLE);
        assertThat(comparison.reason()).isEqualTo(reason);
        assertThat(comparison.change()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void aFigureIsTheSameAsItself(Figure figure) {
        FigureReport report = Runs.around(0.9);

        FigureComparison comparison = FigureComparison.of(figure, report, report, STRICT);

        assertThat(comparison.verdict()).isIn(ChangeVerdict.SAME, ChangeVerdict.NOT_JUDGED);
        assertThat(DoubleStream.of(
                                comparison.change().low(), comparison.change().high())
                        .sum())
                .isCloseTo(0, within(1e-12));
    }
}
