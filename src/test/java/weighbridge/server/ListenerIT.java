package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weighbridge.record.Listener;
import weighbridge.record.Listener.Kind;
import weighbridge.record.Listener.Owner;
import weighbridge.record.Reading;
import weighbridge.server.Fleet.Start;
import weighbridge.truth.TruthProcess;

/** Who serves the port of a server that is started is who is weighed, or is named. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
@Tag("untimed")
class ListenerIT {
    private static final String IDLES = "exec sleep 300";

    @TempDir
    private Path folder;

    private int port;

    @BeforeEach
    void choosePort() {
        port = new Ports().free();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec \"$@\"",
                "\"$@\" & wait",
                "(\"$@\" &); " + IDLES,
                "setsid -f \"$@\"; " + IDLES,
                "env -i \"$@\" & " + IDLES,
                "(env -i \"$@\" &); " + IDLES,
                "env -i setsid -f \"$@\"; " + IDLES,
                "env -i sh -c 'setsid -f setsid -f \"$@\"' sh \"$@\"; " + IDLES,
            })
    void whoLeftTheTreeIsWeighedWithItAndEnded(String script) throws Exception {
        Server server;
        try (Fleet fleet = new Fleet(folder, Ledger.none())) {
            server = start(fleet, script);

            assertThat(server.atReady()).hasValue(new Listener(Kind.WEIGHED, List.of()));
            assertThat(server.listener()).hasValue(new Listener(Kind.WEIGHED, List.of()));
            Reading reading = server.processes().orElseThrow().weigh().orElseThrow();
            assertThat(reading.rssBytes()).as("a JVM is among them").isGreaterThan(20 << 20);
        }
        assertThat(new Ports().free()).isPositive();
        Ports.requireFree(List.of(new Assignment(server.assignment().target(), port)));
    }

    /** It serves no port, bears no mark and is in no tree, but in the group of the process that was started. */
    @Test
    void whoServesNothingIsWeighedByItsGroup() throws Exception {
        try (Fleet fleet = new Fleet(folder, Ledger.none())) {
            Server server = start(fleet, "(env -i sleep 300 &); exec \"$@\"");

            assertThat(server.processes().orElseThrow().weigh().orElseThrow().processes())
                    .isEqualTo(2);
        }
    }

    /** The script goes on, so that its process alone would tell of a server that is up. */
    @Test
    void aServerThatEndsBehindItsScriptIsTold() throws Exception {
        try (Fleet fleet = new Fleet(folder, Ledger.none())) {
            Server server = start(fleet, "(\"$@\" &); " + IDLES);
            assertThat(server.isDeserted()).isFalse();

            ProcessHandle java = ((StartedServer) server)
                    .family().stream()
                            .filter(process -> process.pid() != server.pid().orElseThrow())
                            .findFirst()
                            .orElseThrow();
            java.destroyForcibly();
            java.onExit().join();

            assertThat(server.isAlive()).isTrue();
            assertThat(server.isDeserted()).isTrue();
            assertThat(server.ending(folder))
                    .startsWith("nobody listens on port " + port + " any more, though its command (PID "
                            + server.pid().orElseThrow() + ") still runs");
        }
    }

    /** As docker, systemctl and pm2 do: the test starts it for them. */
    @Test
    void whoIsNotOfItIsNamedAndLeftAlone() throws Exception {
        Process daemon = new ProcessBuilder(TruthProcess.command(Integer.toString(port)))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("daemon").toFile())
                .start();
        try (Fleet fleet = new Fleet(folder, Ledger.none())) {
            Server server = start(fleet, IDLES);

            assertThat(server.atReady()).hasValue(new Listener(Kind.OTHER, List.of(new Owner(daemon.pid(), "java"))));
            assertThat(server.pid()).isEmpty();
            assertThat(server.processes()).isEmpty();
            fleet.close();
            assertThat(daemon.isAlive()).isTrue();
        } finally {
            daemon.destroyForcibly().waitFor();
        }
    }

    /** Two sockets on one port, and the kernel gives each its share (SO_REUSEPORT). */
    @Test
    void whoSharesThePortIsNamed() throws Exception {
        Path script = Files.writeString(folder.resolve("share.py"), """
                import http.server, socket, sys
                class S(http.server.ThreadingHTTPServer):
                    def server_bind(s):
                        s.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
                        super().server_bind()
                class H(http.server.BaseHTTPRequestHandler):
                    def do_GET(s):
                        s.send_response(200); s.send_header("Content-Length", "12"); s.end_headers(); s.wfile.write(b"Hello World!")
                S(("127.0.0.1", int(sys.argv[1])), H).serve_forever()
                """);
        Process other = new ProcessBuilder("python3", script.toString(), Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("other").toFile())
                .start();
        try (Fleet fleet = new Fleet(folder, Ledger.none())) {
            Server server = start(fleet, "python3 " + script + " $PORT & wait");
            while (server.listener().orElseThrow().is() != Kind.SHARED) {
                assertThat(other.isAlive() && server.isAlive()).isTrue(); // one of them has not come as far yet
            }

            assertThat(server.listener())
                    .hasValue(new Listener(Kind.SHARED, List.of(new Owner(other.pid(), "python3"))));
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void anotherAddressIsAnotherServer() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress("127.0.0.2", port), 0);
        other.start();
        try (Fleet fleet = new Fleet(folder, Ledger.none())) {
            assertThat(start(fleet, "exec \"$@\"").atReady()).hasValue(new Listener(Kind.WEIGHED, List.of()));
        } finally {
            other.stop(0);
        }
    }

    /** @param script has the command of a server as its arguments */
    private Server start(Fleet fleet, String script) throws InterruptedException, IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "PORT=" + port + "; " + script, "sh"));
        command.addAll(TruthProcess.command(Integer.toString(port)));
        Assignment assignment = Targets.at(
                port,
                Targets.of("one", folder, new Expectation(200, Optional.empty()), Targets.LONG, Map.of(), command));
        Start start = fleet.start(List.of(assignment)).get(assignment);
        if (start instanceof Start.Ready ready) {
            return ready.server();
        }
        throw new AssertionError(start);
    }
}
