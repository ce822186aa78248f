package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.record.Calls;
import weighbridge.record.Recording;
import weighbridge.record.SampleRun;

class InFlightTest {
    /** Calls as start-end pairs, changes as time:value. The same as hold for the peak of a burst. */
    @ParameterizedTest
    @CsvSource({
        "'0-10', '0:1 10:0'",
        "'0-10 0-10 0-10', '0:3 10:0'",
        "'0-10 10-20', '0:1 20:0'", // one ends in the millisecond in which the other starts
        "'0-10 9-20 15-30', '0:1 9:2 10:1 15:2 20:1 30:0'",
        "'5-5 5-5', '0:2 1:0'", // faster than the log's resolution, from the first start on
        "'20-30 0-100 25-26', '0:1 20:2 25:3 26:2 30:1 100:0'",
        "'0-10 30-40!', '0:1 10:0 30:1 40:0'"
    })
    void eachChangeIsTold(String pairs, String changes) {
        Track<Integer> track = InFlight.of(MadeUpBursts.of(pairs), 0);

        StringBuilder told = new StringBuilder();
        for (int point = 0; point < track.values().size(); point++) {
            told.append(' ')
                    .append(track.atMillis().get(point))
                    .append(':')
                    .append(track.values().get(point));
        }
        assertThat(told.substring(1)).isEqualTo(changes);
    }

    @Test
    void timesAreToldFromTheBurstsOn() {
        assertThat(InFlight.of(MadeUpBursts.of("100-110"), 7000).atMillis()).containsExactly(7000L, 7010L);
    }

    /** The greatest time that the log can tell, after which there is none in 32 bits. */
    @Test
    void theLastMillisecondOfTheLogHasOneAfterIt() {
        int last = Integer.MAX_VALUE;

        Track<Integer> track = InFlight.of(MadeUpBursts.of("0-10 " + last + "-" + last), 7000);

        assertThat(track.values()).containsExactly(1, 0, 1, 0);
        assertThat(track.atMillis()).containsExactly(7000L, 7010L, 7000L + last, 7001L + last);
    }

    @Test
    void theGreatestValueIsThePeakThatTheReportTells() {
        Recording recording = SampleRun.recording();
        Report report = Analysis.of(recording);

        for (int target = 0; target < 3; target++) {
            String name = report.targets().get(target).name();
            Track<Integer> track = InFlight.of(
                    MadeUpBursts.of(recording.rounds().get(0).calls().get(name)), 0);
            assertThat(Collections.max(track.values()))
                    .as(name)
                    .isEqualTo(report.targets().get(target).burst().peakInFlight());
        }
    }

    @Test
    void ofManyChangesThePeakIsKeptAndTheEndIsZero() {
        Calls calls = new Calls();
        Random random = new Random(4711);
        for (int call = 0; call < 20_000; call++) {
            int start = random.nextInt(50_000);
            calls.add(0, start, start + random.nextInt(500), true, "");
        }
        for (int call = 0; call < 1000; call++) {
            calls.add(0, 33_333, 33_334, true, ""); // a peak of a single millisecond
        }

        Track<Integer> track = InFlight.of(MadeUpBursts.of(calls), 0);

        assertThat(track.values()).hasSizeBetween(500, 1002).endsWith(0);
        assertThat(track.values().get(track.atMillis().indexOf(33_333L))).isGreaterThanOrEqualTo(1000);
    }
}
