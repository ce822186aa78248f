package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.record.Box;
import weighbridge.record.MadeUpWindow;
import weighbridge.record.Window;
import weighbridge.text.Limits;

class BoxAnalysisTest {
    /** Of a search the last window may be that of a load that was too much. */
    @Test
    void killsAreThoseOfAllWindows() {
        BoxAnalysis box = new BoxAnalysis(List.of(
                window(new Box(0.2, 64L << 20, 10L, 0L, 0L, 3L), new Box(0.2, 64L << 20, 20L, 5L, 500_000L, 4L)),
                window(
                        new Box(0.2, 64L << 20, 30L, 9L, 900_000L, 5L),
                        new Box(0.2, 64L << 20, 40L, 19L, 1_900_000L, 6L))));

        assertThat(box.oomKills()).isEqualTo(2);
        assertThat(box.limited())
                .hasValue(new Finding.TargetLimited(new Limits(0.2, 64L << 20), new Throttling(10L, 10L, 1.0)));
    }

    /** A group of other processes counts from its own beginning. */
    @Test
    void whatAnotherGroupCountedIsNoKillOfThisOne() {
        BoxAnalysis box = new BoxAnalysis(List.of(
                window(new Box(null, 64L << 20, null, null, null, 7L), new Box(null, 64L << 20, null, null, null, 7L)),
                window(new Box(null, 64L << 20, null, null, null, 0L), new Box(null, 64L << 20, null, null, null, 0L)),
                window(
                        new Box(null, 64L << 20, null, null, null, 5L),
                        new Box(null, 64L << 20, null, null, null, 0L))));

        assertThat(box.oomKills()).isZero();
    }

    @Test
    void withoutAControlGroupThereIsNothingToTell() {
        assertThat(new BoxAnalysis(List.of(MadeUpWindow.of(3).get())).oomKills())
                .isZero();
        assertThat(new BoxAnalysis(List.of(MadeUpWindow.of(3).get())).limited()).isEmpty();
        assertThat(new BoxAnalysis(List.of()).limited()).isEmpty();
    }

    private static Window window(Box before, Box after) {
        return MadeUpWindow.of(3).box(before, after).get();
    }
}
