package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveTest {
    private final Curve curve = new Curve();

    @Test
    void ofAFlatStretchOnlyTheEndsAreKept() {
        add(7, 7, 7, 7, 8, 9, 9, 7, 7, 7);

        Track<Integer> track = track(curve.withoutFlats());

        assertThat(track.atMillis()).containsExactly(0L, 3L, 4L, 5L, 6L, 7L, 9L);
        assertThat(track.values()).containsExactly(7, 7, 8, 9, 9, 7, 7);
    }

    @Test
    void fewPointsAreAllKept() {
        assertThat(track(curve.withoutFlats().bounded()).values()).isEmpty();

        add(5);
        assertThat(track(curve.withoutFlats().bounded()).values()).containsExactly(5);

        add(6);
        assertThat(track(curve.withoutFlats().bounded()).values()).containsExactly(5, 6);
    }

    @Test
    void aThousandPointsAreKeptAsTheyAre() {
        add(IntStream.range(0, 1000).toArray());

        assertThat(track(curve.bounded()).atMillis()).hasSize(1000);
    }

    /** 5,001 points, one a ms: each of the 500 stretches has 10 of them, the first one 9 beside the first point. */
    @Test
    void ofMoreTheLeastAndTheGreatestOfEachStretchAreKept() {
        add(IntStream.rangeClosed(0, 5_000).map(at -> at % 10).toArray());

        Track<Integer> track = track(curve.bounded());

        assertThat(track.atMillis()).hasSize(1002);
        assertThat(track.atMillis().subList(0, 7)).containsExactly(0L, 1L, 9L, 10L, 19L, 20L, 29L);
        assertThat(track.values().subList(0, 7)).containsExactly(0, 1, 9, 0, 9, 0, 9);
        assertThat(track.atMillis().subList(999, 1002)).containsExactly(4990L, 4999L, 5_000L);
    }

    @Test
    void theyAreKeptInTheOrderInWhichTheyOccurred() {
        add(IntStream.rangeClosed(0, 5_000).map(at -> -at % 10).toArray());

        assertThat(track(curve.bounded()).values().subList(0, 5)).containsExactly(0, -1, -9, 0, -9);
    }

    @Test
    void aStretchWithoutAPointHasNoneAndOneOfEqualPointsHasOne() {
        curve.add(0, 1);
        for (int at = 1; at <= 4000; at++) {
            curve.add(at, 5); // all of them in the first of stretches of 2,000 ms
        }
        curve.add(1_000_000, 2);

        Track<Integer> track = track(curve.bounded());

        assertThat(track.atMillis()).containsExactly(0L, 1L, 2000L, 4000L, 1_000_000L);
        assertThat(track.values()).containsExactly(1, 5, 5, 5, 2);
    }

    @Test
    void whatComesBeforeWhatCameAlreadyIsLeftOut() {
        List.of(10L, 20L, 20L, 15L, 21L).forEach(at -> curve.add(at, at));

        assertThat(track(curve).atMillis()).containsExactly(10L, 20L, 21L);
    }

    /** One a ms, from 0. */
    private void add(int... values) {
        int from = track(curve).values().size();
        for (int index = 0; index < values.length; index++) {
            curve.add(from + index, values[index]);
        }
    }

    private static Track<Integer> track(Curve curve) {
        return curve.track(value -> (int) value);
    }
}
