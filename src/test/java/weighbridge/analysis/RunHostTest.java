package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weighbridge.capacity.HostSize;
import weighbridge.record.Host;

class RunHostTest {
    private static final long GIB = 1L << 30;

    private static Host host(int cores, long bytes, Double allowedCores, Long allowedBytes) {
        return new Host(
                "Linux", "", "", "", "", cores, bytes, allowedCores, allowedBytes, null, null, "", List.of(), Map.of());
    }

    private static HostSize size(String cores, long bytes) {
        return HostSize.of(new BigDecimal(cores), BigDecimal.valueOf(bytes));
    }

    @Test
    void itIsTheWholeMachineWhereNothingLimitedTheRun() {
        assertThat(RunHost.of(host(8, 16 * GIB, null, null))).contains(size("8", 16 * GIB));
    }

    @Test
    void aContainersLimitsAreWhatTheRunCouldUse() {
        assertThat(RunHost.of(host(8, 16 * GIB, 1.0, GIB))).contains(size("1", GIB));
        assertThat(RunHost.of(host(8, 16 * GIB, 0.5, null))).contains(size("0.5", 16 * GIB));
        assertThat(RunHost.whole(host(8, 16 * GIB, 1.0, GIB))).contains(size("8", 16 * GIB));
    }

    @Test
    void limitsBeyondTheMachineGrantNoMoreThanIt() {
        assertThat(RunHost.of(host(2, GIB, 16.0, 64 * GIB))).contains(size("2", GIB));
    }

    @Test
    void aRunThatDoesNotTellItsMachineHasNone() {
        assertThat(RunHost.of(host(0, GIB, 1.0, GIB))).isEmpty();
        assertThat(RunHost.of(host(2, 0, 1.0, GIB))).isEmpty();
    }
}
