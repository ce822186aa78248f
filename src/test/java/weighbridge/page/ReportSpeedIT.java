package weighbridge.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A page opens in under two seconds: from the moment the browser is told to, until all of it is loaded and all its charts are
 * drawn, by the page's own clock. Of up to three times the best counts, for the machine may be busy with something else.
 */
class ReportSpeedIT extends PageTest {
    private static final double MOST_MILLIS = 2_000;
    private static final int MOST_TIMES = 3;

    @ParameterizedTest
    @EnumSource(names = {"ONE", "TEN", "ALL_FAILED", "NO_CALLS", "MILLION"})
    void itIsOpenInUnderTwoSeconds(RunCase shown) {
        double best = Double.MAX_VALUE;
        for (int time = 0; time < MOST_TIMES && best >= MOST_MILLIS; time++) {
            open(shown);
            best = Math.min(best, ChartView.settle(browser));
        }

        assertThat(best).isLessThan(MOST_MILLIS);
    }
}
