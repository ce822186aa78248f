package weighbridge.server;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the {@code headers} of a request. */
final class HeaderReader {
    /** Of the connection and not of the request, or made from the body: the generator sends what is true. */
    private static final Set<String> GENERATORS = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** RFC 9110, 5.6.2. */
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    private HeaderReader() {}

    static Map<String, String> read(YamlMap request) {
        Map<String, String> headers = new LinkedHashMap<>();
        Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.map("headers").ifPresent(map -> {
            for (String name : map.keys()) {
                checkName(map, name);
                String other = names.putIfAbsent(name, name);
                if (other != null) {
                    map.wrong(name, "the same header as " + other, "each header once", "keep one of the two");
                }
                map.text(name).filter(value -> isValue(map, name, value)).ifPresent(value -> headers.put(name, value));
            }
        });
        return headers;
    }

    private static void checkName(YamlMap map, String name) {
        if (!name.matches(TOKEN)) {
            map.wrong(
                    name,
                    YamlNodes.quote(name) + " as a name",
                    "letters, digits and any of !#$%&'*+-.^_`|~",
                    "write for example Content-Type: application/json");
        } else if (GENERATORS.contains(name.toLowerCase(Locale.ROOT))) {
            map.wrong(
                    name,
                    "a header that the generator sends itself",
                    "any header that is not about the connection or the length of the body",
                    name.equalsIgnoreCase("connection") || name.equalsIgnoreCase("keep-alive")
                            ? "remove it; keepAlive: true keeps connections"
                            : "remove it");
        }
    }

    /** A line break would be a header more; what is not ASCII has no agreed form on the wire (RFC 9110, 5.5). */
    private static boolean isValue(YamlMap map, String name, String value) {
        boolean good = value.matches("[ -~]*");
        if (!good) {
            map.wrong(
                    name,
                    YamlNodes.quote(value),
                    "printable ASCII characters on one line",
                    "remove all other characters");
        }
        return good;
    }
}
