package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import weighbridge.record.AcceptQueue;
import weighbridge.record.TcpCounters;

@EnabledOnOs(OS.LINUX)
@Timeout(60)
class AcceptQueueIT {
    private static final int CALLERS = 50;

    private final List<SocketChannel> callers = new ArrayList<>();

    /** On loopback the kernel has answered each SYN, or dropped it, when connect() returns. */
    private void call(int port) throws IOException {
        for (int caller = 0; caller < CALLERS; caller++) {
            SocketChannel channel = SocketChannel.open();
            callers.add(channel);
            channel.configureBlocking(false);
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
    }

    @AfterEach
    void hangUp() throws IOException {
        for (SocketChannel caller : callers) {
            caller.close();
        }
    }

    private static ServerSocket listen(int backlog) throws IOException {
        return new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
    }

    @Test
    void aQueueThatIsTooShortDropsWhatDoesNotFit() throws Exception {
        try (ServerSocket server = listen(5)) {
            assertThat(AcceptQueueProbe.ofPort(server.getLocalPort())).contains(new AcceptQueue(5, 0, 0, 1));
            TcpCounters before = TcpCountersProbe.read().orElseThrow();

            call(server.getLocalPort());

            AcceptQueue queue = AcceptQueueProbe.ofPort(server.getLocalPort()).orElseThrow();
            TcpCounters window = TcpCountersProbe.read().orElseThrow().minus(before);
            assertThat(queue.capacity()).isEqualTo(5);
            assertThat(queue.length())
                    .as("the kernel takes one more than the backlog")
                    .isEqualTo(6);
            // More where a SYN is sent again, a second later, before we look.
            assertThat(queue.drops()).isGreaterThanOrEqualTo(CALLERS - 6);
            assertThat(window.listenOverflows()).isGreaterThanOrEqualTo(CALLERS - 6);
            assertThat(window.listenDrops()).isGreaterThanOrEqualTo(queue.drops());
        }
    }

    @Test
    void aSynThatWasDroppedIsSentAgainAndDroppedAgain() throws Exception {
        try (ServerSocket server = listen(5)) {
            TcpCounters before = TcpCountersProbe.read().orElseThrow();
            call(server.getLocalPort());

            long drops = 0;
            while (drops < 2 * (CALLERS - 6)) { // after a second; the time limit of the test bounds it
                drops = AcceptQueueProbe.ofPort(server.getLocalPort())
                        .orElseThrow()
                        .drops();
            }

            assertThat(TcpCountersProbe.read().orElseThrow().minus(before).synRetransmits())
                    .isGreaterThanOrEqualTo(CALLERS - 6);
        }
    }

    @Test
    void aQueueThatIsLongEnoughDropsNothing() throws Exception {
        int limit = Integer.parseInt(
                Files.readAllLines(Path.of("/proc/sys/net/core/somaxconn")).get(0));
        assumeTrue(limit >= CALLERS, "somaxconn cuts any backlog shorter than the callers");
        try (ServerSocket server = listen(4096)) {
            call(server.getLocalPort());

            assertThat(AcceptQueueProbe.ofPort(server.getLocalPort()))
                    .contains(new AcceptQueue(Math.min(4096, limit), CALLERS, 0, 1));
        }
    }

    @Test
    void theDropsOfAnotherSocketAreNotOurs() throws Exception {
        try (ServerSocket tooShort = listen(5);
                ServerSocket idle = listen(5)) {
            call(tooShort.getLocalPort());

            assertThat(AcceptQueueProbe.ofPort(tooShort.getLocalPort())
                            .orElseThrow()
                            .drops())
                    .isPositive();
            assertThat(AcceptQueueProbe.ofPort(idle.getLocalPort())).contains(new AcceptQueue(5, 0, 0, 1));
        }
    }

    @Test
    void socketsThatShareAPortAreAddedUp() throws Exception {
        try (ServerSocketChannel one = shared(0, 7);
                ServerSocketChannel two = shared(one.socket().getLocalPort(), 8)) {
            assertThat(AcceptQueueProbe.ofPort(two.socket().getLocalPort())).contains(new AcceptQueue(15, 0, 0, 2));
        }
    }

    private static ServerSocketChannel shared(int port, int backlog) throws IOException {
        return ServerSocketChannel.open()
                .setOption(StandardSocketOptions.SO_REUSEPORT, true)
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), backlog);
    }

    @Test
    void aSocketForEveryAddressIsSeenToo() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 9)) { // IPv6, where the machine has it
            assertThat(AcceptQueueProbe.ofPort(server.getLocalPort())).contains(new AcceptQueue(9, 0, 0, 1));
        }
    }

    @Test
    void aPortThatNobodyListensOnHasNoQueue() throws Exception {
        int port;
        try (ServerSocket server = listen(5)) {
            port = server.getLocalPort();
        }
        assertThat(AcceptQueueProbe.ofPort(port)).isEmpty();
    }

    @Test
    void itIsWhatSsShows() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/ss")), "no ss here");
        try (ServerSocket server = listen(5)) {
            call(server.getLocalPort());
            AcceptQueue queue = AcceptQueueProbe.ofPort(server.getLocalPort()).orElseThrow();
            Process ss = new ProcessBuilder("ss", "-Hlnt", "sport", "=", ":" + server.getLocalPort()).start();
            try (BufferedReader reader = ss.inputReader()) {
                String[] columns = reader.readLine().split("\\s+"); // State Recv-Q Send-Q …
                assertThat(queue.length()).isEqualTo(Integer.parseInt(columns[1]));
                assertThat(queue.capacity()).isEqualTo(Integer.parseInt(columns[2]));
            }
        }
    }

    @Test
    void lookingLeavesNoDescriptorOpen() throws Exception {
        long pid = ProcessHandle.current().pid();
        AcceptQueueProbe.ofPort(1);
        long before = DescriptorsProbe.ofProcess(pid).orElseThrow().open();
        for (int look = 0; look < 100; look++) {
            AcceptQueueProbe.ofPort(1);
        }
        // Less than one a look: the JVM itself may open or close a few files meanwhile.
        assertThat(DescriptorsProbe.ofProcess(pid).orElseThrow().open() - before)
                .isLessThan(50);
    }
}
