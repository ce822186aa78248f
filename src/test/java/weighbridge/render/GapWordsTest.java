package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weighbridge.analysis.Gap;
import weighbridge.analysis.Gap.NoOrder;
import weighbridge.figure.Figure;
import weighbridge.record.Outcome.Kind;

class GapWordsTest {

    @Test
    void anOrderThatThereIsNotHasItsReason() {
        assertThat(GapWords.of(NoOrder.ONE_TARGET)).isEqualTo("needs at least two targets");
        assertThat(GapWords.of(NoOrder.FEW_ROUNDS)).isEqualTo("needs at least six rounds");
        assertThat(GapWords.of(NoOrder.FEW_TARGETS)).isEqualTo("fewer than two targets can be ranked");
        assertThat(GapWords.of(NoOrder.NO_NOISE))
                .isEqualTo(
                        "A/A noise is unknown: fewer than six rounds have this figure for the target that ran twice");
    }

    @Test
    void aTargetThatIsNotInAnOrderHasItsReason() {
        assertThat(GapWords.of(new Gap.AtFloor(3, 6)))
                .isEqualTo("at the generator floor in 3 of 6 rounds: the generator sets this figure");
        assertThat(GapWords.of(new Gap.NoValue())).isEqualTo("no value in any round");
        assertThat(GapWords.of(new Gap.FewValues(5, 7))).isEqualTo("only 5 of 7 rounds have a value; needs six");
        assertThat(GapWords.of(new Gap.FewCommonRounds(3, 10, "a")))
                .isEqualTo("only 3 of 10 rounds have a value for both it and a; needs six");
    }

    @Test
    void aValueThatIsNotKnownHasItsReason() {
        assertThat(GapWords.of(new Gap.NotInRun())).isEqualTo("the run has no such target");
        assertThat(GapWords.of(new Gap.Failed(Kind.DIED_UNDER_LOAD, "killed"))).isEqualTo("died-under-load: killed");
        assertThat(GapWords.of(new Gap.Failed(Kind.NOT_REACHED, null))).isEqualTo("not-reached");
        assertThat(GapWords.of(new Gap.RoundsMissing(4, 6))).isEqualTo("measured in 4 of 6 rounds");
        assertThat(GapWords.of(new Gap.NoFigure(Figure.P99_MILLIS))).isEqualTo("p99 needs 299 calls that succeeded");
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void everyFigureHasAReasonForNotBeingKnown(Figure figure) {
        assertThat(GapWords.of(new Gap.NoFigure(figure))).isNotBlank();
    }
}
