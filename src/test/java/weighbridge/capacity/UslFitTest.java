package weighbridge.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The published results are those of three-parameter fits by nonlinear least squares, as ours is. Fits of two parameters,
 * which divide all rates by that of one user, give others for the same points and are no measure: Gunther's regression of
 * 2007 and versions before 2.0 of the R package usl, and Schwartz's first fit of the Cisco points by gnuplot (σ 0.0207163, κ
 * 0.000861226).
 */
class UslFitTest {
    private static final Percentage PUBLISHED = withinPercentage(0.1);

    /** As listed in Schwartz's book, and compared by usl4j's ModelTest, which rounds N* down to whole users. */
    @Test
    void theCiscoBenchmarkComesOutAsInSchwartzBook() {
        UslCurve curve = UslData.CISCO.fit();

        assertThat(curve.sigma()).isCloseTo(0.02671591, PUBLISHED);
        assertThat(curve.kappa()).isCloseTo(7.690945E-4, PUBLISHED);
        assertThat(curve.lambda()).isCloseTo(995.6486, PUBLISHED);
        assertThat(Math.floor(curve.peakConcurrency())).isEqualTo(35);
        assertThat(curve.callsPerSecondAt(35)).isCloseTo(12341, PUBLISHED);
    }

    /** X(1), X(20) and X(35) of usl4j's ModelTest. */
    @ParameterizedTest
    @CsvSource({"1, 995.648772003358", "20, 11063.63312570436", "35, 12341.745655201905"})
    void theCiscoCurveIsThatOfUsl4j(double concurrency, double callsPerSecond) {
        assertThat(UslData.CISCO.fit().callsPerSecondAt(concurrency)).isCloseTo(callsPerSecond, PUBLISHED);
    }

    /** README and tests/peak-scalability.R of the R package usl 3.0.3; its α, β and γ are our σ, κ and λ. */
    @Test
    void theSdm91BenchmarkComesOutAsInR() {
        UslCurve curve = UslData.SDM91.fit();

        assertThat(curve.sigma()).isCloseTo(0.0277285, PUBLISHED);
        assertThat(curve.kappa()).isCloseTo(0.0001044, PUBLISHED);
        assertThat(curve.lambda()).isCloseTo(89.9952330, PUBLISHED);
        assertThat(curve.peakConcurrency()).isCloseTo(96.51956, PUBLISHED);
        assertThat(curve.callsPerSecondAt(curve.peakConcurrency())).isCloseTo(1884, PUBLISHED);
    }

    /** tests/predict.Rout.save of the R package usl 3.0.3, to its four digits. */
    @ParameterizedTest
    @CsvSource({"1, 90", "18, 1078", "36, 1541", "72, 1850", "108, 1879", "144, 1822", "216, 1646"})
    void theSdm91CurveIsThatOfR(double concurrency, double callsPerSecond) {
        assertThat(UslData.SDM91.fit().callsPerSecondAt(concurrency)).isCloseTo(callsPerSecond, within(0.5));
    }

    /** The vignette of the R package usl 3.0.3: β is at its bound of 0, "peak: none (beta=0)". */
    @Test
    void theRayTracerEndsAtTheBoundAsInR() {
        UslCurve curve = UslData.RAY_TRACER.fit();

        assertThat(curve.sigma()).isCloseTo(0.057771, PUBLISHED);
        assertThat(curve.kappa()).isZero();
        assertThat(curve.lambda()).isCloseTo(21.848843, PUBLISHED);
        assertThat(curve.callsPerSecondAt(96)).isCloseTo(323.3, PUBLISHED);
        assertThat(curve.callsPerSecondAt(128)).isCloseTo(335.5, PUBLISHED);
    }

    /** tests/confint.Rout.save of the R package usl 3.0.3, to its digits: the first six points of the ray tracer. */
    @Test
    void theFirstPointsOfTheRayTracerComeOutAsInR() {
        UslCurve curve = UslData.RAY_TRACER.first(6).fit();

        assertThat(curve.sigma()).isCloseTo(0.02444, PUBLISHED);
        assertThat(curve.kappa()).isCloseTo(0.00163, within(0.000005));
        assertThat(curve.lambda()).isCloseTo(20.85605, PUBLISHED);
    }

    /** From a server that scales without loss, over one that already two users slow down, to one that breaks down. */
    @ParameterizedTest
    @CsvSource({
        "1000, 0.03, 0.0008",
        "1000, 0, 0",
        "0.01, 0.1, 0",
        "50000, 0, 0.01",
        "300, 0.999, 0.5",
        "300, 1, 0",
        "20, 1.7, 0",
        "20, 3, 2",
        "1000, 0.0001, 0.0000001",
        "5, 0.5, 0.00001"
    })
    void findsTheParametersThePointsWereMadeOf(double lambda, double sigma, double kappa) {
        UslCurve made = new UslCurve(lambda, sigma, kappa);

        for (UslData.Points points : new UslData.Points[] {
            UslData.on(made, 1, 2, 4, 8, 16, 32),
            UslData.on(made, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000),
            UslData.on(made, 8, 16, 24, 32, 48, 64, 96)
        }) {
            UslCurve found = points.fit();

            assertThat(found.lambda()).isCloseTo(lambda, withinPercentage(1e-4));
            assertThat(found.sigma()).isCloseTo(sigma, within(1e-6 * (sigma + 1e-3)));
            assertThat(found.kappa()).isCloseTo(kappa, within(1e-6 * (kappa + 1e-5)));
        }
    }

    /** A negative σ would fit these exactly. */
    @Test
    void aNegativeContentionEndsAtZero() {
        UslData.Points points = UslData.on(new UslCurve(100, -0.02, 0.002), 1, 2, 4, 8, 16, 32);

        UslCurve curve = points.fit();

        assertThat(curve.sigma()).isZero();
        assertThat(points.squares(curve)).isLessThanOrEqualTo(leastOnGrid(points));
        assertThat(curve.kappa()).isPositive();
    }

    @Test
    void aNegativeCrosstalkEndsAtZero() {
        UslData.Points points = UslData.on(new UslCurve(100, 0.1, -0.0005), 1, 2, 4, 8, 16, 32);

        UslCurve curve = points.fit();

        assertThat(curve.kappa()).isZero();
        assertThat(points.squares(curve)).isLessThanOrEqualTo(leastOnGrid(points));
        assertThat(curve.sigma()).isPositive();
    }

    /** X = λN then, and the nearest λ of these is ΣNX ÷ ΣN² = (1 · 10 + 2 · 21 + … + 6 · 90) ÷ 91. */
    @Test
    void whatGrowsFasterThanItsUsersIsProportional() {
        UslCurve curve =
                UslData.points(1, 10, 2, 21, 3, 33, 4, 48, 5, 66, 6, 90).fit();

        assertThat(curve.sigma()).isZero();
        assertThat(curve.kappa()).isZero();
        assertThat(curve.lambda()).isCloseTo((10 + 42 + 99 + 192 + 330 + 540) / 91.0, within(1e-12));
    }

    /** Whatever the noise, no lawful curve of a fine grid is nearer, whether the fit ends inside or on a bound. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.4})
    void noLawfulCurveIsNearer(double noise) {
        Random random = new Random(7);
        for (int trial = 0; trial < 40; trial++) {
            UslCurve made =
                    new UslCurve(1000, 1.2 * Math.pow(random.nextDouble(), 3), Math.pow(random.nextDouble(), 8));
            UslData.Points exact = UslData.on(made, 1, 2, 3, 5, 8, 13, 21);
            UslData.Points points = new UslData.Points(
                    exact.concurrency(),
                    DoubleStream.of(exact.callsPerSecond())
                            .map(rate -> Math.max(0, rate * (1 + noise * random.nextGaussian())))
                            .toArray());

            UslCurve curve = points.fit();

            assertThat(curve.isLawful()).isTrue();
            assertThat(points.squares(curve))
                    .as("%s, made of %s", curve, made)
                    .isLessThanOrEqualTo(leastOnGrid(points));
        }
    }

    @Test
    void severalPointsOfOneConcurrencyCountEachByItself() {
        UslCurve made = new UslCurve(1000, 0.05, 0.001);
        UslData.Points exact = UslData.on(made, 1, 2, 4, 8, 16, 32);
        double[] twice = DoubleStream.concat(DoubleStream.of(exact.concurrency()), DoubleStream.of(exact.concurrency()))
                .toArray();
        double[] around = DoubleStream.concat(
                        DoubleStream.of(exact.callsPerSecond()).map(rate -> rate + 30),
                        DoubleStream.of(exact.callsPerSecond()).map(rate -> rate - 30))
                .toArray();

        UslCurve curve = UslFit.of(twice, around);

        assertThat(curve.lambda()).isCloseTo(1000, within(1e-6));
        assertThat(curve.sigma()).isCloseTo(0.05, within(1e-9));
        assertThat(curve.kappa()).isCloseTo(0.001, within(1e-9));
    }

    /** Over σ and κ from 0 to 2, closer towards 0, each with its best λ, which is ΣXC ÷ ΣC² where X = λC. */
    private static double leastOnGrid(UslData.Points points) {
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row <= 80; row++) {
            for (int column = 0; column <= 80; column++) {
                UslCurve relative = new UslCurve(1, 2 * Math.pow(row / 80.0, 3), 2 * Math.pow(column / 80.0, 5));
                double products = 0;
                double squares = 0;
                for (int point = 0; point < points.concurrency().length; point++) {
                    double capacity = relative.callsPerSecondAt(points.concurrency()[point]);
                    products += points.callsPerSecond()[point] * capacity;
                    squares += capacity * capacity;
                }
                least = Math.min(
                        least, points.squares(new UslCurve(products / squares, relative.sigma(), relative.kappa())));
            }
        }
        return least;
    }
}
