package weighbridge.text;

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
    public static final String HERE = "localhost, 127.x.x.x or [::1]";

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
    public static boolean isLoopback(String host) {
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

    /** Whether this host may be called. */
    public boolean allow(String host) {
        return isLoopback(host) || remote.stream().anyMatch(host::equalsIgnoreCase);
    }

    /** The setting that would allow this host too. */
    public String settingFor(String host) {
        String hosts = (remote.isEmpty() ? "" : String.join(",", remote) + ",") + host.toLowerCase(Locale.ROOT);
        // A shell would look for files that match the brackets.
        return "-DallowRemote=" + (hosts.contains("[") ? "'" + hosts + "'" : hosts);
    }

    /**
     * What stands in a url between its {@code //} and its path (RFC 3986, 3.2), taken apart and not yet judged.
     *
     * @param user what stands before the {@code @}; null where there is none
     * @param host with its brackets, where it has some
     * @param port what stands after the colon; null where there is none
     */
    public record Authority(String user, String host, String port) {
        /** Takes a text apart. */
        public static Authority of(String text) {
            int at = text.lastIndexOf('@');
            String user = at < 0 ? null : text.substring(0, at);
            String rest = text.substring(at + 1);
            int colon = rest.lastIndexOf(':');
            boolean inBrackets = colon < rest.lastIndexOf(']');
            // Two colons without brackets are no host with its port, so all of it is a host, if a wrong one.
            boolean bare = !rest.startsWith("[") && rest.indexOf(':') != colon;
            return colon < 0 || inBrackets || bare
                    ? new Authority(user, rest, null)
                    : new Authority(user, rest.substring(0, colon), rest.substring(colon + 1));
        }
    }
}
