package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.TargetReport;

/** Servers that run already, here one of this very process, and the calls that a target.yaml can ask for. */
@Timeout(180)
@Tag("untimed")
class RunningServerRunIT {
    @TempDir
    Path folder;

    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    /** What a call asked, and on which connection. */
    private record Asked(
            String method, String path, String type, String token, String body, int connection, String keep) {}

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 1000);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().toString();
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    path,
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    exchange.getRequestHeaders().getFirst("X-Token"),
                    body,
                    exchange.getRemoteAddress().getPort(),
                    exchange.getRequestHeaders().getFirst("Connection")));
            byte[] answer = ("got " + body).getBytes(StandardCharsets.UTF_8);
            if (path.equals("/moved")) {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
            }
            int status = path.equals("/orders") ? 201 : path.equals("/moved") ? 302 : 200;
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void callsAreMadeAsTheyAreDescribedAndTheServerStays() throws Exception {
        Run.Result result = new Run(folder)
                .describe("shop", """
                        name: shop
                        version: "7"
                        url: "http://127.0.0.1:%d/orders"
                        method: POST
                        headers: {Content-Type: application/json, X-Token: "#{secret}"}
                        body: '{"n": "#{one}"}'
                        expect: {status: 201, body: 'got {"n": "#{one}"}'}
                        then: [{url: "/orders/1?full=yes"}]
                        callsPerUser: 5
                        keepAlive: true
                        ready: {url: /health, timeout: 10s}
                        """.formatted(port()))
                .with("calls", "52")
                .with("warmup", "0")
                .with("timeout", "30s")
                .finish();

        assertThat(result.exitStatus()).as(result.console()).isZero();
        TargetReport shop = result.target("shop");
        assertThat(shop.identity().started()).isFalse();
        assertThat(shop.burst().calls()).isEqualTo(52);
        // Ten users make five calls, POST and GET in turn, and the last one makes the two that are left.
        assertThat(shop.burst().counter()).isEqualTo(Map.of(201, 31, 200, 21));
        assertThat(shop.burst().successRatio()).isOne();
        List<Asked> calls =
                asked.stream().filter(call -> !call.path().equals("/health")).toList();
        assertThat(calls).hasSize(52);
        assertThat(calls.stream().filter(call -> call.method().equals("POST")))
                .hasSize(31)
                .allSatisfy(call -> {
                    assertThat(call.path()).isEqualTo("/orders");
                    assertThat(call.type()).isEqualTo("application/json");
                    assertThat(call.token()).isEqualTo("#{secret}");
                    assertThat(call.body()).isEqualTo("{\"n\": \"#{one}\"}");
                });
        assertThat(calls.stream().filter(call -> call.method().equals("GET")))
                .hasSize(21)
                .allSatisfy(call -> assertThat(call.path()).isEqualTo("/orders/1?full=yes"));
        assertThat(calls.stream().map(Asked::connection).distinct()).hasSize(11);
        assertThat(result.console())
                .contains("Running already, left running: shop")
                .contains("Killing PIDs: none");
        assertThat(result.summary())
                .contains("shop: POST http://127.0.0.1:" + port() + "/orders, then GET http://127.0.0.1:" + port()
                        + "/orders/1?full=yes; 5 calls a user, on one connection that is kept");
    }

    @Test
    void withoutAProcessItIsNotWeighedAndEachCallHasItsOwnConnection() throws Exception {
        Run.Result result = new Run(folder)
                .describe("plain", """
                        name: plain
                        version: "1"
                        url: "http://localhost:%d/moved"
                        callsPerUser: 2
                        expect: {status: 302}
                        """.formatted(port()))
                .target("ours")
                .with("calls", "40")
                .with("warmup", "1")
                .with("timeout", "30s")
                .finish();

        assertThat(result.exitStatus()).as(result.console()).isZero();
        TargetReport plain = result.target("plain");
        assertThat(plain.burst().counter()).isEqualTo(Map.of(302, 40));
        assertThat(plain.identity().pid()).isNull();
        assertThat(plain.memory().idle()).isNull();
        assertThat(plain.window().cpu()).isNull();
        assertThat(plain.cold().counter()).isEqualTo(Map.of(302, 40));
        assertThat(result.target("ours").burst().counter()).isEqualTo(Map.of(200, 40));
        // The cold burst, the warm-up and the measured one; what the redirect names is never asked.
        List<Asked> calls = asked.stream()
                .filter(call -> "close".equalsIgnoreCase(call.keep()))
                .toList();
        assertThat(calls)
                .hasSizeGreaterThanOrEqualTo(120)
                .allMatch(call -> call.path().equals("/moved"));
        assertThat(asked).noneMatch(call -> call.path().equals("/elsewhere"));
        Map<Integer, Long> perConnection =
                calls.stream().collect(Collectors.groupingBy(Asked::connection, Collectors.counting()));
        assertThat(perConnection.size()).isGreaterThan(100); // the kernel gives a port again now and then
        assertThat(result.console())
                .containsPattern("plain 1 +not weighed  http://localhost:" + port() + "/moved")
                .containsPattern("plain 1 +not weighed");
        assertThat(result.summary()).contains("not weighed");
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
