package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.TargetReport;
import weighbridge.faults.FieldServers;
import weighbridge.truth.TruthProcess;

/** Servers whose processes are not just those that a target names or starts. */
@EnabledOnOs(OS.LINUX)
@Timeout(180)
@Tag("untimed")
class WhoServesIT {
    @TempDir
    Path folder;

    /**
     * One of its own pid, one whose pid is another's, one that is only the client of a daemon, one beside whom another one
     * listens, and one of whose CPU time the kernel drops a part.
     */
    @Test
    void whoServesIsWeighedAndNobodyElse() throws Exception {
        Path wish = fifo("wish");
        Path shareWish = fifo("share-wish");
        List<String> share = python("share.py", """
                class Server(http.server.ThreadingHTTPServer):
                    request_queue_size = 1024
                    def server_bind(self):
                        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
                        super().server_bind()
                    def server_activate(self):
                        super().server_activate()
                        second = os.path.join(os.path.dirname(sys.argv[0]), "second")
                        if len(sys.argv) > 2: # the first one waits until the second, which it wishes for, listens too
                            open(sys.argv[2], "w").write(sys.argv[1])
                            while not os.path.exists(second): time.sleep(0.05)
                        else:
                            open(second, "w").close()
                """);
        List<String> forking = python("forking.py", """
                signal.signal(signal.SIGCHLD, signal.SIG_IGN)
                class Server(socketserver.ForkingMixIn, http.server.HTTPServer): request_queue_size = 1024
                """);
        CompletableFuture<Process> daemon =
                CompletableFuture.supplyAsync(() -> daemon(wish, port -> TruthProcess.command(port)));
        CompletableFuture<Process> sharer = CompletableFuture.supplyAsync(
                () -> daemon(shareWish, port -> List.of(share.get(0), share.get(1), port)));
        Process stale = new ProcessBuilder("sleep", "300").start();
        try (TruthProcess serves = TruthProcess.start()) {
            String running = "name: %s\nversion: \"1\"\nurl: \"http://127.0.0.1:%d/\"\npid: %d\n";
            Run.Result result = new Run(folder)
                    .describe(
                            "mine",
                            running.formatted(
                                    "mine", serves.port(), serves.process().pid()))
                    .describe("stale", running.formatted("stale", serves.port(), stale.pid()))
                    .describe("client", """
                            name: client
                            version: "1"
                            command: [sh, -c, "echo {port} > %s; exec sleep 300"]
                            url: /
                            """.formatted(wish))
                    .describe("shared", """
                            name: shared
                            version: "1"
                            command: [%s, "{port}", %s]
                            url: /
                            """.formatted(String.join(", ", share), shareWish))
                    .describe("forking", """
                            name: forking
                            version: "1"
                            command: [%s, "{port}"]
                            url: /
                            """.formatted(String.join(", ", forking)))
                    .with("calls", "40")
                    .with("warmup", "0")
                    .with("timeout", "30s")
                    .finish();

            assertThat(result.exitStatus()).as(result.console()).isZero();
            TargetReport mine = result.target("mine");
            assertThat(mine.memory().idle().rssBytes()).isGreaterThan(20 << 20);
            assertThat(mine.window().cpu().seconds()).isPositive();
            assertThat(mine.memory().liveHeap().reason()).contains("it ran already");
            for (String name : List.of("stale", "client")) {
                TargetReport other = result.target(name);
                assertThat(other.burst().counter()).isEqualTo(Map.of(200, 40));
                assertThat(other.memory().idle()).isNull();
                assertThat(other.window().cpu()).isNull();
            }
            String summary = result.summary();
            FieldServers.STALE_PID.isSeen(summary, "stale", result.exitStatus());
            FieldServers.CLIENT.isSeen(summary, "client", result.exitStatus());
            FieldServers.SHARED_PORT.isSeen(summary, "shared", result.exitStatus());
            FieldServers.IGNORES_SIGCHLD.isSeen(summary, "forking", result.exitStatus());
            assertThat(summary)
                    .contains("port " + serves.port() + " is served by PID "
                            + serves.process().pid() + " (java), which is not")
                    .contains("is served by PID " + daemon.join().pid() + " (java), which the target")
                    .contains("are not weighed: PID " + sharer.join().pid() + " (python3)");
            assertThat(result.target("forking").burst().counter()).isEqualTo(Map.of(200, 40));
            assertThat(result.target("forking").window().cpu()).isNull();
            assertThat(List.of(daemon.join(), sharer.join(), stale)).allMatch(Process::isAlive);
        } finally {
            stale.destroyForcibly();
            daemon.thenAccept(Process::destroyForcibly);
            sharer.thenAccept(Process::destroyForcibly);
        }
    }

    private Path fifo(String name) throws IOException, InterruptedException {
        Path fifo = folder.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        return fifo;
    }

    /** The beginning of the command of a server that answers "ok", which the port ends. @param server its class */
    private List<String> python(String file, String server) throws IOException {
        Path script = Files.writeString(
                folder.resolve(file),
                """
                import http.server, os, signal, socket, socketserver, sys, time
                class Handler(http.server.BaseHTTPRequestHandler):
                    def do_GET(self):
                        self.send_response(200)
                        self.end_headers()
                        self.wfile.write(b"ok")
                """ + server + "Server((\"127.0.0.1\", int(sys.argv[1])), Handler).serve_forever()\n");
        return List.of("python3", script.toString());
    }

    /** Started once somebody wishes for it on a port. */
    private Process daemon(Path wish, Function<String, List<String>> command) {
        try {
            return new ProcessBuilder(command.apply(Files.readString(wish).strip()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(wish.getFileName() + ".log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
