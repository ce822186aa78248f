package weighbridge.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.analysis.ExitStatus;
import weighbridge.analysis.Finding;
import weighbridge.analysis.Remark;
import weighbridge.figure.Figure;
import weighbridge.render.CompareText;

class ComparisonTest {
    private static final Remark FAULT = new Remark(new Finding.RunCutOff(), null, 1, 1, 1);

    private static final double THRESHOLD = 0.05;

    private final ComparedRun before = of(1, 1, Map.of(), null);

    @Test
    void aRunIsTheSameAsItself() {
        Comparison comparison = compare(before, before);

        assertThat(comparison.status()).isEqualTo(ExitStatus.DONE);
        assertThat(comparison.count(ChangeVerdict.SAME)).isEqualTo(9);
        assertThat(comparison.count(ChangeVerdict.NOT_JUDGED)).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"1.2, 1, PROMISE_BROKEN", "0.8, 1, DONE", "1, 0.9, PROMISE_BROKEN", "1, 1, DONE"})
    void theExitStatusTellsThatSomethingGotWorse(double times, double success, ExitStatus expected) {
        assertThat(compare(before, of(times, success, Map.of(), null)).status()).isEqualTo(expected);
    }

    @Test
    void everyFurtherRunIsHeldAgainstTheFirst() {
        ComparedRun slower = of(1.2, 1, Map.of(), null);

        Comparison comparison = compare(before, before, slower, slower);

        assertThat(comparison.others()).extracting(RunComparison::letter).containsExactly("B", "C", "D");
        assertThat(comparison.count(ChangeVerdict.WORSE)).isEqualTo(2 * 5);
    }

    /** The greatest of both runs' noise and, for what is made of time, of what the machine itself changed. */
    @ParameterizedTest
    @CsvSource({
        "0.02, 0.03, 0.0001, 0.0001, P50_MILLIS, 0.03",
        "0.03, 0.02, 0.0001, 0.0001, P50_MILLIS, 0.03",
        "0.02, 0.03, 0.0001, 0.0002, P50_MILLIS, 0.693147",
        "0.02, 0.03, 0.0002, 0.0001, STARTUP_MILLIS, 0.693147",
        "0.02, 0.03, 0.0002, 0.0001, PEAK_RSS_BYTES, 0.03",
        "0.02, 0.03, 0.0002, 0.0001, SUCCESS_RATIO, 0.02",
        "    ,     , 0.0002, 0.0001, SECONDS_PER_CALL, 0.693147",
        "    ,     , 0.0002, 0.0001, PEAK_RSS_BYTES, ",
        "    , 0.03, 0.0002,       , SECONDS_PER_CALL, 0.03",
        "    ,     ,       ,       , SECONDS_PER_CALL, "
    })
    void theNoise(Double a, Double b, Double floorA, Double floorB, Figure figure, Double expected) {
        Double noise = DetectionLimits.between(
                        of(1, 1, noise(figure, a), floorA), of(1, 1, noise(figure, b), floorB), THRESHOLD)
                .noise()
                .get(figure);

        if (expected == null) {
            assertThat(noise).isNull();
        } else {
            assertThat(noise).isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void aMachineThatGotSlowerMakesNoTargetWorse() {
        ComparedRun slower = of(1.2, 1, Map.of(), 0.000125);

        assertThat(compare(of(1, 1, Map.of(), 0.0001), slower).status()).isEqualTo(ExitStatus.DONE);
        assertThat(compare(of(1, 1, Map.of(), 0.000125), slower).status()).isEqualTo(ExitStatus.PROMISE_BROKEN);
    }

    /** Who can see nothing must not say that nothing changed. */
    @ParameterizedTest
    @CsvSource({"1.7, NOT_VALID", "0.6, DONE"})
    void noiseInWhichNotEvenADoublingIsSeenIsNoSuccess(double noise, ExitStatus expected) {
        Map<Figure, Double> ofTime =
                Map.of(Figure.SECONDS_PER_CALL, noise, Figure.P50_MILLIS, noise, Figure.P99_MILLIS, noise);

        Comparison comparison = compare(before, of(1, 1, ofTime, null));

        assertThat(comparison.status()).isEqualTo(expected);
        assertThat(CompareText.format(comparison, false)
                        .contains("not comparable: too noisy: not even a doubling of"
                                + " seconds/call, p50, p99 would be seen; fix: use more rounds or a quieter machine"))
                .isEqualTo(expected == ExitStatus.NOT_VALID);
    }

    /** Where one of them tells, that is enough. */
    @Test
    void oneFigureOfTimeThatIsQuietIsEnough() {
        Map<Figure, Double> ofTime =
                Map.of(Figure.SECONDS_PER_CALL, 1.7, Figure.P50_MILLIS, 0.1, Figure.P99_MILLIS, 1.7);

        assertThat(compare(before, of(1, 1, ofTime, null)).status()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void otherConditionsAreNamedWithBothValues() {
        Comparison comparison =
                compare(before, Runs.with(Runs.with(before, "calls", "2000"), "net.core.somaxconn", "4096"));

        assertThat(comparison.others().get(0).gaps())
                .containsExactlyInAnyOrder(
                        new Obstacle.Difference("calls", "800", "2000"),
                        new Obstacle.Difference("net.core.somaxconn", null, "4096"));
        assertThat(comparison.others().get(0).targets()).isEmpty();
        assertThat(comparison.status()).isEqualTo(ExitStatus.NOT_VALID);
    }

    @Test
    void aTargetThatWasCalledInAnotherWayIsLeftOutAlone() {
        ComparedTarget target = Runs.target("1", Runs.figures(1, 1));
        ComparedTarget kept = new ComparedTarget("1", Map.of("keep-alive", "true"), Runs.figures(1.5, 1));
        ComparedRun a = Runs.run("a", Map.of("one", target, "two", target), Map.of(), null);
        ComparedRun b = Runs.run("b", Map.of("one", target, "two", kept), Map.of(), null);

        RunComparison other = compare(a, b).others().get(0);

        assertThat(other.gaps())
                .containsExactly(
                        new Obstacle.OfTarget("two", List.of(new Obstacle.Difference("keep-alive", "false", "true"))));
        assertThat(other.targets())
                .filteredOn(one -> one.name().equals("one"))
                .singleElement()
                .satisfies(one -> assertThat(one.figures()).hasSize(16));
    }

    @Test
    void aRunThatWasCutOffIsNotCompared() {
        ComparedRun cutOff =
                new ComparedRun("b", false, List.of(FAULT), before.conditions(), before.targets(), Map.of(), null);

        assertThat(compare(before, cutOff).others().get(0).gaps()).containsExactly(new Obstacle.CutOff("B"));
        assertThat(compare(cutOff, before).others().get(0).gaps()).containsExactly(new Obstacle.CutOff("A"));
        assertThat(compare(before, cutOff).status()).isEqualTo(ExitStatus.NOT_VALID);
    }

    @Test
    void aRunThatIsNotValidIsComparedAllTheSame() {
        ComparedRun invalid =
                new ComparedRun("b", true, List.of(FAULT), before.conditions(), before.targets(), Map.of(), null);

        assertThat(compare(before, invalid).status()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void targetsOfOneRunOnlyAreSaidAndLeaveStartUpOut() {
        ComparedTarget target = Runs.target("1", Runs.figures(1, 1));
        ComparedRun two = Runs.run("b", Map.of("one", target, "two", target), Map.of(), null);

        RunComparison other = compare(before, two).others().get(0);

        assertThat(other.onlyInBaseline()).isEmpty();
        assertThat(other.onlyHere()).containsExactly("two");
        assertThat(other.gaps()).isEmpty();
        assertThat(other.targets().get(0).figures())
                .filteredOn(figure -> figure.verdict() == ChangeVerdict.NOT_COMPARABLE)
                .extracting(FigureComparison::figure)
                .containsExactly(Figure.STARTUP_MILLIS);
    }

    @Test
    void runsWithoutACommonTargetAreNotComparable() {
        ComparedRun other = Runs.run("b", Map.of("two", before.targets().get("one")), Map.of(), null);

        assertThat(compare(before, other).status()).isEqualTo(ExitStatus.NOT_VALID);
    }

    /** It has success in all rounds, and times in too few: what it loses must not hide what it takes. */
    @Test
    void aTargetThatHasBegunToLoseCallsDoesNotPass() {
        ComparedTarget lossy = Runs.target(
                "2",
                Map.of(
                        Figure.SUCCESS_RATIO, Runs.figure(0.98, 0.98, 0.98, 1, 1, 1),
                        Figure.SECONDS_PER_CALL, Runs.figure(1, 1, 1),
                        Figure.P50_MILLIS, Runs.figure(1, 1, 1)));

        Comparison comparison = compare(before, Runs.run("b", Map.of("one", lossy), Map.of(), null));

        assertThat(comparison.others().get(0).gaps())
                .singleElement(type(Obstacle.OfTarget.class))
                .satisfies(gap -> assertThat(gap.why())
                        .first()
                        .isEqualTo(new Obstacle.Lost(
                                List.of(Figure.SECONDS_PER_CALL, Figure.P50_MILLIS), new Obstacle.TooFewRounds(6, 3))));
        assertThat(comparison.status()).isEqualTo(ExitStatus.NOT_VALID);
    }

    /** One that does not start any more has no figure that could be worse, and must not pass for that. */
    @Test
    void aTargetThatHasLostItsFiguresDoesNotPass() {
        ComparedRun dead = Runs.run("b", Map.of("one", Runs.target("2", Map.of())), Map.of(), null);

        Comparison comparison = compare(before, dead);

        assertThat(comparison.others().get(0).gaps())
                .containsExactly(new Obstacle.OfTarget("one", List.of(new Obstacle.TooFewRounds(6, 0))));
        assertThat(comparison.status()).isEqualTo(ExitStatus.NOT_VALID);
    }

    @Test
    void aTargetThatNeverHadAnyIsNoReasonToFail() {
        ComparedTarget target = Runs.target("1", Runs.figures(1, 1));
        ComparedRun run = Runs.run("a", Map.of("one", target, "dead", Runs.target("1", Map.of())), Map.of(), null);

        assertThat(compare(run, run).status()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void worseComesBeforeNotComparable() {
        ComparedRun slower = of(1.2, 1, Map.of(), null);

        assertThat(compare(before, Runs.with(before, "calls", "1"), slower).status())
                .isEqualTo(ExitStatus.PROMISE_BROKEN);
    }

    @Test
    void roundsWithFailedCallsAreCounted() {
        ComparedTarget target =
                Runs.target("1", Map.of(Figure.SUCCESS_RATIO, Runs.figure(1.0, 0.9, Runs.GAP, 1.0, 1.0, 1.0, 1.0)));

        assertThat(target.rounds()).isEqualTo(7);
        assertThat(target.roundsWithFailures()).isEqualTo(2);
    }

    @Test
    void thereIsALetterForEachRun() {
        Comparison most = Comparison.of(Collections.nCopies(26, before), THRESHOLD);

        assertThat(most.others().get(24).letter()).isEqualTo("Z");
        assertThatIllegalArgumentException().isThrownBy(() -> compare(before));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(Collections.nCopies(27, before), THRESHOLD));
    }

    private static Comparison compare(ComparedRun... runs) {
        return Comparison.of(List.of(runs), THRESHOLD);
    }

    private static ComparedRun of(double times, double success, Map<Figure, Double> noise, Double floor) {
        return Runs.run("run", Map.of("one", Runs.target("1", Runs.figures(times, success))), noise, floor);
    }

    private static Map<Figure, Double> noise(Figure figure, Double noise) {
        return noise == null ? Map.of() : Map.of(figure, noise);
    }
}
