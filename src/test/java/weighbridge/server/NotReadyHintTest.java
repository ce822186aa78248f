package weighbridge.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.process.UnixListeners;
import weighbridge.truth.RawServer;

/** The servers are sockets of this very process. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class NotReadyHintTest {
    private static final ReadyReply REFUSED = new ReadyReply.NoConnection("Connection refused");
    private static final ReadyReply CLOSED = new ReadyReply.NoHttp("no answer, but closed the connection");
    private static final Set<ProcessHandle> NOBODY = Set.of();

    @TempDir
    private Path folder;

    private final int port = new Ports().free();

    @Test
    void aServerThatRunsAlreadyIsLookedForAtItsPort() throws IOException {
        assertThat(NotReadyHint.of(running("127.0.0.1"), REFUSED, NOBODY)).isEmpty();
        try (ServerSocket v6 = listener("::1")) {
            assertThat(NotReadyHint.of(running("localhost"), REFUSED, NOBODY))
                    .isEqualTo("; it listens on [::1] port " + v6.getLocalPort()
                            + " instead; fix: let it listen on 127.0.0.1, or name its address in url");
            assertThat(NotReadyHint.of(running("[::1]"), REFUSED, NOBODY))
                    .as("it was refused and listens now")
                    .isEmpty();
        }
        try (ServerSocket v4 = listener("127.0.0.1")) {
            assertThat(NotReadyHint.of(running("[::1]"), REFUSED, NOBODY))
                    .startsWith("; it listens on 127.0.0.1 port " + v4.getLocalPort() + " instead; fix: ");
        }
    }

    @Test
    void aUnixSocketIsNamed() throws IOException {
        Path socket = folder.resolve("my server.sock");
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(socket));

            assertThat(UnixListeners.of(List.of(ProcessHandle.current()))).contains(socket.toString());
        }
        assertThat(UnixListeners.of(List.of(ProcessHandle.current()))).doesNotContain(socket.toString());
    }

    /** Without a certificate it can but answer with an alert. */
    @Test
    void tlsIsTold() throws Exception {
        try (ServerSocket server =
                SSLServerSocketFactory.getDefault().createServerSocket(port, 50, InetAddress.getByName("127.0.0.1"))) {
            Thread serving = new Thread(() -> {
                while (true) {
                    try (var socket = server.accept()) {
                        socket.getInputStream().read();
                    } catch (IOException e) {
                        if (server.isClosed()) {
                            return;
                        }
                    }
                }
            });
            serving.setDaemon(true);
            serving.start();

            String hint = "; it speaks TLS there; fix: name its plain HTTP port in url, for TLS is not supported";
            assertThat(NotReadyHint.of(running("127.0.0.1"), CLOSED, NOBODY)).isEqualTo(hint);
            assertThat(NotReadyHint.of(running("127.0.0.1"), new ReadyReply.WrongStatus(400, 200), NOBODY))
                    .isEqualTo(hint);
            assertThat(NotReadyHint.of(running("127.0.0.1"), new ReadyReply.WrongStatus(503, 200), NOBODY))
                    .isEmpty();
        }
    }

    @Test
    void whoIsNeitherIsNotSaidToBe() throws Exception {
        for (byte[] answer :
                List.of("220 mail ready\r\n".getBytes(UTF_8), new byte[0], "HTTP/1.1 400 No".getBytes(UTF_8))) {
            try (RawServer server = new RawServer(head -> answer)) {
                assertThat(SpokenProtocol.at(URI.create("http://127.0.0.1:" + server.port() + "/")))
                        .isEmpty();
            }
        }
    }

    private ServerSocket listener(String address) throws IOException {
        return new ServerSocket(port, 50, InetAddress.getByName(address));
    }

    private Assignment running(String host) {
        Serving.Running running = new Serving.Running(URI.create("http://" + host + ":" + port), Optional.empty());
        Target like = Targets.running("runs", port, null, Duration.ofSeconds(1)).target();
        Target target = new Target(
                like.folder(), like.name(), like.version(), like.build(), running, like.traffic(), like.ready());
        return Assignment.running(target, running);
    }
}
