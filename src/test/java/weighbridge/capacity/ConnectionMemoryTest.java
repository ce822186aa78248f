package weighbridge.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import weighbridge.capacity.ConnectionMemory.Point;

class ConnectionMemoryTest {
    /** The certified digits are more than doubles keep. */
    private static final Percentage CERTIFIED = Percentage.withPercentage(1e-9);

    /**
     * NIST StRD, data set Norris: y and x with one decimal each, here times ten, which changes neither slope nor its error.
     * Certified: B1 = 1.00211681802045, standard deviation 0.429796848199937E-03.
     */
    @Test
    void agreesWithTheCertifiedValuesOfNorris() {
        int[][] norris = {
            {1, 2}, {3388, 3374}, {1181, 1182}, {8880, 8846}, {92, 101}, {2281, 2265}, {6685, 6663}, {9985, 9963},
            {4491, 4486}, {7789, 7770}, {5592, 5582}, {3, 4}, {1, 6}, {7781, 7755}, {6688, 6669}, {3393, 3380},
            {4489, 4475}, {108, 116}, {5577, 5560}, {2283, 2281}, {9980, 9958}, {8888, 8876}, {1196, 1202}, {3, 3},
            {6, 3}, {5576, 5568}, {3393, 3391}, {8880, 8872}, {9985, 9990}, {7789, 7790}, {102, 111}, {1176, 1183},
            {2289, 2292}, {6684, 6691}, {4492, 4489}, {2, 5}
        };
        List<Point> points = new ArrayList<>();
        for (int[] yx : norris) {
            points.add(new Point(yx[1], yx[0]));
        }

        ConnectionMemory fit = ConnectionMemory.of(points).orElseThrow();

        assertThat(points).hasSize(36);
        assertThat(fit.bytesPerConnection()).isCloseTo(1.00211681802045, CERTIFIED);
        assertThat(fit.standardError()).isCloseTo(0.429796848199937e-3, CERTIFIED);
        assertThat(fit.points()).isEqualTo(points);
    }

    @Test
    void aStraightLineHasNoError() {
        ConnectionMemory fit = fit(0, 50_000_000, 100, 51_000_000, 500, 55_000_000);

        assertThat(fit.bytesPerConnection()).isEqualTo(10_000);
        assertThat(fit.standardError()).isZero();
    }

    /** By hand: both means are 1, the sum of products is −2 and that of squares 2. */
    @Test
    void noiseMayOutweighWhatAConnectionCosts() {
        assertThat(fit(0, 2, 1, 1, 2, 0).bytesPerConnection()).isEqualTo(-1);
    }

    /** By hand: slope 1 with 3 weighings, so 1 degree of freedom and t = 12.706 (NIST/SEMATECH e-Handbook, 1.3.6.7.2). */
    @Test
    void aSlopeIsToldWhereItsIntervalIsAboveNothing() {
        assertThat(withError(1 / 12.8)).isTrue();
        assertThat(withError(1 / 12.6)).isFalse();
        assertThat(fit(0, 2, 1, 1, 2, 0).told()).as("less than nothing").isFalse();
    }

    private static boolean withError(double standardError) {
        return new ConnectionMemory(1, standardError, fit(0, 0, 1, 1, 2, 2).points()).told();
    }

    @Test
    void twoWeighingsOrOneNumberOfConnectionsHaveNoSlope() {
        assertThat(ConnectionMemory.of(List.of())).isEmpty();
        assertThat(ConnectionMemory.of(List.of(new Point(1, 1), new Point(2, 2))))
                .isEmpty();
        assertThat(ConnectionMemory.of(List.of(new Point(5, 1), new Point(5, 2), new Point(5, 3))))
                .isEmpty();
    }

    private static ConnectionMemory fit(int x1, long y1, int x2, long y2, int x3, long y3) {
        return ConnectionMemory.of(List.of(new Point(x1, y1), new Point(x2, y2), new Point(x3, y3)))
                .orElseThrow();
    }
}
