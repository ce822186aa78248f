package weighbridge.server;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weighbridge.text.Hosts;

/** Reads the {@code url} of a target: a path, or the absolute url of a server that runs already. */
final class AddressReader {
    private static final String KEY = "url";
    private static final String ALLOWED = PathReader.ALLOWED + ", or the absolute url of a server that runs already";
    private static final String EXAMPLE = "http://localhost:8080/hello";
    private static final int HTTP_PORT = 80;

    private static final Pattern ABSOLUTE =
            Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?<authority>[^/?#]*)(?<rest>.*)", Pattern.DOTALL);
    private final YamlMap yaml;
    private final Hosts hosts;

    private AddressReader(YamlMap yaml, Hosts hosts) {
        this.yaml = yaml;
        this.hosts = hosts;
    }

    static Address read(YamlMap yaml, Hosts hosts) {
        Optional<String> text = yaml.text(KEY);
        if (text.isEmpty()) {
            return Address.started(yaml.missing(KEY, ALLOWED, "url: /hello", "/"));
        }
        Matcher absolute = ABSOLUTE.matcher(text.get());
        if (absolute.matches()) {
            return new AddressReader(yaml, hosts).running(absolute);
        }
        return Address.started(PathReader.isPath(yaml, KEY, text.get(), ALLOWED) ? text.get() : "/");
    }

    private Address running(Matcher url) {
        Hosts.Authority authority = Hosts.Authority.of(url.group("authority"));
        String shown = YamlNodes.quote(
                authority.user() == null
                        ? url.group()
                        // No password on a console or in a log.
                        : url.group("scheme") + "://***@" + authority.host() + "…");
        if (checkScheme(url.group("scheme"), shown)) {
            checkUser(authority.user(), shown);
            boolean host = checkHost(authority.host(), shown);
            Optional<Integer> port = port(authority.port(), shown);
            String path = path("http://" + url.group("authority").replaceFirst("^.*@", ""), url.group("rest"), shown);
            if (host && port.isPresent()) {
                return new Address(Optional.of(URI.create("http://" + authority.host() + ":" + port.get())), path);
            }
        }
        return new Address(Optional.of(URI.create("http://localhost:" + HTTP_PORT)), "/");
    }

    /** Whether the rest of the url is worth a look. */
    private boolean checkScheme(String scheme, String shown) {
        if (scheme.equalsIgnoreCase("https")) {
            yaml.wrong(KEY, shown, "http://", "name the server's plain HTTP port; TLS is not supported");
        } else if (!scheme.equalsIgnoreCase("http")) {
            yaml.wrong(KEY, shown, "http://", "write for example url: \"" + EXAMPLE + '"');
            return false;
        }
        return true;
    }

    private void checkUser(String user, String shown) {
        if (user != null) {
            yaml.wrong(
                    KEY,
                    "a user in " + shown,
                    "host and port alone before the path",
                    "remove all up to the '@', and write headers: {Authorization: \"Basic …\"}");
        }
    }

    private boolean checkHost(String host, String shown) {
        String found = "the host \"" + host + "\" in " + shown;
        if (host.isEmpty()) {
            yaml.wrong(KEY, "no host in " + shown, Hosts.HERE, "write for example url: \"" + EXAMPLE + '"');
        } else if (!Hosts.isHost(host)) {
            String example = host.contains(":") ? "http://[::1]:8080/hello" : EXAMPLE;
            yaml.wrong(KEY, found, Hosts.HERE, "write for example url: \"" + example + '"');
        } else if (!hosts.allow(host)) {
            yaml.wrong(
                    KEY,
                    found,
                    Hosts.HERE + ", which are this machine, and what allowRemote names",
                    "to load that host, which has to be yours, give " + hosts.settingFor(host));
        }
        return Hosts.isHost(host) && hosts.allow(host);
    }

    private Optional<Integer> port(String port, String shown) {
        if (port == null) {
            return Optional.of(HTTP_PORT);
        }
        if (port.matches("\\d{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65_535) {
            return Optional.of(Integer.parseInt(port));
        }
        String fix = Placeholders.first(port).isPresent()
                ? "write the port that the running server listens on; where Weighbridge starts it, write the path alone"
                : "write the port that the server listens on";
        yaml.wrong(KEY, "the port \"" + port + "\" in " + shown, "a port from 1 to 65535", fix);
        return Optional.empty();
    }

    private String path(String base, String rest, String shown) {
        // RFC 3986, 6.2.3: without a path it is "/".
        String path = rest.startsWith("/") ? rest : "/" + rest;
        Optional<String> fix = PathReader.fixOfRest("write url: \"" + base, path);
        fix.ifPresent(how -> yaml.wrong(KEY, "the path \"" + path + "\" in " + shown, PathReader.ALLOWED, how));
        return fix.isPresent() ? "/" : path;
    }
}
