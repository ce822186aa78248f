package weighbridge.record;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import com.sun.net.httpserver.HttpServer;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A short run in which everything occurs that an HTTP simulation can log. */
public final class SampleSimulation extends Simulation {
    private final InetAddress loopback = InetAddress.getLoopbackAddress();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 1024);
    /** Connects, since the kernel does that, but never answers. */
    private final ServerSocket silent = new ServerSocket(0, 1024, loopback);
    /** Holds a port on which nobody listens. */
    private final Socket refused = new Socket();

    private final ChainBuilder calls = repeat(20)
            .on(
                    http("GET ok").get("/ok"),
                    http("запит ☃ 😀").get("/ok"),
                    http("größe").get("/gone").check(status().is(200)));

    private final ChainBuilder groups = group("outer")
            .on(
                    http("inside").get("/ok"),
                    group("внутрішня inner")
                            .on(
                                    http("inside").get("/gone").check(status().is(200)),
                                    exec(session -> session).pause(Duration.ofMillis(20))),
                    http("tab\tand\nline").get("/ok"))
            .group("alone")
            .on(http("GET ok, alone").get("/ok"));

    /** Opens the three ports. */
    public SampleSimulation() throws IOException {
        refused.bind(new InetSocketAddress(loopback, 0));
        answer("/ok", 200, "Hello World!");
        answer("/gone", 503, "gone");
        server.start();
        ChainBuilder failures = exec(
                http("refused").get(url(refused.getLocalPort())),
                http("silent").get(url(silent.getLocalPort())).requestTimeout(Duration.ofMillis(200)),
                http("unbuilt").get("#{missing}"),
                http("n".repeat(LogFormat.MAX_STRING_BYTES)).get("/ok"));
        setUp(
                        scenario("calls").exec(calls).injectOpen(atOnceUsers(50)),
                        scenario("größe and groups").exec(groups).injectOpen(atOnceUsers(10)),
                        scenario("失敗").exec(failures).injectOpen(atOnceUsers(5)))
                .protocols(http.baseUrl(url(server.getAddress().getPort())).disableWarmUp())
                .assertions(
                        global().failedRequests().count().gte(1L),
                        global().responseTime().max().lt(60_000));
    }

    /** Closes them. */
    @Override
    public void after() {
        server.stop(0);
        try {
            silent.close();
            refused.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url(int port) {
        return "http://" + loopback.getHostAddress() + ":" + port;
    }

    private void answer(String path, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
