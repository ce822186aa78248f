package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.Gap.NoOrder;
import weighbridge.analysis.NoiseAnalysis.Twin;
import weighbridge.analysis.Ranking.NotRanked;
import weighbridge.analysis.Ranking.Pair;
import weighbridge.figure.Figure;

class RankingAnalysisTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private final Map<String, List<Double>> values = new LinkedHashMap<>();
    private final Map<String, Gap> excluded = new LinkedHashMap<>();
    /** One and the same target comes to 1 and to 1.02 times its figure. */
    private List<Twin> again = Collections.nCopies(6, new Twin(1.0, 1.02));

    @Test
    void targetsAreSortedAndEachPairIsTold() {
        values.put("jetty", rounds(1.5, 6));
        values.put("netty", rounds(1, 6));
        values.put("spark", rounds(3, 6));

        Ranking ranking = rank();

        assertThat(ranking.figure()).isEqualTo(Figure.SECONDS_PER_CALL);
        assertThat(ranking.rounds()).isEqualTo(6);
        assertThat(ranking.text()).isEqualTo("netty < jetty < spark");
        assertThat(ranking.order()).containsExactly(List.of("netty"), List.of("jetty"), List.of("spark"));
        assertThat(ranking.pairs())
                .usingRecursiveComparison()
                .withComparatorForType((one, other) -> Math.abs(one - other) < 1e-12 ? 0 : 1, Double.class)
                .isEqualTo(List.of(
                        new Pair("netty", "jetty", 1.5, 1.5, 1.5, true),
                        new Pair("netty", "spark", 3, 3, 3, true),
                        new Pair("jetty", "spark", 2, 2, 2, true)));
        assertThat(ranking.notRanked()).isEmpty();
        assertThat(ranking.reason()).isNull();
    }

    /** All of them 1.01 times, so it is no chance; but a target that is compared with itself does as much. */
    @Test
    void aDifferenceWithinTheNoiseIsATie() {
        values.put("a", rounds(1, 6));
        values.put("b", rounds(1.01, 6));
        values.put("c", rounds(2, 6));

        Ranking ranking = rank();

        assertThat(ranking.text()).isEqualTo("a = b < c");
        assertThat(ranking.order()).containsExactly(List.of("a", "b"), List.of("c"));
        assertThat(ranking.noiseRatio()).isCloseTo(1.02, EXACT);
        assertThat(ranking.pairs().get(0).different()).isFalse();
        assertThat(ranking.pairs().get(0).low()).isCloseTo(1.01, EXACT);
    }

    @Test
    void tiesAreNotTransitive() {
        values.put("a", rounds(1, 6));
        values.put("b", rounds(1.015, 6));
        values.put("c", rounds(1.03, 6));

        assertThat(rank().text()).isEqualTo("a = b = c (a < c)");
    }

    @Test
    void whatMakesARoundSlowForAllMakesNoDifference() {
        values.put("a", List.of(1.0, 2.0, 4.0, 8.0, 16.0, 32.0));
        values.put("b", List.of(1.1, 2.2, 4.4, 8.8, 17.6, 35.2));

        assertThat(rank().text()).isEqualTo("a < b");
        assertThat(rank().pairs().get(0).ratio()).isCloseTo(1.1, EXACT);
    }

    /** The interval of six is from the least to the greatest, that of nine leaves out one at each end. */
    @Test
    void oneRoundThatSaysOtherwiseMakesATieOfSixButNotOfNine() {
        values.put("a", rounds(1, 6));
        values.put("b", withLast(rounds(2, 6), 0.9));
        assertThat(rank().text()).isEqualTo("a = b");
        assertThat(rank().pairs().get(0).low()).isCloseTo(0.9, EXACT);

        values.put("a", rounds(1, 9));
        values.put("b", withLast(rounds(2, 9), 0.9));
        assertThat(rank().text()).isEqualTo("a < b");
    }

    @Test
    void theNoiseIsTheGreatestDifferenceOfSixAndLessOfNine() {
        values.put("a", rounds(1, 9));
        values.put("b", rounds(1.4, 9));

        again = withLast(Collections.nCopies(6, new Twin(1.0, 1.02)), new Twin(1.5, 1.0));
        assertThat(rank().noiseRatio()).isCloseTo(1.5, EXACT);
        assertThat(rank().text()).isEqualTo("a = b");

        again = withLast(Collections.nCopies(9, new Twin(1.0, 1.02)), new Twin(1.5, 1.0));
        assertThat(rank().noiseRatio()).isCloseTo(1.02, EXACT);
        assertThat(rank().text()).isEqualTo("a < b");
    }

    @Test
    void equalTargetsAreATieWithoutAnyNoiseToo() {
        again = Collections.nCopies(6, new Twin(1.0, 1.0));
        values.put("a", rounds(1, 6));
        values.put("b", rounds(1, 6));

        assertThat(rank().text()).isEqualTo("a = b");
        assertThat(rank().noiseRatio()).isOne();
        assertThat(rank().pairs()).containsExactly(new Pair("a", "b", 1, 1, 1, false));
    }

    @Test
    void moreIsBetterForSuccess() {
        values.put("a", rounds(0.5, 6));
        values.put("b", rounds(1, 6));

        Ranking ranking = RankingAnalysis.of(Figure.SUCCESS_RATIO, values, NoiseAnalysis.ratio(again), excluded);

        assertThat(ranking.text()).isEqualTo("b < a");
        assertThat(ranking.pairs().get(0).better()).isEqualTo("b");
        assertThat(ranking.pairs().get(0).ratio()).isCloseTo(2, EXACT);
    }

    /** In the slow rounds, which only b has, its median is lost; in those that both have it is better each time. */
    @Test
    void onlyRoundsThatBothHaveSayWhoIsBetter() {
        values.put("a", concat(rounds(2.2, 6), missing(6)));
        values.put("b", concat(rounds(2, 6), rounds(20, 6)));

        assertThat(rank().text()).isEqualTo("b < a");
    }

    @Test
    void aTargetWithoutSixValuesIsNotRanked() {
        values.put("a", rounds(1, 7));
        values.put("b", missing(7));
        values.put("c", concat(rounds(1, 5), missing(2)));
        values.put("d", concat(rounds(3, 5), List.of(0.0, -1.0)));
        values.put("e", rounds(2, 7));

        Ranking ranking = rank();

        assertThat(ranking.text()).isEqualTo("a < e");
        assertThat(ranking.notRanked())
                .containsExactly(
                        new NotRanked("b", new Gap.NoValue()),
                        new NotRanked("c", new Gap.FewValues(5, 7)),
                        new NotRanked("d", new Gap.FewValues(5, 7)));
    }

    @Test
    void aTargetWithoutSixRoundsInCommonWithAnotherIsNotRanked() {
        values.put("a", concat(rounds(1, 7), missing(3)));
        values.put("b", concat(missing(4), rounds(2, 6)));
        values.put("c", rounds(3, 10));

        Ranking ranking = rank();

        assertThat(ranking.text()).isEqualTo("a < c");
        assertThat(ranking.notRanked()).containsExactly(new NotRanked("b", new Gap.FewCommonRounds(3, 10, "a")));
    }

    @Test
    void whoMustNotBeRankedIsNot() {
        values.put("a", rounds(1, 6));
        values.put("b", rounds(2, 6));
        values.put("c", rounds(3, 6));
        excluded.put("b", new Gap.AtFloor(6, 6));

        assertThat(rank().text()).isEqualTo("a < c");
        assertThat(rank().pairs()).hasSize(1);
        assertThat(rank().notRanked()).containsExactly(new NotRanked("b", new Gap.AtFloor(6, 6)));
    }

    @Test
    void underSixRoundsThereIsNoRanking() {
        values.put("a", rounds(1, 5));
        values.put("b", rounds(2, 5));

        assertNone(NoOrder.FEW_ROUNDS);
        assertThat(rank().notRanked()).isEmpty();
    }

    @Test
    void aSingleTargetIsNotRanked() {
        assertNone(NoOrder.ONE_TARGET);
        values.put("a", rounds(1, 6));
        assertNone(NoOrder.ONE_TARGET);
    }

    @Test
    void whereOneTargetIsLeftThereIsNoRanking() {
        values.put("a", rounds(1, 6));
        values.put("b", missing(6));

        assertNone(NoOrder.FEW_TARGETS);
        assertThat(rank().notRanked()).containsExactly(new NotRanked("b", new Gap.NoValue()));
    }

    @Test
    void withoutTheNoiseThereIsNoRanking() {
        values.put("a", rounds(1, 7));
        values.put("b", rounds(2, 7));
        again = new ArrayList<>(Collections.nCopies(5, new Twin(1.0, 1.0)));
        again.add(new Twin(null, 1.0));
        again.add(new Twin(1.0, 0.0));

        assertNone(NoOrder.NO_NOISE);
        assertThat(rank().noiseRatio()).isNull();
    }

    @Test
    void allTargetsHaveTheSameRounds() {
        values.put("a", rounds(1, 6));
        values.put("b", rounds(1, 7));

        assertThatThrownBy(this::rank)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[6, 7]");
    }

    @Test
    void aTargetAtTheFloorInHalfOfItsRoundsIsNotRankedByTime() {
        assertThat(RankingAnalysis.floorReason(Arrays.asList(true, false, null, true, false, null, true, false)))
                .contains(new Gap.AtFloor(3, 6));
        assertThat(RankingAnalysis.floorReason(List.of(true, false, true, false, false)))
                .isEmpty();
        assertThat(RankingAnalysis.floorReason(Arrays.asList(null, null))).isEmpty();
    }

    private void assertNone(NoOrder reason) {
        Ranking ranking = rank();

        assertThat(ranking.reason()).isEqualTo(reason);
        assertThat(ranking.text()).isNull();
        assertThat(ranking.order()).isEmpty();
        assertThat(ranking.pairs()).isEmpty();
    }

    private Ranking rank() {
        return RankingAnalysis.of(Figure.SECONDS_PER_CALL, values, NoiseAnalysis.ratio(again), excluded);
    }

    private static List<Double> rounds(double value, int rounds) {
        return Collections.nCopies(rounds, value);
    }

    private static List<Double> missing(int rounds) {
        return Collections.nCopies(rounds, null);
    }

    private static List<Double> concat(List<Double> first, List<Double> second) {
        List<Double> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private static <T> List<T> withLast(List<T> all, T last) {
        List<T> changed = new ArrayList<>(all);
        changed.set(all.size() - 1, last);
        return changed;
    }
}
