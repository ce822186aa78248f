package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static weighbridge.capacity.StepVerdict.BROKEN;
import static weighbridge.capacity.StepVerdict.INCONCLUSIVE;
import static weighbridge.capacity.StepVerdict.KEPT;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.capacity.Bracket;
import weighbridge.capacity.StepVerdict;

class ConfirmationTest {
    @Test
    void threeProcessesConfirmARate() {
        Confirmation confirmation = of(1000.0, BROKEN, KEPT, KEPT);
        assertThat(confirmation.isOver()).isFalse();

        confirmation.add(KEPT, 0);

        assertThat(confirmation.isOver()).isTrue();
        assertThat(confirmation.rate()).isEqualTo(1000);
    }

    /** Those that held more hold that as well. */
    @Test
    void oneThatBreaksItTakesTheRateAStepDown() {
        Confirmation confirmation = of(1000.0, BROKEN, KEPT, KEPT, BROKEN);

        assertThat(confirmation.rate()).isEqualTo(961);
        assertThat(confirmation.held()).isEqualTo(2);
        assertThat(confirmation.isOver()).isFalse();
        confirmation.add(KEPT, 0);
        assertThat(confirmation.isOver()).isTrue();
    }

    /** Three times in all the same rate is asked again, and what was held before stays held. */
    @Test
    void inconclusiveProcessesAreFollowedByOthers() {
        Confirmation confirmation = of(1000.0, BROKEN, KEPT, INCONCLUSIVE, INCONCLUSIVE, INCONCLUSIVE);

        assertThat(confirmation.rate()).isEqualTo(1000);
        assertThat(confirmation.held()).isOne();
        confirmation.add(INCONCLUSIVE, 0);
        assertThat(confirmation.rate()).isEqualTo(869);
        assertThat(confirmation.held()).isOne();
    }

    @Test
    void aBrokenRateSaysMoreThanAnInconclusiveOneBelow() {
        Confirmation confirmation = of(1000.0, INCONCLUSIVE, BROKEN, INCONCLUSIVE);

        assertThat(confirmation.rate()).isEqualTo(835);
        assertThat(confirmation.isStoppedByGenerator()).isFalse();
        assertThat(of(1000.0, BROKEN, INCONCLUSIVE, INCONCLUSIVE, INCONCLUSIVE, INCONCLUSIVE)
                        .isStoppedByGenerator())
                .isTrue();
    }

    @Test
    void whereTheGeneratorWasTheLimitItTakesALargeStepAtOnce() {
        assertThat(of(1000.0, INCONCLUSIVE, INCONCLUSIVE).rate()).isEqualTo(869);
        assertThat(of(1000.0, INCONCLUSIVE, BROKEN).rate()).isEqualTo(961);
    }

    @ParameterizedTest
    @CsvSource({"105, 100", "104, 100", "100, 96.1", "5, 4.8"})
    void ratesAreRoundedDown(double rate, double lower) {
        assertThat(of(rate, BROKEN, BROKEN).rate()).isEqualTo(lower);
    }

    /** A marginal server would take half a minute for each of many small steps. */
    @Test
    void theStepsDownOfOneProcessGetLarger() {
        Confirmation confirmation = of(1000.0, BROKEN);
        List<Double> rates = new ArrayList<>();
        for (int before = 0; before < 4; before++) {
            confirmation.add(BROKEN, before);
            rates.add(confirmation.rate());
        }

        assertThat(rates).containsExactly(961.0, 924.0, 854.0, 730.0); // 4 %, 4 %, 8 % and 15 % less
    }

    @Test
    void withoutARateThereIsNothingToConfirm() {
        assertThat(of(null, BROKEN).isOver()).isTrue();
    }

    private static Confirmation of(Double low, StepVerdict limit, StepVerdict... said) {
        Confirmation confirmation = new Confirmation(new Bracket(low, 1100.0, limit));
        for (StepVerdict verdict : said) {
            confirmation.add(verdict, 0);
        }
        return confirmation;
    }
}
