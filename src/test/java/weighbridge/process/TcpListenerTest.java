package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The lines are those of a machine with this order of bytes, as nearly all are. */
@EnabledIf("isLittleEndian")
class TcpListenerTest {
    private static final String REST = " 00000000:00000000 00:00000000 00000000     0        0 ";
    private static final String TCP =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
                    + "   0: 0100007F:1F40 00000000:0000 0A" + REST + "7001 1 0 100 0 0 10 0\n"
                    + "   1: 00000000:1F41 00000000:0000 0A" + REST + "7002 1 0 100 0 0 10 0\n"
                    + "   2: 0100007F:1F40 0100007F:C350 01" + REST + "7003 1 0 20 4 30 10 -1\n"
                    + "  14: 0100007F:1F40 0100007F:C352 06 00000000:00000000 03:00001770 00000000     0        0 0 3 0\n";

    private static final String TCP6 =
            "   0: 00000000000000000000000000000000:1F40 00000000000000000000000000000000:0000 0A" + REST
                    + "8001 1 0 100 0 0 10 0\n"
                    + "   1: 00000000000000000000000001000000:1F40 00000000000000000000000000000000:0000 0A" + REST
                    + "8002 1 0 100 0 0 10 0\n"
                    + "   2: 0000000000000000FFFF00000100007F:1F40 00000000000000000000000000000000:0000 0A" + REST
                    + "8003 1 0 100 0 0 10 0\n";

    @Test
    void onlyThoseThatListenOnThePort() throws Exception {
        assertThat(TcpListener.parse(TCP.lines(), 8000))
                .isEqualTo(List.of(new TcpListener(InetAddress.getByName("127.0.0.1"), 7001)));
        assertThat(TcpListener.parse(TCP.lines(), 8001))
                .isEqualTo(List.of(new TcpListener(InetAddress.getByName("0.0.0.0"), 7002)));
        assertThat(TcpListener.parse(TCP.lines(), 80)).isEmpty();
        assertThat(TcpListener.parse("\n  0: broken".lines(), 80)).isEmpty();
    }

    @Test
    void noConnectionIsReadWhereThoseThatListenAreToldFirst() {
        List<String> read = new ArrayList<>();
        assertThat(TcpListener.thoseToldFirst(TCP.lines().peek(read::add))).hasSize(2);
        assertThat(read)
                .as("the headings, two that listen, and the first connection")
                .hasSize(4);
    }

    @Test
    void addressesOfBothFamilies() throws Exception {
        assertThat(TcpListener.parse(TCP6.lines(), 8000))
                .isEqualTo(List.of(
                        new TcpListener(InetAddress.getByName("::"), 8001),
                        new TcpListener(InetAddress.getByName("::1"), 8002),
                        new TcpListener(InetAddress.getByName("127.0.0.1"), 8003)));
    }

    static boolean isLittleEndian() {
        return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    }
}
