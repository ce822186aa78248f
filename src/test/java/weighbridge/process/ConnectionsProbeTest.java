package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionsProbeTest {
    // As proc_net(5) has it, with three connections at port 8000, which is 1F40: one listens, one is closing, and of
    // one it is the other end.
    private static final String TCP = """
              sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 0100007F:1F40 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 7001 1 0 100 0 0 10 0
               1: 0100007F:1F40 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 7002 1 0 20 4 30 10 -1
               2: 0100007F:C350 0100007F:1F40 01 00000000:00000000 00:00000000 00000000     0        0 7003 1 0 20 4 30 10 -1
              13: 0100007F:1F40 0100007F:C351 01 00000000:00000000 00:00000000 00000000     0        0 0 1 0 20 4 30 10 -1
              14: 0100007F:1F40 0100007F:C352 06 00000000:00000000 03:00001770 00000000     0        0 0 3 0
              15: 0100007F:1F41 0100007F:C353 01 00000000:00000000 00:00000000 00000000     0        0 7004 1 0 20 4 30 10 -1
              16: 0A001F40:0050 0100007F:C354 01 00000000:00000000 00:00000000 00000000     0        0 7005 1 0 20 4 30 10 -1
             117: 0200A8C0:1F40 0300A8C0:1F40 01 00000000:00000000 00:00000000 00000000     0        0 7006 1 0 20 4 30 10 -1
            """;

    private static final String TCP6 = """
              sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 00000000000000000000000000000000:1F40 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 8001 1 0 100 0 0 10 0
               1: 0000000000000000FFFF00000100007F:1F40 0000000000000000FFFF00000100007F:C355 01 00000000:00000000 00:00000000 00000000     0        0 8002 1 0 20 4 30 10 -1
               2: 0000000000000000FFFF00000100007F:C355 0000000000000000FFFF00000100007F:1F40 01 00000000:00000000 00:00000000 00000000     0        0 8003 1 0 20 4 30 10 -1
               3: 00000000000000000000000001000000:0050 00000000000000000000000001000000:C356 08 00000000:00000000 00:00000000 00000000     0        0 8004 1 0 20 4 30 10 -1
            """;

    @Test
    void openConnectionsAtTheLocalEndAreCounted() {
        assertThat(ConnectionsProbe.count(TCP.lines(), 8000)).isEqualTo(3);
        assertThat(ConnectionsProbe.count(TCP.lines(), 8001)).isEqualTo(1);
        assertThat(ConnectionsProbe.count(TCP.lines(), 80)).isEqualTo(1);
        assertThat(ConnectionsProbe.count(TCP6.lines(), 8000)).isEqualTo(1);
        assertThat(ConnectionsProbe.count(TCP6.lines(), 80)).isZero();
    }

    @Test
    void aTableWithoutLinesHasNone() {
        assertThat(ConnectionsProbe.count("".lines(), 8000)).isZero();
        assertThat(ConnectionsProbe.count("\n  0: broken".lines(), 8000)).isZero();
    }

    /** Whether the server has accepted them or not, for the kernel has. */
    @Test
    void theKernelTellsThemOfARealPort() throws Exception {
        assumeThat(Files.exists(Path.of("/proc/net/tcp"))).isTrue();
        List<Socket> sockets = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThat(ConnectionsProbe.ofPort(server.getLocalPort())).hasValue(0);
            for (int connection = 0; connection < 3; connection++) {
                sockets.add(new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort()));
            }
            sockets.add(server.accept());

            assertThat(ConnectionsProbe.ofPort(server.getLocalPort())).hasValue(3);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
