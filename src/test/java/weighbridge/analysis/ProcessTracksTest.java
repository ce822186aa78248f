package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.record.MadeUpSample;
import weighbridge.record.Reading;
import weighbridge.record.Reading.Counts;
import weighbridge.record.Samples;
import weighbridge.record.Weighing;
import weighbridge.record.Weighing.Moment;

class ProcessTracksTest {
    private static final long START = 1_000_000;

    private final Samples samples = new Samples();

    @Test
    void samplesAndWeighingsAreOneTrack() {
        add(100, 10, 0);
        add(200, 20, 0);
        add(300, 30, 0);

        Track<Long> track = tracks(0, 1000).rssBytes(List.of(weighing(50, 5), weighing(250, 25), weighing(400, 40)));

        assertThat(track.atMillis()).containsExactly(50L, 100L, 200L, 250L, 300L, 400L);
        assertThat(track.values()).containsExactly(5L, 10L, 20L, 25L, 30L, 40L);
    }

    @Test
    void ofASampleAndAWeighingAtTheSameTimeTheWeighingIsTold() {
        add(100, 10, 0);

        assertThat(tracks(0, 1000).rssBytes(List.of(weighing(100, 11))).values())
                .containsExactly(11L);
    }

    @Test
    void withoutSamplesThereAreTheWeighingsAndNoProcessorTime() {
        ProcessTracks tracks = tracks(0, 1000);

        assertThat(tracks.rssBytes(List.of(weighing(100, 11))).values()).containsExactly(11L);
        assertThat(tracks.rssBytes(List.of()).values()).isEmpty();
        assertThat(tracks.cores().values()).isEmpty();
    }

    @Test
    void samplesOfOtherRoundsAreLeftOut() {
        add(100, 10, 1);
        add(200, 20, 1.1);
        add(300, 30, 1.3);
        add(400, 40, 1.4);

        ProcessTracks tracks = tracks(200, 400);

        assertThat(tracks.rssBytes(List.of()).values()).containsExactly(20L, 30L);
        assertThat(tracks.cores().atMillis()).containsExactly(300L);
        assertThat(tracks.cores().values()).containsExactly(2.0);
    }

    /** 0.05 s in 100 ms are half a processor; 0.6 s in 400 ms are one and a half; 0.1 s in 300 ms are a third. */
    @Test
    void processorTimeIsDividedByTheTimeBetween() {
        add(0, 1, 10);
        add(100, 1, 10.05);
        add(500, 1, 10.65);
        add(800, 1, 10.75);

        assertThat(tracks(0, 1000).cores().atMillis()).containsExactly(100L, 500L, 800L);
        assertThat(tracks(0, 1000).cores().values()).containsExactly(0.5, 1.5, 0.333);
    }

    @Test
    void whereAProcessIsGoneWithItsTimeNothingIsTold() {
        add(0, 1, 10);
        add(100, 1, 10.1);
        add(200, 1, 3);
        add(300, 1, 3.02);

        assertThat(tracks(0, 1000).cores().atMillis()).containsExactly(100L, 300L);
        assertThat(tracks(0, 1000).cores().values()).containsExactly(1.0, 0.2);
    }

    @Test
    void twoSamplesOfTheSameMillisecondTellNoRate() {
        add(100, 1, 10);
        add(100, 2, 10.1);
        add(50, 3, 10.2);

        assertThat(tracks(0, 1000).cores().values()).isEmpty();
        assertThat(tracks(0, 1000).rssBytes(List.of()).values()).containsExactly(1L);
    }

    @Test
    void flatStretchesKeepTheirEnds() {
        for (int sample = 0; sample <= 10; sample++) {
            add(100 * sample, 7, 0.05 * sample);
        }

        assertThat(tracks(0, 2000).rssBytes(List.of()).atMillis()).containsExactly(0L, 1000L);
        assertThat(tracks(0, 2000).cores().atMillis()).containsExactly(100L, 1000L);
        assertThat(tracks(0, 2000).cores().values()).containsExactly(0.5, 0.5);
    }

    @Test
    void aLongRunIsBounded() {
        for (int sample = 0; sample < 100_000; sample++) {
            add(100L * sample, sample == 77_777 ? 1000 : sample % 7, sample % 7 == 0 ? 0 : sample);
        }

        Track<Long> rssBytes = tracks(0, Long.MAX_VALUE - START).rssBytes(List.of());

        assertThat(rssBytes.values()).hasSizeBetween(1000, 2002).contains(1000L);
        assertThat(tracks(0, Long.MAX_VALUE - START).cores().values()).hasSizeBetween(1000, 2002);
    }

    /** Times after the start of the run. */
    private void add(long atMillis, long rssBytes, double cpuSeconds) {
        samples.add(MadeUpSample.of("a", START + atMillis, rssBytes, cpuSeconds));
    }

    private ProcessTracks tracks(long from, long until) {
        return new ProcessTracks(samples.of("a"), new Span(START + from, START + until), START);
    }

    private static Weighing weighing(long atMillis, long rssBytes) {
        return new Weighing(
                "a", Moment.IDLE, START + atMillis, new Reading(rssBytes, 1, null, null, 1, 1, 0, Counts.UNKNOWN));
    }
}
