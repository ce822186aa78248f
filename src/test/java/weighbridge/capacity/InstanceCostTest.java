package weighbridge.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceCostTest {
    private static final long MIB = 1 << 20;

    /** Rates down, costs up, to two decimals or five digits; what is off by a double's last bit is not. */
    @ParameterizedTest
    @CsvSource({
        "4000, 4000",
        "3999.9999999999995, 4000",
        "4000.0000000000005, 4000",
        "4050.379, 4050.37",
        "123456.789, 123456.78",
        "12.3456789, 12.345",
        "0.00123456789, 0.0012345",
        "0.30000000000000004, 0.3"
    })
    void aRateIsRoundedDown(double low, BigDecimal expected) {
        assertThat(InstanceCost.of(card(5000.0, low, 1.0, MIB)).orElseThrow().callsPerSecond())
                .isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "0.30000000000000004, 0.3",
        "0.08123456, 0.081235",
        "0.081235, 0.081235",
        "1.23456, 1.2346",
        "123.456, 123.46"
    })
    void aCostIsRoundedUp(double cores, BigDecimal expected) {
        assertThat(InstanceCost.of(card(5000.0, 4000.0, cores, MIB))
                        .orElseThrow()
                        .coresPer1000CallsPerSecond())
                .isEqualByComparingTo(expected);
    }

    @Test
    void memoryIsRoundedUp() {
        assertThat(InstanceCost.of(card(5000.0, 4000.0, 1.0, 96 * MIB))
                        .orElseThrow()
                        .peakMebibytes())
                .isEqualByComparingTo("96");
        assertThat(InstanceCost.of(card(5000.0, 4000.0, 1.0, 96 * MIB + 1))
                        .orElseThrow()
                        .peakMebibytes())
                .isEqualByComparingTo("96.01");
    }

    @Test
    void memoryOfAHostIsRoundedDown() {
        HostSize host = HostSize.of(BigDecimal.ONE, BigDecimal.valueOf(96 * MIB - 1));

        assertThat(host.mebibytes()).isEqualByComparingTo("95.99");
    }

    @Test
    void memoryIsThatWithEachPageCountedOnce() {
        InstanceCost cost = InstanceCost.of(card(5000.0, 4000.0, null, 200 * MIB, 100 * MIB))
                .orElseThrow();

        assertThat(cost.peakMebibytes()).isEqualByComparingTo("100");
        assertThat(cost.byPss()).isTrue();
        assertThat(InstanceCost.of(card(5000.0, 4000.0, null, 200 * MIB))
                        .orElseThrow()
                        .byPss())
                .isFalse();
    }

    @Test
    void whatIsNotKnownIsNull() {
        InstanceCost cost = InstanceCost.of(card(5000.0, 4000.0, null, null)).orElseThrow();

        assertThat(cost.coresPer1000CallsPerSecond()).isNull();
        assertThat(cost.peakMebibytes()).isNull();
        InstanceCost zero = InstanceCost.of(card(5000.0, 4000.0, 0.0, 0L)).orElseThrow();
        assertThat(zero).isEqualTo(cost);
    }

    @Test
    void withoutARateThereIsNone() {
        assertThat(InstanceCost.of(null)).isEmpty();
        assertThat(InstanceCost.of(card(null, null, 1.0, MIB))).isEmpty();
        assertThat(InstanceCost.of(card(null, 4000.0, 1.0, MIB))).isEmpty();
        assertThat(InstanceCost.of(card(5000.0, null, 1.0, MIB))).isEmpty();
        assertThat(InstanceCost.of(card(5000.0, 0.0, 1.0, MIB))).isEmpty();
    }

    private static CapacityReport card(Double rate, Double low, Double cores, Long peak) {
        return card(rate, low, cores, peak, null);
    }

    private static CapacityReport card(Double rate, Double low, Double cores, Long peak, Long peakPss) {
        CapacityReport.Memory memory = new CapacityReport.Memory(null, null, peak, peakPss, null);
        return new CapacityReport(
                List.of(), rate, low, null, null, null, 3, 30, List.of(), memory, null, cores, null, null, null, 0,
                List.of(), List.of());
    }
}
