package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.compare.Obstacle;
import weighbridge.figure.Figure;

class ObstacleWordsTest {
    @Test
    void eachKindHasItsWords() {
        Obstacle few = new Obstacle.TooFewRounds(6, 3);

        assertThat(words(new Obstacle.CutOff("B"))).isEqualTo("B ended early or could not be saved");
        assertThat(words(new Obstacle.Difference("calls", "800", "2000"))).isEqualTo("calls: 800 in A, 2000 in C");
        assertThat(words(new Obstacle.Difference("kernel", null, "6.1"))).isEqualTo("kernel: unknown in A, 6.1 in C");
        assertThat(words(new Obstacle.NoCommonTarget())).isEqualTo("the runs share no target");
        assertThat(words(few)).isEqualTo("needs six rounds in each run, got 6 and 3");
        assertThat(words(new Obstacle.TooFewRounds(1, 1))).isEqualTo("needs six rounds in each run, got 1");
        assertThat(words(new Obstacle.OtherCompany()))
                .isEqualTo("the runs have different targets, and a start may depend on those beside it");
        assertThat(words(new Obstacle.NotInEveryRound())).isEqualTo("not every round has a value");
        assertThat(words(new Obstacle.Zero())).isEqualTo("a value of 0 has no ratio");
        assertThat(words(new Obstacle.OfTarget(
                        "one",
                        List.of(
                                new Obstacle.Lost(List.of(Figure.SECONDS_PER_CALL, Figure.P50_MILLIS), few),
                                new Obstacle.Zero()))))
                .isEqualTo(
                        "one: seconds/call, p50: needs six rounds in each run, got 6 and 3; a value of 0 has no ratio");
    }

    private static String words(Obstacle obstacle) {
        return ObstacleWords.of(obstacle, "C");
    }
}
