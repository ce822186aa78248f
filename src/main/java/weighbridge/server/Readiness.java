package weighbridge.server;

import java.time.Duration;
import java.util.Map;

/**
 * When a started server counts as ready.
 *
 * @param url path and query asked again and again, with GET
 * @param headers sent with it
 * @param expect the answer that ends the asking
 * @param timeout how long the server may take from the start of its process
 */
public record Readiness(String url, Map<String, String> headers, Expectation expect, Duration timeout) {
    /** Copies the map. */
    public Readiness {
        headers = Map.copyOf(headers);
    }

    /** Asked without headers of its own. */
    public Readiness(String url, Expectation expect, Duration timeout) {
        this(url, Map.of(), expect, timeout);
    }
}
