package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import weighbridge.record.TcpCounters;

class TcpCountersTest {
    private static final String NAMES = "TcpExt: SyncookiesSent ListenOverflows ListenDrops TCPSynRetrans";

    @Test
    void valuesStandUnderTheirNames() {
        assertThat(TcpCountersProbe.parse(
                        List.of(NAMES, "TcpExt: 7 933 940 350", "IpExt: InNoRoutes ListenOverflows", "IpExt: 1 2")))
                .contains(new TcpCounters(933, 940, 350));
    }

    @Test
    void aFileThatLacksSomethingTellsNothing() {
        assertThat(TcpCountersProbe.parse(List.of())).isEmpty();
        assertThat(TcpCountersProbe.parse(List.of(NAMES))).isEmpty();
        assertThat(TcpCountersProbe.parse(List.of(NAMES, "TcpExt: 1 2 3"))).isEmpty();
        assertThat(TcpCountersProbe.parse(List.of("TcpExt: ListenOverflows ListenDrops", "TcpExt: 1 2")))
                .isEmpty();
    }

    @Test
    void aWindowIsTheDifferenceOfItsEnds() {
        assertThat(new TcpCounters(933, 940, 350).minus(new TcpCounters(900, 901, 350)))
                .isEqualTo(new TcpCounters(33, 39, 0));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theKernelOfThisMachineTellsThem() {
        assertThat(TcpCountersProbe.read()).isPresent();
    }
}
