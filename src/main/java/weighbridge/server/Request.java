package weighbridge.server;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one call asks.
 *
 * @param method such as GET
 * @param url path and query, starting with {@code /}
 * @param headers sent as they are, on top of those that the generator needs itself
 * @param body what is sent, where something is
 * @param expect what a right answer is
 */
public record Request(
        String method, String url, Map<String, String> headers, Optional<String> body, Expectation expect) {
    /** Copies the map. */
    public Request {
        Objects.requireNonNull(method);
        headers = Map.copyOf(headers);
    }

    /** A plain GET. */
    public static Request get(String url, Expectation expect) {
        return new Request("GET", url, Map.of(), Optional.empty(), expect);
    }
}
