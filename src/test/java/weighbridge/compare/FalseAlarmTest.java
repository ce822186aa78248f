package weighbridge.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weighbridge.figure.Figure;
import weighbridge.statistics.PairedRatio;

/** Whether the verdicts keep what they promise, held against rounds of which the truth is known. */
class FalseAlarmTest {
    private static final Figure FIGURE = Figure.SECONDS_PER_CALL;
    private static final int ROUNDS = 6;

    private final Random random = new Random(20261123);

    @Test
    void equalServersAreSeldomBetterOrWorse() {
        assertThat(2000 - count(2000, ChangeVerdict.SAME, 1, 0.05, true)).isLessThanOrEqualTo(10);
    }

    /** Then only the interval and the threshold are left to guard. */
    @Test
    void norAreTheyWhereNoTargetWasEnteredTwice() {
        assertThat(2000 - count(2000, ChangeVerdict.SAME, 1, 0.05, false)).isLessThanOrEqualTo(100);
    }

    @Test
    void aFifthMoreIsFound() {
        assertThat(count(200, ChangeVerdict.WORSE, 1.2, 0.03, true)).isGreaterThanOrEqualTo(195);
    }

    @Test
    void aSixthLessIsFound() {
        assertThat(count(200, ChangeVerdict.BETTER, 1 / 1.2, 0.03, true)).isGreaterThanOrEqualTo(195);
    }

    /**
     * How many of these comparisons come to this verdict.
     *
     * @param times what the second run is of the first, in truth
     * @param spread standard deviation of the logarithms of rounds
     * @param twice whether each run has entered its target twice
     */
    private long count(int trials, ChangeVerdict verdict, double times, double spread, boolean twice) {
        return IntStream.range(0, trials)
                .filter(trial -> verdict(times, spread, twice) == verdict)
                .count();
    }

    private ChangeVerdict verdict(double times, double spread, boolean twice) {
        ComparedRun before = run(1, spread, twice);
        return Comparison.of(List.of(before, run(times, spread, twice)), 0.05)
                .others()
                .get(0)
                .targets()
                .get(0)
                .figures()
                .get(0)
                .verdict();
    }

    private ComparedRun run(double times, double spread, boolean twice) {
        double[] rounds = rounds(times, spread);
        Map<Figure, Double> noise = twice ? Map.of(FIGURE, noise(rounds, rounds(times, spread))) : Map.of();
        return Runs.run("run", Map.of("one", Runs.target("1", Map.of(FIGURE, Runs.figure(rounds)))), noise, null);
    }

    /** As a run tells it. */
    private static double noise(double[] one, double[] twin) {
        return PairedRatio.of(one, twin).orElseThrow().logReach();
    }

    private double[] rounds(double times, double spread) {
        return DoubleStream.generate(() -> 0.0003 * times * Math.exp(spread * random.nextGaussian()))
                .limit(ROUNDS)
                .toArray();
    }
}
