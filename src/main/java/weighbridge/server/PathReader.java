package weighbridge.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads urls without a host: a path and what is asked of it. */
final class PathReader {
    static final String ALLOWED = "path and query, starting with one '/', percent-encoded";

    /** RFC 3986, 3.3 and 3.4: what may stand in a path or a query as it is, and the '%' of what is encoded already. */
    private static final String AS_IT_IS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?%";

    private PathReader() {}

    static Optional<String> read(YamlMap map, String key) {
        return map.text(key).filter(text -> isPath(map, key, text, ALLOWED));
    }

    /** Whether it is one; if not, that has become a fault. */
    static boolean isPath(YamlMap map, String key, String text, String allowed) {
        Optional<String> fix = fix(key, text);
        fix.ifPresent(how -> map.wrong(key, YamlNodes.quote(text), allowed, how));
        return fix.isEmpty();
    }

    /** What to do to make this a path and query; empty where it is one. */
    private static Optional<String> fix(String key, String text) {
        if (text.matches("(?is)https?://.*")) {
            return Optional.of("write the path alone; host and port are those of the target's url");
        }
        if (!text.startsWith("/")) {
            return Optional.of(
                    "write for example " + key
                            + ": \"/hello?name=World\", or for a server that runs already url: \"http://localhost:8080/hello\"");
        }
        if (text.startsWith("//")) {
            return Optional.of("start it with one '/'; host and port stand before it");
        }
        return fixOfRest("write " + key + ": \"", text);
    }

    /** What to do about the characters of a path and query. @param write how the right text is introduced */
    static Optional<String> fixOfRest(String write, String text) {
        Optional<String> placeholder = Placeholders.first(text);
        if (placeholder.isPresent()) {
            return Optional.of("write the value in place of " + placeholder.get() + "; nothing is filled in in a url");
        }
        if (text.indexOf('#') >= 0) {
            return Optional.of("remove the part from '#' on, which no server gets to see, or write %23");
        }
        return isUri(text) ? Optional.empty() : Optional.of(write + encoded(text) + '"');
    }

    private static boolean isUri(String text) {
        try {
            return text.equals(new URI(text).toASCIIString());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25").getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            encoded.append(
                    AS_IT_IS.indexOf(character) >= 0
                            ? Character.toString(character)
                            : String.format(Locale.ROOT, "%%%02X", (int) character));
        }
        return encoded.toString();
    }
}
