package weighbridge.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UslBootstrapTest {
    private static final UslCurve TRUTH = new UslCurve(1000, 0.03, 0.0008);
    private static final double[] CONCURRENCY = {1, 2, 4, 8, 16, 32, 24, 48, 12, 6, 3, 64};

    /** Of the least number of points, and of twice as many; four standard errors below 95 % of 100 are 86. */
    @ParameterizedTest
    @ValueSource(ints = {6, 12})
    void theIntervalsHoldTheTruthAsOftenAsTheySay(int count) {
        UslData.Points exact = UslData.on(TRUTH, Arrays.copyOf(CONCURRENCY, count));
        Random random = new Random(count);
        int trials = 100;
        int[] held = new int[3];
        for (int trial = 0; trial < trials; trial++) {
            double[] noisy = DoubleStream.of(exact.callsPerSecond())
                    .map(rate -> rate + 200 * random.nextGaussian())
                    .toArray();
            UslCurve fitted = UslFit.of(exact.concurrency(), noisy);
            List<UslCurve> resampled = UslBootstrap.curves(exact.concurrency(), noisy, fitted, trial, 199);
            UslAnalysis fit = new UslAnalysis(fitted, resampled);
            List<UslReport.Parameter> told = List.of(
                    fit.parameter(UslCurve::lambda), fit.parameter(UslCurve::sigma), fit.parameter(UslCurve::kappa));
            List<Double> truth = List.of(TRUTH.lambda(), TRUTH.sigma(), TRUTH.kappa());
            for (int which = 0; which < 3; which++) {
                held[which] += told.get(which).low() <= truth.get(which)
                                && truth.get(which) <= told.get(which).high()
                        ? 1
                        : 0;
            }
        }

        assertThat(IntStream.of(held).boxed())
                .as("λ, σ and κ of %d points", count)
                .allSatisfy(times -> assertThat(times).isBetween(86, 100));
    }
}
