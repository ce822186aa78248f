package weighbridge.faults;

import static weighbridge.faults.WrongDescriptor.LEAST;
import static weighbridge.faults.WrongDescriptor.RUNNING;
import static weighbridge.faults.WrongDescriptor.of;

import java.util.List;

/** Urls that are none, or lead elsewhere than to this machine. */
final class WrongUrls {
    private WrongUrls() {}

    static List<WrongDescriptor> rows() {
        return List.of(
                path(
                                "url without a slash",
                                "hello",
                                "target.yaml:4: url: found \"hello\"; allowed: path and query, starting with one '/',"
                                        + " percent-encoded, or the absolute url of a server that runs already; fix: write for example"
                                        + " url: \"/hello?name=World\", or for a server that runs already url:"
                                        + " \"http://localhost:8080/hello\"")
                        .schema(),
                path(
                                "url with two slashes",
                                "//localhost/x",
                                "target.yaml:4: url: found \"//localhost/x\"; allowed: path and query, starting with one"
                                        + " '/', percent-encoded, or the absolute url of a server that runs already; fix: start it with"
                                        + " one '/'; host and port stand before it")
                        .schema(),
                path(
                                "host and port without http://",
                                "localhost:8080/x",
                                "target.yaml:4: url: found \"localhost:8080/x\"; allowed: path and query, starting with one"
                                        + " '/', percent-encoded, or the absolute url of a server that runs already; fix: write for"
                                        + " example url: \"/hello?name=World\", or for a server that runs already url:"
                                        + " \"http://localhost:8080/hello\"")
                        .schema(),
                path(
                                "fragment",
                                "/a#b",
                                "target.yaml:4: url: found \"/a#b\"; allowed: path and query, starting with one '/',"
                                        + " percent-encoded, or the absolute url of a server that runs already; fix: remove the part"
                                        + " from '#' on, which no server gets to see, or write %23")
                        .schema(),
                path(
                                "space in a url",
                                "/a b",
                                "target.yaml:4: url: found \"/a b\"; allowed: path and query, starting with one '/',"
                                        + " percent-encoded, or the absolute url of a server that runs already; fix: write url:"
                                        + " \"/a%20b\"")
                        .schema(),
                path(
                                "letter that is not encoded",
                                "/gr\u00fc\u00df",
                                "target.yaml:4: url: found \"/grüß\"; allowed: path and query, starting with one '/',"
                                        + " percent-encoded, or the absolute url of a server that runs already; fix: write url:"
                                        + " \"/gr%C3%BC%C3%9F\"")
                        .schema(),
                path(
                                "per cent sign that encodes nothing",
                                "/100%",
                                "target.yaml:4: url: found \"/100%\"; allowed: path and query, starting with one '/',"
                                        + " percent-encoded, or the absolute url of a server that runs already; fix: write url:"
                                        + " \"/100%25\"")
                        .schema(),
                path(
                                "characters that turn the writing",
                                "/\u202e",
                                "target.yaml:4: url: found \"/?\"; allowed: path and query, starting with one '/',"
                                        + " percent-encoded, or the absolute url of a server that runs already; fix: write url:"
                                        + " \"/%E2%80%AE\"")
                        .schema(),
                path(
                                "{port} in a path",
                                "/{port}",
                                "target.yaml:4: url: found \"/{port}\"; allowed: path and query, starting with one '/',"
                                        + " percent-encoded, or the absolute url of a server that runs already; fix: write the value in"
                                        + " place of {port}; nothing is filled in in a url")
                        .schema(),
                path(
                                "other placeholder in a path",
                                "/users/{id}",
                                "target.yaml:4: url: found \"/users/{id}\"; allowed: path and query, starting with one '/',"
                                        + " percent-encoded, or the absolute url of a server that runs already; fix: write the value in"
                                        + " place of {id}; nothing is filled in in a url")
                        .schema(),
                of(
                                "absolute url for ready",
                                LEAST + "ready: {url: \"http://localhost:8080/x\"}\n",
                                "target.yaml:5: ready.url: found \"http://localhost:8080/x\"; allowed: path and query,"
                                        + " starting with one '/', percent-encoded; fix: write the path alone; host and port are those"
                                        + " of the target's url")
                        .schema(),
                of(
                                "absolute url in then",
                                LEAST + "then:\n  - url: http://localhost:8080/x\n",
                                "target.yaml:6: then[0].url: found \"http://localhost:8080/x\"; allowed: path and query,"
                                        + " starting with one '/', percent-encoded; fix: write the path alone; host and port are those"
                                        + " of the target's url")
                        .schema(),
                absolute(
                                "https",
                                "https://localhost:8443/x",
                                "target.yaml:3: url: found \"https://localhost:8443/x\"; allowed: http://; fix: name the"
                                        + " server's plain HTTP port; TLS is not supported")
                        .schema(),
                absolute(
                                "other scheme",
                                "ftp://localhost/x",
                                "target.yaml:3: url: found \"ftp://localhost/x\"; allowed: http://; fix: write for example"
                                        + " url: \"http://localhost:8080/hello\"")
                        .schema(),
                absolute(
                                "url with user and password",
                                "http://me:secret@localhost:8080/x",
                                "target.yaml:3: url: found a user in \"http://***@localhost…\"; allowed: host and port alone"
                                        + " before the path; fix: remove all up to the '@', and write headers: {Authorization: \"Basic"
                                        + " …\"}")
                        .schema(),
                absolute(
                                "fragment in an absolute url",
                                "http://localhost:8080/a#b",
                                "target.yaml:3: url: found the path \"/a#b\" in \"http://localhost:8080/a#b\"; allowed: path"
                                        + " and query, starting with one '/', percent-encoded; fix: remove the part from '#' on, which"
                                        + " no server gets to see, or write %23")
                        .schema(),
                absolute(
                                "space in an absolute url",
                                "http://localhost:8080/a b",
                                "target.yaml:3: url: found the path \"/a b\" in \"http://localhost:8080/a b\"; allowed: path"
                                        + " and query, starting with one '/', percent-encoded; fix: write url:"
                                        + " \"http://localhost:8080/a%20b\"")
                        .schema(),
                absolute(
                                "host missing",
                                "http:///x",
                                "target.yaml:3: url: found no host in \"http:///x\"; allowed: localhost, 127.x.x.x or [::1];"
                                        + " fix: write for example url: \"http://localhost:8080/hello\"")
                        .schema(),
                absolute(
                        "port 0",
                        "http://localhost:0/x",
                        "target.yaml:3: url: found the port \"0\" in \"http://localhost:0/x\"; allowed: a port from"
                                + " 1 to 65535; fix: write the port that the server listens on"),
                absolute(
                        "port out of range",
                        "http://localhost:65536/x",
                        "target.yaml:3: url: found the port \"65536\" in \"http://localhost:65536/x\"; allowed: a"
                                + " port from 1 to 65535; fix: write the port that the server listens on"),
                absolute(
                                "port that is no number",
                                "http://localhost:http/x",
                                "target.yaml:3: url: found the port \"http\" in \"http://localhost:http/x\"; allowed: a port"
                                        + " from 1 to 65535; fix: write the port that the server listens on")
                        .schema(),
                absolute(
                                "{port} in an absolute url",
                                "http://localhost:{port}/x",
                                "target.yaml:3: url: found the port \"{port}\" in \"http://localhost:{port}/x\"; allowed: a"
                                        + " port from 1 to 65535; fix: write the port that the running server listens on; where"
                                        + " Weighbridge starts it, write the path alone")
                        .schema(),
                absolute(
                        "remote host",
                        "http://example.org:8080/x",
                        "target.yaml:3: url: found the host \"example.org\" in \"http://example.org:8080/x\";"
                                + " allowed: localhost, 127.x.x.x or [::1], and what allowRemote names;"
                                + " fix: to load that host, which has to be yours, give -DallowRemote=example.org"),
                absolute(
                        "remote address",
                        "http://192.0.2.1:8080/x",
                        "target.yaml:3: url: found the host \"192.0.2.1\" in \"http://192.0.2.1:8080/x\"; allowed:"
                                + " localhost, 127.x.x.x or [::1], and what allowRemote names; fix: to"
                                + " load that host, which has to be yours, give -DallowRemote=192.0.2.1"),
                absolute(
                        "all addresses of this machine",
                        "http://0.0.0.0:8080/x",
                        "target.yaml:3: url: found the host \"0.0.0.0\" in \"http://0.0.0.0:8080/x\"; allowed:"
                                + " localhost, 127.x.x.x or [::1], and what allowRemote names; fix: to"
                                + " load that host, which has to be yours, give -DallowRemote=0.0.0.0"),
                absolute(
                        "loopback in short form",
                        "http://127.1:8080/x",
                        "target.yaml:3: url: found the host \"127.1\" in \"http://127.1:8080/x\"; allowed:"
                                + " localhost, 127.x.x.x or [::1]; fix: write for example url: \"http://localhost:8080/hello\""),
                absolute(
                        "loopback as one number",
                        "http://2130706433:8080/x",
                        "target.yaml:3: url: found the host \"2130706433\" in \"http://2130706433:8080/x\"; allowed:"
                                + " localhost, 127.x.x.x or [::1], and what allowRemote names; fix: to"
                                + " load that host, which has to be yours, give -DallowRemote=2130706433"),
                absolute(
                        "loopback in hexadecimal form",
                        "http://0x7f000001:8080/x",
                        "target.yaml:3: url: found the host \"0x7f000001\" in \"http://0x7f000001:8080/x\"; allowed:"
                                + " localhost, 127.x.x.x or [::1], and what allowRemote names; fix: to"
                                + " load that host, which has to be yours, give -DallowRemote=0x7f000001"),
                absolute(
                        "address with leading zeros",
                        "http://127.0.0.010:8080/x",
                        "target.yaml:3: url: found the host \"127.0.0.010\" in \"http://127.0.0.010:8080/x\";"
                                + " allowed: localhost, 127.x.x.x or [::1], and what allowRemote names;"
                                + " fix: to load that host, which has to be yours, give -DallowRemote=127.0.0.010"),
                absolute(
                        "IPv4 address inside an IPv6 one",
                        "http://[::ffff:192.0.2.1]:8080/x",
                        "target.yaml:3: url: found the host \"[::ffff:192.0.2.1]\" in"
                                + " \"http://[::ffff:192.0.2.1]:8080/x\"; allowed: localhost, 127.x.x.x or [::1], and what allowRemote names; fix: to load that host, which has to be yours,"
                                + " give -DallowRemote='[::ffff:192.0.2.1]'"),
                absolute(
                                "IPv6 address without brackets",
                                "http://::1:8080/x",
                                "target.yaml:3: url: found the host \"::1:8080\" in \"http://::1:8080/x\"; allowed:"
                                        + " localhost, 127.x.x.x or [::1]; fix: write for example url: \"http://[::1]:8080/hello\"")
                        .schema(),
                absolute(
                        "host with a dot at its end",
                        "http://localhost.:8080/x",
                        "target.yaml:3: url: found the host \"localhost.\" in \"http://localhost.:8080/x\"; allowed:"
                                + " localhost, 127.x.x.x or [::1], and what allowRemote names; fix: to"
                                + " load that host, which has to be yours, give -DallowRemote=localhost."),
                absolute(
                        "host that begins as this machine's",
                        "http://localhost.example.org:8080/x",
                        "target.yaml:3: url: found the host \"localhost.example.org\" in"
                                + " \"http://localhost.example.org:8080/x\"; allowed: localhost, 127.x.x.x or [::1], and what allowRemote names; fix: to load that host, which has to be yours,"
                                + " give -DallowRemote=localhost.example.org"),
                absolute(
                        "host with characters of a shell",
                        "http://$(reboot):8080/x",
                        "target.yaml:3: url: found the host \"$(reboot)\" in \"http://$(reboot):8080/x\"; allowed:"
                                + " localhost, 127.x.x.x or [::1]; fix: write for example url: \"http://localhost:8080/hello\""));
    }

    private static WrongDescriptor path(String kind, String url, String line) {
        return of(kind, LEAST.replace("url: /", "url: \"" + url + '"'), line);
    }

    private static WrongDescriptor absolute(String kind, String url, String line) {
        return of(kind, RUNNING.replace("http://localhost:8080/", url), line);
    }
}
