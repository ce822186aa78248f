package weighbridge.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what one call asks: the target's own keys for the first, those of an entry of {@code then} for the others. */
final class RequestReader {
    static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** What asks and sends nothing. */
    static final List<String> ASKING = List.of("GET", "HEAD");

    private RequestReader() {}

    static Request read(YamlMap map, String url) {
        Optional<String> given = map.choice("method", METHODS);
        String method = given.orElse("GET");
        Map<String, String> headers = HeaderReader.read(map);
        Optional<String> body = map.text("body");
        // Where the method itself is wrong, nobody knows whether it has a body.
        boolean methodIsKnown = given.isPresent() || !map.has("method");
        if (body.isPresent() && methodIsKnown && ASKING.contains(method)) {
            map.wrong("body", "a body with " + method, "a body with any method but GET and HEAD", "add method: POST");
        }
        Expectation expect = map.map("expect")
                .map(inner -> expectation(inner, method))
                .orElseGet(() -> new Expectation(200, Optional.empty()));
        return new Request(method, url, headers, body, expect);
    }

    private static Expectation expectation(YamlMap map, String method) {
        int status = map.integer("status", 100, 599).orElse(200);
        Optional<String> body = map.text("body");
        map.finish();
        // RFC 9110, 6.4.1: these answers end with their headers, whatever is asked.
        boolean bodiless = status < 200 || status == 204 || status == 304;
        if (body.isPresent() && method.equals("HEAD")) {
            map.wrong(
                    "body",
                    "a body expected of HEAD",
                    "no body: HEAD never has one",
                    "remove it, or write method: GET");
        } else if (bodiless && !body.orElse("").isEmpty()) {
            map.wrong(
                    "body",
                    "a body expected with status " + status,
                    "no body: an answer with this status never has one",
                    "remove it, or correct the status");
        }
        return new Expectation(status, body);
    }
}
