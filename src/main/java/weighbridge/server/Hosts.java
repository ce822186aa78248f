package weighbridge.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hosts that may be called: this machine, and those that the user named. The text alone decides, without any look-up:
 * whoever answers for a name could answer otherwise when it is called.
 *
 * @param remote what {@code allowRemote} names
 */
public record Hosts(List<String> remote) {
    /** Which hosts are this machine, for messages. */
    static final String HERE = "localhost, 127.x.x.x or [::1]";

    private static final String BYTE = "(?:0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
    private static final String LOOPBACK = "(?i:localhost)|127(?:\\." + BYTE + "){3}|\\[::1]";
    private static final Pattern AUTHORITY = Pattern.compile("http://([^/?#]*).*", Pattern.DOTALL);
    private static final String FORM = "[A-Za-z0-9][A-Za-z0-9.-]*|\\[[0-9A-Fa-f:.]+]";

    /** Copies the list. */
    public Hosts {
        remote = List.copyOf(remote);
    }

    /** Whether this is a name or an address as it stands in a url, an IPv6 address with its brackets. */
    public static boolean isHost(String text) {
        try {
            return text.matches(FORM) && new URI("http://" + text + ":80/").getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether this is one of the plain spellings of this machine, an IPv6 address with its brackets. */
    static boolean isLoopback(String host) {
        return host.matches(LOOPBACK);
    }

    /** The hosts of these urls beside this machine, each once, as {@code allowRemote} has to name them. */
    public static List<String> remote(List<String> urls) {
        return urls.stream()
                .map(AUTHORITY::matcher)
                .filter(Matcher::matches)
                .map(url -> Authority.of(url.group(1)).host().toLowerCase(Locale.ROOT))
                .filter(host -> isHost(host) && !isLoopback(host))
                .distinct()
                .toList();
    }

    boolean allow(String host) {
        return isLoopback(host) || remote.stream().anyMatch(host::equalsIgnoreCase);
    }

    /** The setting that would allow this host too. */
    String settingFor(String host) {
        String hosts = (remote.isEmpty() ? "" : String.join(",", remote) + ",") + host.toLowerCase(Locale.ROOT);
        // A shell would look for files that match the brackets.
        return "-DallowRemote=" + (hosts.contains("[") ? "'" + hosts + "'" : hosts);
    }
}
