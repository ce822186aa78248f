package weighbridge.targets.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelloServerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Channel server;

    @BeforeAll
    static void start() throws Exception {
        server = HelloServer.start(0);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close().sync();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/hello?name=World | Hello World!",
                "/hello?name=J%C3%BCrgen%20%E2%98%83 | Hello Jürgen ☃!",
                "/hello?name= | Hello Earth!",
                "/hello | Hello Earth!",
                "/hello/ | Hello Earth!"
            })
    void saysHelloToWhomTheUrlNames(String url, String body) throws Exception {
        HttpResponse<String> response = get(url);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/helloes"})
    void knowsNoOtherPath(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aNameCannotAddAHeader() throws Exception {
        assertThat(get("/hello?name=World%0D%0ASplit:%20yes").headers().firstValue("Split"))
                .isEmpty();
    }

    @Test
    void printsTheVersionOfTheFramework() throws Exception {
        Process process = java("--version").start();

        assertThat(process.inputReader().lines()).containsExactly(System.getProperty("framework.version"));
        assertThat(process.waitFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eighty", "65536", "-1"})
    void answersAWrongArgumentWithItsUsage(String argument) throws Exception {
        Process process = java(argument).start();

        assertThat(process.errorReader().lines()).singleElement().asString().startsWith("usage: ");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    private static ProcessBuilder java(String argument) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        return new ProcessBuilder(java, "-cp", classPath, HelloServer.class.getName(), argument);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + ((InetSocketAddress) server.localAddress()).getPort() + path);
        return CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
