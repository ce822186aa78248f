package weighbridge.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static weighbridge.truth.RawServer.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.truth.RawServer;

/** A server is asked whether it is ready as it is asked under load, and its answers are read alike. */
@Timeout(180)
@Tag("untimed")
class OneHttpIT {
    private static final String OK = "HTTP/1.1 200 OK";

    /** A server: how it answers the head of a request, and what its {@code target.yaml} says of its calls. */
    private record Served(String name, Function<String, byte[]> answer, String keys) {}

    private static final List<Served> SERVED = List.of(
            new Served(
                    "negotiating",
                    head -> answer(
                            (head.contains("text/html") ? "<html>" : "{}").getBytes(UTF_8), OK, "Content-Length: 2"),
                    "expect: {body: '{}'}"),
            new Served(
                    "packing",
                    head -> answer(packed("Hello World!"), OK, "Content-Encoding: gzip"),
                    "expect: {body: Hello World!}"),
            new Served(
                    "western",
                    head -> answer("Grüße".getBytes(ISO_8859_1), OK, "Content-Type: text/plain; charset=ISO-8859-1"),
                    "expect: {body: Grüße}"),
            new Served(
                    "hinting",
                    head -> answer(
                            answer("ok".getBytes(UTF_8), OK, "Content-Length: 2", "Content-Length: 2"),
                            "HTTP/1.1 103 Early Hints",
                            "Link: </style.css>; rel=preload"),
                    "expect: {body: ok}"),
            new Served(
                    "private",
                    head -> answer(
                            new byte[0], head.contains("X-Token: t") ? "HTTP/1.1 204 No Content" : "HTTP/1.1 401 No"),
                    "headers: {X-Token: t, accept: application/json}\nexpect: {status: 204}"));

    @TempDir
    Path folder;

    @Test
    void readinessAndLoadAskTheSameAndReadTheSame() throws Exception {
        Map<String, RawServer> servers = new LinkedHashMap<>();
        try {
            Run run = new Run(folder).with("calls", "5").with("warmup", "0").with("timeout", "30s");
            for (Served served : SERVED) {
                RawServer server = new RawServer(served.answer());
                servers.put(served.name(), server);
                run.describe(served.name(), """
                        name: %s
                        version: "1"
                        url: "http://localhost:%d/a%%20b?c=d"
                        ready: {timeout: 20s}
                        %s
                        """.formatted(served.name(), server.port(), served.keys()));
            }
            Run.Result result = run.finish();

            assertThat(result.exitStatus()).as(result.console()).isZero();
            for (String name : servers.keySet()) {
                assertThat(result.target(name).burst().successRatio()).as(name).isOne();
                assertThat(servers.get(name).heads()).as(name).hasSizeGreaterThan(5);
                assertThat(servers.get(name).heads().stream().distinct())
                        .as(name)
                        .hasSize(1);
            }
        } finally {
            for (RawServer server : servers.values()) {
                server.close();
            }
        }
    }

    private static byte[] packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
            stream.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e); // nothing is written to but memory
        }
        return bytes.toByteArray();
    }
}
