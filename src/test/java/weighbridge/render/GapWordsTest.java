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
        assertThat(GapWords.of(NoOrder.ONE_TARGET)).isEqualTo("under two targets: there is nothing to rank");
        assertThat(GapWords.of(NoOrder.FEW_ROUNDS)).isEqualTo("under six rounds: no interval can be told");
        assertThat(GapWords.of(NoOrder.FEW_TARGETS)).isEqualTo("under two targets can be ranked");
        assertThat(GapWords.of(NoOrder.NO_NOISE))
                .isEqualTo("under six rounds in which a target ran twice with this figure: the noise cannot be told");
    }

    @Test
    void aTargetThatIsNotInAnOrderHasItsReason() {
        assertThat(GapWords.of(new Gap.AtFloor(3, 6)))
                .isEqualTo("at the generator's floor in 3 of 6 rounds: this figure is the generator's");
        assertThat(GapWords.of(new Gap.NoValue())).isEqualTo("no value in any round");
        assertThat(GapWords.of(new Gap.FewValues(5, 7))).isEqualTo("a value in only 5 of 7 rounds, and six are needed");
        assertThat(GapWords.of(new Gap.FewCommonRounds(3, 10, "a")))
                .isEqualTo("only 3 of 10 rounds have a value both of it and of a, and six are needed");
    }

    @Test
    void aValueThatIsNotKnownHasItsReason() {
        assertThat(GapWords.of(new Gap.NotInRun())).isEqualTo("it is not in the run");
        assertThat(GapWords.of(new Gap.Failed(Kind.DIED_UNDER_LOAD, "killed"))).isEqualTo("died-under-load: killed");
        assertThat(GapWords.of(new Gap.Failed(Kind.NOT_REACHED, null))).isEqualTo("not-reached");
        assertThat(GapWords.of(new Gap.RoundsMissing(4, 6))).isEqualTo("measured in 4 of 6 rounds");
        assertThat(GapWords.of(new Gap.NoFigure(Figure.P99_MILLIS))).isEqualTo("no p99 below 299 successful calls");
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void everyFigureHasAReasonForNotBeingKnown(Figure figure) {
        assertThat(GapWords.of(new Gap.NoFigure(figure))).isNotBlank();
    }
}
