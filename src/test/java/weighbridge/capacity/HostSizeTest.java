package weighbridge.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostSizeTest {
    /** Equal numbers are equal hosts, however they are written. */
    @ParameterizedTest
    @CsvSource({"10, 10.0", "20, 2E+1", "0.5, 0.50", "100, 100"})
    void coresAreComparedAsNumbers(String cores, String same) {
        HostSize host = new HostSize(new BigDecimal(cores), BigDecimal.ONE);

        assertThat(new HostSize(new BigDecimal(same), BigDecimal.ONE)).isEqualTo(host);
        assertThat(host.cores()).hasToString(cores);
    }
}
