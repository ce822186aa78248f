package weighbridge.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weighbridge.capacity.CapacityFinding.LevelsOff;
import weighbridge.capacity.CapacityFinding.LiesBeside;
import weighbridge.capacity.CapacityFinding.RisesPerUser;

class UslGoodnessTest {
    private static final int[] USERS = {1, 2, 3, 4, 6, 8, 12, 16, 24, 32};

    private static UslReport report(UslData.Points points) {
        return UslAnalysis.report(points.list(), 1);
    }

    /** So many at once, each for 20 ms, measured twice with a scatter of half a per cent. */
    private static List<UslPoint> slots(int slots) {
        Random random = new Random(slots);
        List<UslPoint> points = new ArrayList<>();
        for (int users : USERS) {
            for (int time = 0; time < 2; time++) {
                double rate = 50.0 * Math.min(users, slots) * (1 + 0.005 * random.nextGaussian());
                points.add(new UslPoint(users + 0.01 * random.nextDouble(), rate, users));
            }
        }
        return points;
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 10})
    void aServerOfSlotsLevelsOffAndHasNoPeak(int slots) {
        UslReport report = UslAnalysis.report(slots(slots), 1);

        assertThat(report.lambda()).isNull();
        assertThat(report.sigma()).isNull();
        assertThat(report.kappa()).isNull();
        assertThat(report.peak()).isNull();
        assertThat(report.callsPerSecondAt(4)).isEmpty();
        LevelsOff gap = (LevelsOff) report.reason();
        assertThat(gap.callsPerSecond()).isCloseTo(50.0 * slots, within(3.0));
        assertThat(gap.users()).isCloseTo(slots, within(0.2));
        assertThat(report.fit().probability()).isLessThan(0.001);
        assertThat(report.fit().scatterShare()).isBetween(0.001, 0.01);
    }

    /** Of one that levels off only at its last levels nothing is said but that. */
    @Test
    void whatNeitherFollowsTheLawNorLevelsOffIsToldToLieBesideIt() {
        List<UslPoint> points = new ArrayList<>();
        double[] rates = {100, 200, 300, 200, 300, 400, 500, 350, 520, 640};
        for (int level = 0; level < USERS.length; level++) {
            points.add(new UslPoint(2 * USERS[level], rates[level], USERS[level]));
            points.add(new UslPoint(2 * USERS[level], rates[level] + 1, USERS[level]));
        }

        assertThat(UslAnalysis.report(points, 1).reason())
                .isInstanceOfSatisfying(
                        LiesBeside.class, gap -> assertThat(gap.share()).isBetween(0.05, 0.2));
    }

    /** The same points as R's usl 3.0.3 fits them. */
    @Test
    void whatIsMeasuredOnceIsFittedAsItWas() {
        UslReport report = report(UslData.points(1, 60, 2, 120, 4, 220, 8, 400, 12, 440, 16, 490));

        assertThat(report.sigma().value()).isCloseTo(0.012318, within(5e-7));
        assertThat(report.kappa().value()).isCloseTo(0.003549, within(5e-7));
        assertThat(report.lambda().value()).isCloseTo(61.372822, within(5e-6));
        assertThat(report.peak().concurrency().value()).isCloseTo(16.68, within(0.005));
        assertThat(report.peak().callsPerSecond().value()).isCloseTo(482.6, within(0.05));
        assertThat(report.fit().scatterShare()).isNull();
        assertThat(report.fit().probability()).isNull();
        assertThat(report.fit().lackShare()).isCloseTo(0.0236, within(5e-5));
    }

    @Test
    void aRateThatRisesFasterThanItsUsersDoesNotFit() {
        UslReport report = report(UslData.points(1, 100, 2, 233, 4, 930, 6, 1400, 8, 1870, 12, 2800));

        assertThat(report.lambda()).isNull();
        assertThat(report.peak()).isNull();
        assertThat(report.reason()).isEqualTo(new RisesPerUser(1, 100, 8, 1870 / 8.0));
    }

    static Stream<UslData.Points> published() {
        return Stream.of(UslData.CISCO, UslData.SDM91, UslData.RAY_TRACER);
    }

    @ParameterizedTest
    @MethodSource("published")
    void publishedMeasurementsFit(UslData.Points points) {
        assertThat(report(points).lambda()).isNotNull();
    }

    /** Of a hundred servers that follow the law, each measured twice at each level, about one is refused. */
    @Test
    void whatFollowsTheLawIsSeldomRefused() {
        UslCurve curve = new UslCurve(1000, 0.05, 0.001);
        Random random = new Random(3);
        int refused = 0;
        for (int server = 0; server < 100; server++) {
            List<UslPoint> points = new ArrayList<>();
            for (int users : USERS) {
                for (int time = 0; time < 2; time++) {
                    double noise = 1 + 0.05 * random.nextGaussian();
                    points.add(new UslPoint(users, noise * curve.callsPerSecondAt(users), users));
                }
            }
            double[] users = points.stream().mapToDouble(UslPoint::concurrency).toArray();
            double[] rates =
                    points.stream().mapToDouble(UslPoint::callsPerSecond).toArray();
            refused += new UslGoodness(UslFit.of(users, rates), points).gap().isPresent() ? 1 : 0;
        }

        assertThat(refused).isLessThanOrEqualTo(5);
    }

    /** Two levels, 10 ± 1 and 20 ± 1, beside the line through the origin: hand-computed. */
    @Test
    void lackAndScatterAreThoseOfTheirSums() {
        List<UslPoint> points =
                List.of(new UslPoint(1, 9, 1), new UslPoint(1, 11, 1), new UslPoint(2, 19, 2), new UslPoint(2, 21, 2));

        UslReport.Fit fit = new UslGoodness(new UslCurve(12, 0, 0), points).fit();

        // Residuals: −3, −1, −5, −3, squared 44 in all; 4 of them are scatter, 40 lack of fit.
        assertThat(fit.lackShare()).isCloseTo(Math.sqrt(40 / 4.0) / 20, within(1e-12));
        assertThat(fit.scatterShare()).isCloseTo(Math.sqrt(4 / 2.0) / 20, within(1e-12));
        assertThat(fit.probability()).as("two levels for three parameters").isNull();
    }
}
