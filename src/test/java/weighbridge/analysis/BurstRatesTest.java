package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BurstRatesTest {
    @Test
    void aCallIsCountedWhereItEnded() {
        BurstTrace.Rates rates = BurstRates.of(MadeUpBursts.of("1000-1001 1000-1001! 1001-1003 1002-1003? 1002-1003"));

        assertThat(rates.binMillis()).isEqualTo(1);
        assertThat(rates.ok()).containsExactly(0, 1, 0, 2);
        assertThat(rates.ko()).hasSize(2);
        assertThat(rates.ko().get(0)).containsExactly(0, 1, 0, 0);
        assertThat(rates.ko().get(1)).containsExactly(0, 0, 0, 1);
    }

    /** From 0 to 199 ms there are 100 bins of 2 ms, to 200 ms 41 of 5 ms: the last end is in one of its own. */
    @Test
    void thereAreAHundredBinsAtMost() {
        assertThat(BurstRates.of(MadeUpBursts.of("0-1 5-199")).ok())
                .hasSize(100)
                .endsWith(1);
        assertThat(BurstRates.of(MadeUpBursts.of("0-1 5-200")).ok()).hasSize(41).endsWith(1);
        assertThat(BurstRates.of(MadeUpBursts.of("0-1 5-200")).binMillis()).isEqualTo(5);
    }

    @Test
    void aBurstThatTookNoTimeHasOneBin() {
        assertThat(BurstRates.of(MadeUpBursts.of("7-7 7-7")).ok()).containsExactly(2);
        assertThat(BurstRates.of(MadeUpBursts.of("7-7 7-7")).ko()).isEmpty();
    }

    @Test
    void whereAllFailedNoneSucceeded() {
        BurstTrace.Rates rates = BurstRates.of(MadeUpBursts.of("0-1! 0-2!"));

        assertThat(rates.ok()).containsExactly(0, 0, 0);
        assertThat(rates.ko().get(0)).containsExactly(0, 1, 1);
    }
}
