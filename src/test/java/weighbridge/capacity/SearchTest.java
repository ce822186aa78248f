package weighbridge.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weighbridge.capacity.Bracket.Trial;
import weighbridge.capacity.Search.Step;
import weighbridge.workload.Purpose;

class SearchTest {
    private static final Duration CONFIRM = Duration.ofSeconds(30);
    private static final double NO_CEILING = Double.POSITIVE_INFINITY;
    private static final int MOST_PROBES = 25;
    private static final int MOST_NOISY_PROBES = 40;

    private final Search search = new Search(299, CONFIRM);

    /** 400 capacities from 3 to 30,000 calls a second, evenly by their ratio. */
    private static DoubleStream capacities() {
        return IntStream.range(0, 400).mapToDouble(index -> 3 * Math.pow(10_000, index / 399.0));
    }

    @Test
    void theBracketContainsTheTruth() {
        capacities().forEach(capacity -> {
            List<Trial> tried = simulate(capacity, NO_CEILING, 0, 1);

            Bracket bracket = Bracket.of(tried);
            assertThat(bracket.low()).as("of %f", capacity).isLessThanOrEqualTo(capacity);
            assertThat(bracket.high()).as("of %f", capacity).isGreaterThan(capacity);
            assertThat(bracket.high() / bracket.low()).as("of %f", capacity).isLessThanOrEqualTo(1.05);
            assertThat(bracket.limit()).isEqualTo(StepVerdict.BROKEN);
            assertThat(tried).hasSizeLessThanOrEqualTo(MOST_PROBES);
        });
    }

    /** Where the generator gives up before the server does, that is what is found. */
    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.5, 0.9, 1.1, 2, 50})
    void aCeilingOfTheGeneratorIsTheLimitWhereItIsLower(double share) {
        capacities().filter(capacity -> capacity * share >= 100).forEach(capacity -> {
            double truth = capacity * Math.min(1, share);

            Bracket bracket = Bracket.of(simulate(capacity, capacity * share, 0, 1));

            assertThat(bracket.low()).isLessThanOrEqualTo(truth);
            assertThat(bracket.high()).isGreaterThan(truth);
            boolean byGenerator = bracket.high() > capacity * share;
            assertThat(bracket.limit()).isEqualTo(byGenerator ? StepVerdict.INCONCLUSIVE : StepVerdict.BROKEN);
            // The capacity is above both ends then, and no more is said of it by narrowing them.
            assertThat(bracket.high() / bracket.low()).isLessThanOrEqualTo(byGenerator ? 1.2 : 1.05);
        });
    }

    /** Then it has nothing to say of servers. */
    @Test
    void aGeneratorThatCannotMakeEvenFewCallsEndsTheSearch() {
        List<Trial> tried = simulate(1000, 49, 0, 1);

        assertThat(tried).hasSize(11); // each twice: 400, 200, 100 and 50, which is asked thrice again
        assertThat(Bracket.of(tried)).isEqualTo(new Bracket(null, 50.0, StepVerdict.INCONCLUSIVE));
    }

    /** What was laid to the generator until then was a busy moment's, at each rate. */
    @Test
    void aGeneratorThatGetsWellAgainIsAskedAllAnew() {
        List<Trial> tried = new ArrayList<>(List.of(new Trial(400, StepVerdict.KEPT)));
        for (double rate : new double[] {800, 566, 476}) {
            assertThat(next(tried).callsPerSecond()).isEqualTo(rate);
            tried.add(new Trial(rate, StepVerdict.INCONCLUSIVE));
            tried.add(new Trial(rate, StepVerdict.INCONCLUSIVE));
        }
        assertThat(Bracket.of(tried)).isEqualTo(new Bracket(400.0, 476.0, StepVerdict.INCONCLUSIVE));

        assertThat(next(tried)).isEqualTo(new Step(476, Duration.ofSeconds(10), Purpose.NARROW));
        tried.add(new Trial(476, StepVerdict.KEPT));
        assertThat(Bracket.of(tried)).isEqualTo(new Bracket(400.0, 476.0, StepVerdict.INCONCLUSIVE));
        assertThat(next(tried)).isEqualTo(new Step(476, Duration.ofSeconds(10), Purpose.NARROW));
        tried.add(new Trial(476, StepVerdict.KEPT));
        assertThat(Bracket.of(tried)).isEqualTo(new Bracket(476.0, null, null));
        assertThat(next(tried).callsPerSecond()).isEqualTo(952);
    }

    @Test
    void aGeneratorThatStaysUnwellIsAskedFiveTimes() {
        List<Trial> tried = new ArrayList<>(List.of(new Trial(400, StepVerdict.KEPT)));
        for (double rate : new double[] {800, 566, 476}) {
            tried.add(new Trial(rate, StepVerdict.INCONCLUSIVE));
            tried.add(new Trial(rate, StepVerdict.INCONCLUSIVE));
        }
        for (int again = 0; again < 3; again++) {
            assertThat(next(tried).callsPerSecond()).isEqualTo(476);
            tried.add(new Trial(476, StepVerdict.INCONCLUSIVE));
        }

        assertThat(search.next(tried)).isEmpty();
        assertThat(Bracket.of(tried)).isEqualTo(new Bracket(400.0, 476.0, StepVerdict.INCONCLUSIVE));
    }

    /** It was decided for the generator there, too, where each probe said something else. */
    @Test
    void aRateOfWhichEachProbeSaidSomethingElsePassesLikewise() {
        List<Trial> tried = new ArrayList<>(List.of(
                new Trial(400, StepVerdict.KEPT),
                new Trial(800, StepVerdict.INCONCLUSIVE),
                new Trial(800, StepVerdict.INCONCLUSIVE),
                new Trial(566, StepVerdict.BROKEN),
                new Trial(566, StepVerdict.INCONCLUSIVE),
                new Trial(566, StepVerdict.KEPT)));
        assertThat(Bracket.of(tried)).isEqualTo(new Bracket(400.0, 566.0, StepVerdict.INCONCLUSIVE));

        tried.add(new Trial(566, StepVerdict.KEPT));

        assertThat(Bracket.of(tried)).isEqualTo(new Bracket(566.0, null, null));
    }

    @Test
    void aRateAboveOneThatIsNotHeldIsNotAskedAboutAgain() {
        List<Trial> tried = List.of(
                new Trial(400, StepVerdict.KEPT),
                new Trial(800, StepVerdict.BROKEN),
                new Trial(566, StepVerdict.BROKEN),
                new Trial(566, StepVerdict.BROKEN));

        assertThat(next(tried).callsPerSecond()).isEqualTo(476);
    }

    /** Only in the short steps, in which it still compiled. */
    @Test
    void aHighEndOfShortStepsIsTriedForLonger() {
        List<Trial> tried = new ArrayList<>(List.of(
                new Trial(400, StepVerdict.KEPT, true),
                new Trial(800, StepVerdict.BROKEN, true),
                new Trial(800, StepVerdict.BROKEN, true)));
        assertThat(Bracket.of(tried)).isEqualTo(new Bracket(400.0, 800.0, StepVerdict.BROKEN));

        assertThat(next(tried)).isEqualTo(new Step(800, Duration.ofSeconds(10), Purpose.NARROW));
        List<Trial> held = new ArrayList<>(tried);
        held.add(new Trial(800, StepVerdict.KEPT));
        assertThat(Bracket.of(held)).isEqualTo(new Bracket(800.0, null, null));
        assertThat(next(held)).isEqualTo(new Step(1600, Duration.ofSeconds(3), Purpose.BRACKET));

        tried.add(new Trial(800, StepVerdict.BROKEN));
        assertThat(next(tried)).isEqualTo(new Step(800, Duration.ofSeconds(10), Purpose.NARROW));
        tried.add(new Trial(800, StepVerdict.BROKEN));
        assertThat(Bracket.of(tried)).isEqualTo(new Bracket(400.0, 800.0, StepVerdict.BROKEN));
        assertThat(next(tried).callsPerSecond()).isEqualTo(566);
    }

    @Test
    void aSmallerBoxBeginsWithASixteenthOfWhatTheLargerOneHeld() {
        assertThat(search.inSmallerBox(60_888.0).next(List.of()))
                .contains(new Step(3806, Duration.ofSeconds(3), Purpose.BRACKET));
        assertThat(search.inSmallerBox(800.0).next(List.of()).orElseThrow().callsPerSecond())
                .isEqualTo(400);
        assertThat(search.inSmallerBox(null)).isEqualTo(search);
    }

    /** What the server itself broke stays. */
    @Test
    void aServerThatBreaksItsPromiseIsNotAskedAgain() {
        List<Trial> tried = new ArrayList<>(List.of(new Trial(400, StepVerdict.KEPT)));
        for (double rate : new double[] {800, 566, 476, 436, 418, 409}) {
            tried.add(new Trial(rate, StepVerdict.BROKEN));
            tried.add(new Trial(rate, StepVerdict.BROKEN));
        }

        assertThat(search.next(tried)).isEmpty();
    }

    /**
     * A busy machine breaks a promise that the server would have kept; it never keeps one that the server breaks. A rate is given up
     * wrongly by two such probes out of three: 0.1 · (1 − 0.9²) = 1.9 % of the rates below the truth, of which there are a dozen.
     */
    @Test
    void aProbeInTenThatABusyMachineBreaksHardlyMoves() {
        int[] right = new int[1];
        capacities().forEach(capacity -> {
            List<Trial> tried = simulate(capacity, NO_CEILING, 0.1, Double.doubleToLongBits(capacity));

            Bracket bracket = Bracket.of(tried);
            assertThat(tried).hasSizeLessThanOrEqualTo(MOST_NOISY_PROBES);
            assertThat(bracket.low()).isLessThanOrEqualTo(capacity);
            assertThat(bracket.high() / bracket.low()).isLessThanOrEqualTo(1.05);
            right[0] += bracket.high() > capacity ? 1 : 0;
        });
        assertThat(right[0]).isGreaterThan(340); // of 400
    }

    @Test
    void noRateBelowOneCallASecondIsTried() {
        for (double capacity : new double[] {0, 0.5, 0.99}) {
            List<Trial> tried = simulate(capacity, NO_CEILING, 0, 1);

            assertThat(tried).extracting(Trial::callsPerSecond).allMatch(rate -> rate >= 1);
            assertThat(Bracket.of(tried).low()).isNull();
            assertThat(Bracket.of(tried).high()).isLessThan(2);
        }
    }

    /** Where rates are told with two decimals a bracket of 3 % still has a middle. */
    @Test
    void aSlowServerIsBracketedAsNarrowly() {
        for (double capacity = 1.6; capacity < 12; capacity += 0.013) {
            Bracket bracket = Bracket.of(simulate(capacity, NO_CEILING, 0, 1));

            assertThat(bracket.low()).isLessThanOrEqualTo(capacity);
            assertThat(bracket.high()).isGreaterThan(capacity);
            assertThat(bracket.high() / bracket.low()).as("of %f", capacity).isLessThanOrEqualTo(1.03);
        }
    }

    @Test
    void aServerThatHoldsEverythingEndsTheSearch() {
        List<Trial> tried = simulate(1e12, NO_CEILING, 0, 1);

        assertThat(Bracket.of(tried)).isEqualTo(new Bracket(819_200.0, null, null));
        assertThat(tried).hasSize(12);
    }

    @Test
    void stepsDoubleAndThenGoToTheGeometricMiddle() {
        List<Trial> tried = new ArrayList<>();

        assertThat(next(tried)).isEqualTo(new Step(400, Duration.ofMillis(5980), Purpose.BRACKET));
        tried.add(new Trial(400, StepVerdict.KEPT, true));
        assertThat(next(tried)).isEqualTo(new Step(800, Duration.ofSeconds(3), Purpose.BRACKET));
        tried.add(new Trial(800, StepVerdict.BROKEN, true));
        assertThat(next(tried)).isEqualTo(new Step(800, Duration.ofSeconds(3), Purpose.BRACKET));
        tried.add(new Trial(800, StepVerdict.KEPT, true));
        assertThat(next(tried)).as("one of each").isEqualTo(new Step(800, Duration.ofSeconds(3), Purpose.BRACKET));
        tried.add(new Trial(800, StepVerdict.BROKEN, true));
        assertThat(next(tried)).as("for longer").isEqualTo(new Step(800, Duration.ofSeconds(10), Purpose.NARROW));
        tried.add(new Trial(800, StepVerdict.BROKEN));
        tried.add(new Trial(800, StepVerdict.BROKEN));
        assertThat(next(tried)).isEqualTo(new Step(566, Duration.ofSeconds(10), Purpose.NARROW));
        tried.add(new Trial(566, StepVerdict.KEPT));
        assertThat(next(tried)).isEqualTo(new Step(673, Duration.ofSeconds(10), Purpose.NARROW));
        assertThat(Bracket.of(tried)).isEqualTo(new Bracket(566.0, 800.0, StepVerdict.BROKEN));
    }

    /** Of two that say the same, and of three that all say something else nothing of the server. */
    @ParameterizedTest
    @CsvSource({
        "BROKEN INCONCLUSIVE, ",
        "BROKEN KEPT, ",
        "INCONCLUSIVE KEPT, ",
        "BROKEN BROKEN, BROKEN",
        "INCONCLUSIVE INCONCLUSIVE, INCONCLUSIVE",
        "BROKEN INCONCLUSIVE BROKEN, BROKEN",
        "BROKEN INCONCLUSIVE INCONCLUSIVE, INCONCLUSIVE",
        "INCONCLUSIVE BROKEN KEPT, INCONCLUSIVE",
        "BROKEN UNJUDGED, ",
        "BROKEN UNJUDGED UNJUDGED, "
    })
    void aRateIsDecidedByTwoOfThree(String verdicts, StepVerdict decided) {
        List<Trial> tried = Arrays.stream(verdicts.split(" "))
                .map(verdict -> new Trial(100, StepVerdict.valueOf(verdict)))
                .toList();

        assertThat(Bracket.of(tried)).isEqualTo(new Bracket(null, decided == null ? null : 100.0, decided));
    }

    @ParameterizedTest
    @ValueSource(strings = {"KEPT", "KEPT BROKEN BROKEN", "BROKEN KEPT KEPT", "INCONCLUSIVE KEPT UNJUDGED KEPT"})
    void aRateThatIsHeldIsHeld(String verdicts) {
        assertThat(Bracket.of(Arrays.stream(verdicts.split(" "))
                        .map(verdict -> new Trial(100, StepVerdict.valueOf(verdict)))
                        .toList()))
                .isEqualTo(new Bracket(100.0, null, null));
    }

    @Test
    void aProbeIsLongEnoughForItsPromises() {
        List<Trial> tried = new ArrayList<>();
        for (double rate : new double[] {100, 50, 25, 12.5}) {
            tried.add(new Trial(rate, StepVerdict.BROKEN));
            tried.add(new Trial(rate, StepVerdict.BROKEN));
        }

        assertThat(next(tried)).isEqualTo(new Step(6.25, Duration.ofMillis(47_840), Purpose.BRACKET)); // 299 ÷ 6.25
        assertThat(new Search(1, CONFIRM).next(tried).orElseThrow().length()).isEqualTo(Duration.ofSeconds(3));
    }

    /** A run that was ended says nothing of the rate that was tried last. */
    @Test
    void aProbeThatSaysNothingDecidesNothing() {
        assertThat(Bracket.of(List.of(
                        new Trial(400, StepVerdict.KEPT),
                        new Trial(800, StepVerdict.BROKEN),
                        new Trial(800, StepVerdict.UNJUDGED))))
                .isEqualTo(new Bracket(400.0, null, null));
    }

    /** It broke the higher one with a generator that was well: what is said of the one between is said of a busy moment. */
    @Test
    void anInconclusiveRateBelowABrokenOneDoesNotMakeTheGeneratorTheLimit() {
        List<Trial> tried = new ArrayList<>(List.of(
                new Trial(33_199, StepVerdict.KEPT),
                new Trial(36_204, StepVerdict.BROKEN),
                new Trial(36_204, StepVerdict.BROKEN),
                new Trial(34_669, StepVerdict.INCONCLUSIVE),
                new Trial(34_669, StepVerdict.BROKEN),
                new Trial(34_669, StepVerdict.KEPT)));

        assertThat(Bracket.of(tried)).isEqualTo(new Bracket(33_199.0, 36_204.0, StepVerdict.BROKEN));
        assertThat(next(tried).callsPerSecond()).as("once more").isEqualTo(34_669);
        tried.add(new Trial(34_669, StepVerdict.INCONCLUSIVE));
        tried.add(new Trial(34_669, StepVerdict.INCONCLUSIVE));
        assertThat(search.next(tried)).as("five are enough").isEmpty();
    }

    /** Nobody says that the server cannot do less. */
    @Test
    void belowAnInconclusiveRateTheSearchGoesOn() {
        List<Trial> tried = new ArrayList<>(List.of(
                new Trial(400, StepVerdict.BROKEN),
                new Trial(400, StepVerdict.BROKEN),
                new Trial(200, StepVerdict.INCONCLUSIVE),
                new Trial(200, StepVerdict.INCONCLUSIVE)));
        for (int more = 0; more < 3; more++) {
            assertThat(next(tried).callsPerSecond()).isEqualTo(200);
            tried.add(new Trial(200, StepVerdict.INCONCLUSIVE));
        }
        assertThat(next(tried).callsPerSecond()).isEqualTo(100);

        List<Trial> between = new ArrayList<>(List.of(
                new Trial(12_800, StepVerdict.KEPT),
                new Trial(25_600, StepVerdict.BROKEN),
                new Trial(25_600, StepVerdict.BROKEN)));
        between.addAll(Collections.nCopies(5, new Trial(18_102, StepVerdict.INCONCLUSIVE)));
        assertThat(next(between).callsPerSecond()).isEqualTo(15_222);
        between.add(new Trial(15_222, StepVerdict.KEPT));
        assertThat(search.next(between)).as("20 % below what nobody knows").isEmpty();
        assertThat(Bracket.of(between)).isEqualTo(new Bracket(15_222.0, 25_600.0, StepVerdict.BROKEN));
    }

    @Test
    void theTimeThatIsLeftGetsLess() {
        List<Trial> tried = new ArrayList<>();
        assertThat(search.left(tried))
                .isEqualTo(Duration.ofSeconds(71)); // seven steps up to 25,600, five halvings: log2(ln 2 ÷ ln 1.03)
        tried.add(new Trial(400, StepVerdict.KEPT));
        assertThat(search.left(tried)).as("it moves").isEqualTo(Duration.ofSeconds(68));
        tried.add(new Trial(800, StepVerdict.BROKEN));
        tried.add(new Trial(800, StepVerdict.BROKEN));
        assertThat(search.left(tried)).isEqualTo(Duration.ofSeconds(50));
        tried.add(new Trial(566, StepVerdict.KEPT));
        assertThat(search.left(tried)).isEqualTo(Duration.ofSeconds(40));
        tried.add(new Trial(580, StepVerdict.BROKEN));
        tried.add(new Trial(580, StepVerdict.BROKEN));
        assertThat(search.left(tried)).isEqualTo(Duration.ZERO);
        assertThat(search.next(tried)).isEmpty();
    }

    private Step next(List<Trial> tried) {
        return search.next(tried).orElseThrow();
    }

    /** A server that holds every rate up to its capacity, and a generator that is well up to its ceiling. */
    private List<Trial> simulate(double capacity, double ceiling, double noise, long seed) {
        Random random = new Random(seed);
        List<Trial> tried = new ArrayList<>();
        Optional<Step> step = search.next(tried);
        while (step.isPresent()) {
            double rate = step.get().callsPerSecond();
            assertThat(rate * step.get().length().toMillis()).isGreaterThan(298.5 * 1000);
            boolean held = rate <= capacity && rate <= ceiling && random.nextDouble() >= noise;
            tried.add(new Trial(
                    rate,
                    held ? StepVerdict.KEPT : rate > ceiling ? StepVerdict.INCONCLUSIVE : StepVerdict.BROKEN,
                    step.get().purpose() == Purpose.BRACKET));
            assertThat(tried).hasSizeLessThan(100);
            step = search.next(tried);
        }
        return tried;
    }
}
