package weighbridge.server;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weighbridge.text.Hosts;
import weighbridge.text.Hosts.Authority;

/**
 * The url of a request, taken apart: a path alone, or, as the {@code url} of a target, absolute where its server runs already.
 *
 * @param text all of it
 * @param scheme such as {@code http}; empty where it is a path alone
 * @param authority what stands between scheme and path; null where it is a path alone
 * @param path path and query
 */
record TargetUrl(String text, String scheme, Authority authority, String path) {
    private static final String PATH = "path and query, starting with one '/', percent-encoded";
    private static final String EXAMPLE = "http://localhost:8080/hello";
    private static final Pattern RIGHT_PATH = TargetSchema.pattern("path");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z]+}");
    /** RFC 3986, 3.3 and 3.4: what may stand neither in a path nor in a query as it is. */
    private static final Pattern TO_ENCODE = Pattern.compile("%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9._~!$&'()*+,;=:@/?%-]");

    private static final Pattern ABSOLUTE =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)(.*)", Pattern.DOTALL);

    static TargetUrl of(String text) {
        Matcher url = ABSOLUTE.matcher(text);
        if (!url.matches()) {
            return new TargetUrl(text, "", null, text);
        }
        // RFC 3986, 6.2.3: without a path it is "/".
        String path = url.group(3).startsWith("/") ? url.group(3) : "/" + url.group(3);
        return new TargetUrl(text, url.group(1), Authority.of(url.group(2)), path);
    }

    boolean isAbsolute() {
        return authority != null;
    }

    /** Scheme, host and port of a server that runs already. */
    URI base() {
        return URI.create("http://" + authority.host() + ":" + (authority.port() == null ? "80" : authority.port()));
    }

    /** Says what is wrong with the target's own url. */
    void check(YamlTree yaml, Hosts hosts) {
        if (isAbsolute()) {
            checkAbsolute(yaml, hosts);
        } else {
            checkPath(yaml, "/url", PATH + ", or the absolute url of a server that runs already");
        }
    }

    /** Says what is wrong with the url of a request that has the host of the target. */
    void checkPath(YamlTree yaml, String pointer) {
        checkPath(yaml, pointer, PATH);
    }

    private void checkPath(YamlTree yaml, String pointer, String allowed) {
        Optional<String> fix;
        if (text.matches("(?is)https?://.*")) {
            fix = Optional.of("write the path alone; host and port are those of the target's url");
        } else if (!text.startsWith("/")) {
            String url = "url: \"/hello?name=World\"";
            fix = Optional.of(
                    "write for example " + url + ", or for a server that runs already url: \"" + EXAMPLE + '"');
        } else if (text.startsWith("//")) {
            fix = Optional.of("start it with one '/'; host and port stand before it");
        } else {
            fix = fixOfPath("");
        }
        fix.ifPresent(how -> yaml.wrong(pointer, '"' + text + '"', allowed, how));
    }

    /** What to do about the characters of the path; empty where it is right. @param base what stands before it */
    private Optional<String> fixOfPath(String base) {
        Matcher placeholder = PLACEHOLDER.matcher(path);
        if (placeholder.find()) {
            return Optional.of(
                    "write the value in place of " + placeholder.group() + "; nothing is filled in in a url");
        }
        if (path.indexOf('#') >= 0) {
            return Optional.of("remove the part from '#' on, which no server gets to see, or write %23");
        }
        String right = TO_ENCODE.matcher(path).replaceAll(wrong -> encoded(wrong.group()));
        return RIGHT_PATH.matcher(path).matches()
                ? Optional.empty()
                : Optional.of("write url: \"" + base + right + '"');
    }

    private void checkAbsolute(YamlTree yaml, Hosts hosts) {
        String host = authority.host();
        String port = authority.port();
        // Without a password, which belongs neither on a console nor in a log.
        String shown = '"' + (authority.user() == null ? text : scheme + "://***@" + host + "…") + '"';
        if (scheme.equalsIgnoreCase("https")) {
            wrong(yaml, shown, "http://", "name the server's plain HTTP port; TLS is not supported");
        } else if (!scheme.equalsIgnoreCase("http")) {
            wrong(yaml, shown, "http://", example(EXAMPLE));
            return;
        }
        if (authority.user() != null) {
            String fix = "remove all up to the '@', and write headers: {Authorization: \"Basic …\"}";
            wrong(yaml, "a user in " + shown, "host and port alone before the path", fix);
        }
        checkHost(yaml, host, hosts, shown);
        if (port != null && !isPort(port)) {
            String fix = "write the port that the server listens on";
            String started =
                    "write the port that the running server listens on; where Weighbridge starts it, write the path alone";
            boolean filled = PLACEHOLDER.matcher(port).find();
            wrong(yaml, "the port \"" + port + "\" in " + shown, "a port from 1 to 65535", filled ? started : fix);
        }
        fixOfPath("http://" + host + (port == null ? "" : ":" + port))
                .ifPresent(fix -> wrong(yaml, "the path \"" + path + "\" in " + shown, PATH, fix));
    }

    private static void checkHost(YamlTree yaml, String host, Hosts hosts, String shown) {
        String found = "the host \"" + host + "\" in " + shown;
        if (host.isEmpty()) {
            wrong(yaml, "no host in " + shown, Hosts.HERE, example(EXAMPLE));
        } else if (!Hosts.isHost(host)) {
            wrong(yaml, found, Hosts.HERE, example(host.contains(":") ? "http://[::1]:8080/hello" : EXAMPLE));
        } else if (!hosts.allow(host)) {
            String fix = "to load that host, which has to be yours, give " + hosts.settingFor(host);
            wrong(yaml, found, Hosts.HERE + ", and what allowRemote names", fix);
        }
    }

    private static String encoded(String characters) {
        return URLEncoder.encode(characters, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean isPort(String port) {
        return port.matches("\\d{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65_535;
    }

    private static String example(String url) {
        return "write for example url: \"" + url + '"';
    }

    private static void wrong(YamlTree yaml, String found, String allowed, String fix) {
        yaml.wrong("/url", found, allowed, fix);
    }
}
