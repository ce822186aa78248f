package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinWidthTest {
    @ParameterizedTest
    @CsvSource({
        "0, 100, 1",
        "99, 100, 1", // bins 0 to 99
        "100, 100, 2",
        "199, 100, 2",
        "200, 100, 5",
        "500, 100, 10",
        "1000, 100, 20",
        "59, 60, 1",
        "60, 60, 2",
        "1001, 60, 20", // 51 bins; of 10 ms it would take 101
        "600000, 60, 20000", // a timeout of ten minutes
        "2147483647, 60, 50000000"
    })
    void theSmallestRoundWidthIsTakenThatHoldsAll(int greatest, int most, int width) {
        assertThat(BinWidth.of(greatest, most)).isEqualTo(width);
    }
}
