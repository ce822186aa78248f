package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import weighbridge.record.LocalPorts;

@Timeout(60)
class LocalPortsIT {
    private static final String RANGE = "32768\t60999";
    private static final List<String> SOCKETS =
            List.of("sockets: used 12", "TCP: inuse 6 orphan 0 tw 1045 alloc 1 mem 26", "UDP: inuse 99 mem 0");

    @Test
    void bothFamiliesCountAndBothEndsOfTheRange() {
        assertThat(LocalPortsProbe.parse(RANGE, SOCKETS, List.of("TCP6: inuse 4", "UDP6: inuse 99")))
                .contains(new LocalPorts(28_232, 10, 1_045));
        assertThat(LocalPortsProbe.parse(RANGE, SOCKETS, List.of())).contains(new LocalPorts(28_232, 6, 1_045));
    }

    @Test
    void aFileThatLacksSomethingTellsNothing() {
        assertThat(LocalPortsProbe.parse("", SOCKETS, List.of())).isEmpty();
        assertThat(LocalPortsProbe.parse(RANGE, List.of("TCP: inuse"), List.of()))
                .isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void connectionsOnLoopbackCountAtBothEnds() throws Exception {
        List<Socket> callers = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 300, InetAddress.getLoopbackAddress())) {
            int before = LocalPortsProbe.read().orElseThrow().inUse();
            for (int caller = 0; caller < 100; caller++) {
                callers.add(new Socket(server.getInetAddress(), server.getLocalPort()));
            }
            int after = LocalPortsProbe.read().orElseThrow().inUse();
            // 200 but for what other programs open and close meanwhile.
            assertThat(after - before).isGreaterThan(150);
        } finally {
            for (Socket caller : callers) {
                caller.close();
            }
        }
    }
}
