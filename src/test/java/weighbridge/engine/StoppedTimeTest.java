package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoppedTimeTest {
    private final StoppedTime time = new StoppedTime();
    private long now;

    @Test
    void eachSampleOfAStoppedServerIsATenthOfASecond() {
        look("..TT.TTT");

        assertThat(time.millis()).isEqualTo(500);
    }

    /** Whoever stops both, one after the other, also wakes them one after the other. */
    @Test
    void whatTouchesAStopOfTheGeneratorIsOfWhoeverStoppedBoth() {
        look(".T");
        pause(4_000);
        look("TT.");
        assertThat(time.millis()).isZero();

        look("T.");
        assertThat(time.millis()).isEqualTo(100);
    }

    @Test
    void aServerThatRunsAfterwardsWasNotStopped() {
        look("...");
        pause(60_000);
        look("..");

        assertThat(time.millis()).isZero();
    }

    /** On a busy machine samples come late. */
    @Test
    void aLateSampleIsNoStopOfTheGenerator() {
        look("T");
        pause(800);
        look("T");

        assertThat(time.millis()).isEqualTo(200);
    }

    private void look(String samples) {
        samples.chars().forEach(state -> {
            now += 100;
            time.add(now, state == 'T');
        });
    }

    private void pause(long millis) {
        now += millis;
    }
}
