package weighbridge.server;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weighbridge.text.Hosts;
import weighbridge.text.Hosts.Authority;

/**
 * The {@code url} of a target: a path, or the absolute url of a server that runs already.
 *
 * @param base scheme, host and port of a server that runs already; empty where Weighbridge starts it
 * @param path path and query
 */
record TargetUrl(Optional<URI> base, String path) {
    private static final String PATH = "path and query, starting with one '/', percent-encoded";
    private static final String EXAMPLE = "http://localhost:8080/hello";
    private static final Pattern RIGHT_PATH = TargetSchema.pattern("path");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z]+}");
    /** RFC 3986, 3.3 and 3.4: what may stand neither in a path nor in a query as it is. */
    private static final Pattern NOT_AS_IT_IS = Pattern.compile("%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9._~!$&'()*+,;=:@/?%-]");

    private static final Pattern ABSOLUTE =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)(.*)", Pattern.DOTALL);

    /** Of a text that has been checked. */
    static TargetUrl of(String text) {
        Matcher url = ABSOLUTE.matcher(text);
        if (!url.matches()) {
            return new TargetUrl(Optional.empty(), text);
        }
        Authority authority = Authority.of(url.group(2));
        String port = authority.port() == null ? "80" : authority.port();
        URI base = URI.create("http://" + authority.host() + ":" + port);
        return new TargetUrl(Optional.of(base), path(url.group(3)));
    }

    /** Says what is wrong with the path at this place, where there is one. */
    static void checkPath(YamlTree yaml, String pointer) {
        yaml.text(pointer).ifPresent(text -> checkPath(yaml, pointer, text, PATH));
    }

    /** Says what is wrong with the target's own url, where there is one. */
    static void check(YamlTree yaml, Hosts hosts) {
        yaml.text("/url").ifPresent(text -> {
            Matcher url = ABSOLUTE.matcher(text);
            if (url.matches()) {
                new Absolute(yaml, url).check(hosts);
            } else {
                checkPath(yaml, "/url", text, PATH + ", or the absolute url of a server that runs already");
            }
        });
    }

    private static void checkPath(YamlTree yaml, String pointer, String text, String allowed) {
        fix(text).ifPresent(fix -> yaml.wrong(pointer, '"' + text + '"', allowed, fix));
    }

    /** What to do to make this a path and query; empty where it is one. */
    private static Optional<String> fix(String text) {
        if (text.matches("(?is)https?://.*")) {
            return Optional.of("write the path alone; host and port are those of the target's url");
        }
        if (!text.startsWith("/")) {
            return Optional.of("write for example url: \"/hello?name=World\", or for a server that runs already url: \""
                    + EXAMPLE + '"');
        }
        return text.startsWith("//")
                ? Optional.of("start it with one '/'; host and port stand before it")
                : fix("", text);
    }

    /** What to do about the characters of a path. @param base what stands before it */
    private static Optional<String> fix(String base, String path) {
        Matcher placeholder = PLACEHOLDER.matcher(path);
        if (placeholder.find()) {
            return Optional.of(
                    "write the value in place of " + placeholder.group() + "; nothing is filled in in a url");
        }
        if (path.indexOf('#') >= 0) {
            return Optional.of("remove the part from '#' on, which no server gets to see, or write %23");
        }
        String right = NOT_AS_IT_IS.matcher(path).replaceAll(wrong -> encoded(wrong.group()));
        return RIGHT_PATH.matcher(path).matches()
                ? Optional.empty()
                : Optional.of("write url: \"" + base + right + '"');
    }

    private static String encoded(String characters) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : characters.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(String.format(Locale.ROOT, "%%%02X", octet));
        }
        return encoded.toString();
    }

    /** RFC 3986, 6.2.3: without a path it is "/". */
    private static String path(String rest) {
        return rest.startsWith("/") ? rest : "/" + rest;
    }

    /** An absolute url, taken apart to say what is wrong with each part. */
    private record Absolute(YamlTree yaml, String scheme, Authority authority, String path, String shown) {
        Absolute(YamlTree yaml, Matcher url) {
            this(yaml, url.group(1), Authority.of(url.group(2)), TargetUrl.path(url.group(3)), shown(url));
        }

        /** Without a password, which belongs neither on a console nor in a log. */
        private static String shown(Matcher url) {
            Authority authority = Authority.of(url.group(2));
            String shown = authority.user() == null ? url.group() : url.group(1) + "://***@" + authority.host() + "…";
            return '"' + shown + '"';
        }

        void check(Hosts hosts) {
            boolean tls = scheme.equalsIgnoreCase("https");
            if (!tls && !scheme.equalsIgnoreCase("http")) {
                wrong(shown, "http://", example(EXAMPLE));
                return;
            }
            if (tls) {
                wrong(shown, "http://", "name the server's plain HTTP port; TLS is not supported");
            }
            if (authority.user() != null) {
                String fix = "remove all up to the '@', and write headers: {Authorization: \"Basic …\"}";
                wrong("a user in " + shown, "host and port alone before the path", fix);
            }
            checkHost(authority.host(), hosts);
            if (authority.port() != null) {
                checkPort(authority.port());
            }
            String base = "http://" + authority.host() + (authority.port() == null ? "" : ":" + authority.port());
            fix(base, path).ifPresent(fix -> wrong("the path \"" + path + "\" in " + shown, PATH, fix));
        }

        private void checkHost(String host, Hosts hosts) {
            String found = "the host \"" + host + "\" in " + shown;
            if (host.isEmpty()) {
                wrong("no host in " + shown, Hosts.HERE, example(EXAMPLE));
            } else if (!Hosts.isHost(host)) {
                wrong(found, Hosts.HERE, example(host.contains(":") ? "http://[::1]:8080/hello" : EXAMPLE));
            } else if (!hosts.allow(host)) {
                String fix = "to load that host, which has to be yours, give " + hosts.settingFor(host);
                wrong(found, Hosts.HERE + ", which are this machine, and what allowRemote names", fix);
            }
        }

        private void checkPort(String port) {
            if (!port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535) {
                String fix = PLACEHOLDER.matcher(port).find()
                        ? "write the port that the running server listens on; where Weighbridge starts it, write the path alone"
                        : "write the port that the server listens on";
                wrong("the port \"" + port + "\" in " + shown, "a port from 1 to 65535", fix);
            }
        }

        private static String example(String url) {
            return "write for example url: \"" + url + '"';
        }

        private void wrong(String found, String allowed, String fix) {
            yaml.wrong("/url", found, allowed, fix);
        }
    }
}
