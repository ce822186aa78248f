package weighbridge.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import weighbridge.text.Fault;

/** Asks a server once whether it is ready, on a connection that is closed afterwards. */
final class ReadinessProbe {
    /** Between two questions: the resolution of a start-up time. */
    static final Duration PAUSE = Duration.ofMillis(20);

    private static final int ANSWER_MILLIS = 2_000;
    private static final int MAX_SHOWN = 80;
    private static final int BODY_BYTES = 1 << 20;

    private final URI url;
    private final Expectation expect;

    ReadinessProbe(URI url, Expectation expect) {
        this.url = url;
        this.expect = expect;
    }

    /** Empty when the expected answer came, otherwise what came instead. */
    Optional<String> ask() {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(ANSWER_MILLIS);
            connection.setReadTimeout(ANSWER_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setRequestProperty("Connection", "close");
            try {
                return compare(connection);
            } finally {
                connection.disconnect();
            }
        } catch (SocketTimeoutException e) {
            return Optional.of("no complete answer within " + Seconds.of(Duration.ofMillis(ANSWER_MILLIS)) + " s");
        } catch (ConnectException e) {
            return Optional.of("no connection (" + e.getMessage() + ")");
        } catch (IOException e) {
            return Optional.of(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private Optional<String> compare(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status < 0) {
            return Optional.of("an answer that is no HTTP");
        }
        if (status != expect.status()) {
            return Optional.of("status " + status + " instead of " + expect.status());
        }
        if (expect.body().isEmpty()) {
            return Optional.empty();
        }
        String body = body(connection);
        return body.equals(expect.body().get())
                ? Optional.empty()
                : Optional.of("the body \"" + Fault.oneLine(body, MAX_SHOWN) + "\" instead of \""
                        + Fault.oneLine(expect.body().get(), MAX_SHOWN) + '"');
    }

    private static String body(HttpURLConnection connection) throws IOException {
        // Of statuses from 400 on, and null where such an answer has no body at all.
        InputStream error = connection.getErrorStream();
        if (error == null && connection.getResponseCode() >= 400) {
            return "";
        }
        try (InputStream stream = error != null ? error : connection.getInputStream()) {
            return new String(stream.readNBytes(BODY_BYTES), StandardCharsets.UTF_8);
        }
    }
}
