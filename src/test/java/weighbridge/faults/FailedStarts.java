package weighbridge.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static weighbridge.faults.BadServer.failing;
import static weighbridge.faults.BadServer.sh;
import static weighbridge.faults.BadServer.truth;
import static weighbridge.truth.RawServer.answer;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import weighbridge.truth.TruthProcess;

/** Servers that cannot be built, started, or do not become ready. */
public final class FailedStarts {
    private static final byte[] HELLO = answer("Hello World!".getBytes(US_ASCII), "HTTP/1.1 200 OK");
    private static final byte[] COMPRESSED = {31, -99, -112};
    private static final byte[] TLS_ALERT = {21, 3, 3, 0, 2, 2, 40};

    private FailedStarts() {}

    /** All. */
    public static List<BadServer> all() {
        return List.of(
                failing(
                        "quits",
                        "exits at once",
                        "exited with 3\n    its output ends with\n        no license found\n    command: …\n"
                                + "    whole output: logs/myserver.log in the run folder",
                        "sh",
                        "-c",
                        "echo no license found; exit 3",
                        "{port}"),
                failing(
                        "unknown",
                        "program not found",
                        "program \"no-such-server\" not found or not executable",
                        "no-such-server",
                        "{port}"),
                failing(
                        "mute",
                        "never listens",
                        "not ready after 20000 ms: … gave no connection (Connection refused)",
                        "sh",
                        "-c",
                        "exec sleep 300",
                        "{port}"),
                starting(
                        "silent",
                        "listens and never answers",
                        "not ready after 20000 ms: … gave no complete answer within … s",
                        "act=hang"),
                starting(
                        "mars",
                        "answers wrongly at readiness: another body",
                        "not ready after 20000 ms: … gave the body \"Hello Mars!\" instead of \"Hello World!\"",
                        "act=wrong-body"),
                starting(
                        "busy",
                        "answers wrongly at readiness: another status",
                        "not ready after 20000 ms: … gave status 503 instead of 200",
                        "act=status-503"),
                starting(
                        "moved",
                        "answers wrongly at readiness: redirects",
                        "not ready after 20000 ms: … gave status 302 instead of 200",
                        "act=redirect"),
                starting(
                        "mail",
                        "answers wrongly at readiness: no HTTP",
                        "not ready after 20000 ms: … gave an answer that is no HTTP/1.1: \"220 …\"",
                        "act=not-http"),
                failing(
                                "other-port",
                                "listens on a port of its own choice",
                                "not ready after 20000 ms: … gave no connection (Connection refused); it listens on 127.0.0.1"
                                        + " port … instead; fix: let its command pass {port} on, and let it listen on"
                                        + " 127.0.0.1")
                        .with("command", sh("shift; exec \"$@\"", ownPort())),
                starting(
                        "elsewhere",
                        "listens on another address",
                        "not ready after 20000 ms: … gave no connection (Connection refused); it listens on 127.0.0.2"
                                + " port … instead; fix: let its command pass {port} on, and let it listen on"
                                + " 127.0.0.1",
                        "address=127.0.0.2"),
                python(
                        "v6only",
                        "listens for IPv6 only",
                        "no connection (Connection refused); it listens on [::] port … for IPv6 only instead; fix: let"
                                + " its command pass {port} on, and let it listen on 127.0.0.1",
                        "s = socket.socket(socket.AF_INET6); s.setsockopt(41, 26, 1); s.bind(('::', port)); s.listen()"),
                python(
                        "unix",
                        "listens on a unix socket",
                        "no connection (Connection refused); it listens on the unix socket server.sock instead; fix: let"
                                + " it listen on 127.0.0.1 port …",
                        "s = socket.socket(socket.AF_UNIX); s.bind('server.sock'); s.listen()"),
                python(
                        "http3",
                        "listens for UDP only",
                        "no connection (Connection refused); it has opened that port for UDP alone, as for HTTP/3; fix:"
                                + " let it listen on 127.0.0.1 for TCP too",
                        "s = socket.socket(type=socket.SOCK_DGRAM); s.bind(('127.0.0.1', port))"),
                python(
                        "tls",
                        "speaks TLS",
                        "…; it speaks TLS there; fix: let it listen without TLS, for TLS is not supported",
                        "s = socket.create_server(('127.0.0.1', port), backlog=1000); d = s.accept",
                        "def answer(c): c.settimeout(1); c.recv(9) and c.sendall(bytes([21, 3, 3, 0, 2, 2, 40])); c.close()",
                        "while True: answer(d()[0])"),
                python(
                        "http2",
                        "speaks HTTP/2 alone",
                        "…; it speaks HTTP/2 alone there; fix: let it speak HTTP/1.1, which calls are made in",
                        "s = socket.create_server(('127.0.0.1', port), backlog=1000)",
                        "def answer(c): c.recv(99)[:3] == b'PRI' and c.sendall(bytes([0, 0, 0, 4, 0, 0, 0, 0, 0])); c.close()",
                        "while True: answer(s.accept()[0])"),
                failing(
                        "contained",
                        "listens in a network of its own, as in a container",
                        "not ready after 20000 ms: … gave no connection (Connection refused); it is in a network of its"
                                + " own, such as a container's; fix: start it in the network of this machine",
                        "unshare",
                        "--user",
                        "--map-root-user",
                        "--net",
                        "sleep",
                        "300",
                        "{port}"),
                failing(
                        "forks",
                        "forks children and exits",
                        "found a command that ended with 0 while … that it started go on; allowed: a server that stays"
                                + " in the foreground; fix: start it without the option that makes it a daemon",
                        "sh",
                        "-c",
                        "sleep 300 & sleep 301 & exit 0",
                        "{port}"),
                failing(
                        "daemon",
                        "daemonises, with an environment and a session of its own",
                        "found a command that ended with 0 before it was ready; allowed: a server that stays in the foreground;"
                                + " fix: leave out an option that makes it a daemon, or that makes it only check or"
                                + " print something",
                        "sh",
                        "-c",
                        "env -i setsid sh -c 'echo $$ > daemon; while :; do sleep 1; done' @mark &"
                                + " while [ ! -s daemon ]; do sleep 0.1; done; exit 0",
                        "{port}"),
                failing(
                        "garbage",
                        "prints binary garbage and terminal escapes, and exits",
                        "exited with 1\n    its output ends with\n"
                                + "        boot?[2J?]0;owned??txt…</script><img src=x onerror=alert(1)>",
                        "sh",
                        "-c",
                        "printf 'boot\\033[2J\\033]0;owned\\007\\342\\200\\256txt\\377\\376\\000</script><img src=x"
                                + " onerror=alert(1)>\\n'; exit 1",
                        "{port}"),
                failing(
                                "absent",
                                "server that is said to run already is not there",
                                "not ready after 20000 ms: … gave no connection (Connection refused)")
                        .notThere(),
                failing(
                                "six",
                                "server that runs already listens on another address than its url names",
                                "not ready after 20000 ms: … gave no connection (Connection refused); it listens on [::1]"
                                        + " port … instead; fix: let it listen on 127.0.0.1, or name its address in url")
                        .runningBefore(() -> EarlierServer.raw("::1", head -> HELLO)),
                answering(
                        "closing",
                        "server that runs already closes every connection at readiness",
                        "no answer, but closed the connection",
                        head -> new byte[0]),
                answering(
                        "packing",
                        "server that runs already packs its answer in a way that nobody asked for",
                        "a body encoded with compress, which is not unpacked, instead of \"Hello World!\"",
                        head -> answer(COMPRESSED, "HTTP/1.1 200 OK", "Content-Encoding: compress")),
                answering(
                        "https",
                        "server that runs already speaks TLS, and answers plain calls with 400 as nginx does",
                        "status 400 instead of 200; it speaks TLS there; fix: name its plain HTTP port in url, for TLS is"
                                + " not supported",
                        head -> head.startsWith("GET") ? answer(new byte[0], "HTTP/1.1 400 -") : TLS_ALERT),
                failing(
                                "stranger",
                                "server that runs already, its pid wrong",
                                "there is no process 4194304, which its target.yaml names")
                        .runningBefore(FailedStarts::hello)
                        .with("pid", 4_194_304),
                failing(
                                "ancestor",
                                "server that runs already, its pid that of a process which started Weighbridge",
                                "process … is not a server's: Weighbridge itself runs below it; fix: name the process of the"
                                        + " server")
                        .runningBefore(FailedStarts::hello)
                        .with("pid", ProcessHandle.current().pid()),
                failing(
                                "fileless",
                                "server that runs already, its pid file missing",
                                "its pid file …/server.pid does not exist")
                        .runningBefore()
                        .with("pidFile", "server.pid"),
                failing(
                                "wordy",
                                "server that runs already, its pid file without a number",
                                "its pid file …/target.yaml does not begin with a process id but with \"{\"")
                        .runningBefore(FailedStarts::hello)
                        .with("pidFile", "target.yaml"),
                failing("unbuildable", "build fails", "", "sh", "-c", "exit 1", "{port}")
                        .with("build", build("echo missing semicolon; exit 2"))
                        .seen("myserver 1.0 failed-to-start: build exited with 2\n    its output ends with\n"
                                + "        missing semicolon\n    command: …\n"
                                + "    whole output: logs/builds/myserver.log in the run folder"),
                failing("slow-build", "build hangs", "", "sh", "-c", "exit 1", "{port}")
                        .with("build", build("sleep 300 & wait"))
                        .seen(
                                "myserver 1.0 failed-to-start: build took longer than 2 s and was ended, with all that it had started"),
                failing("no-product", "build makes no product", "", "sh", "-c", "exit 1", "{port}")
                        .with("build", build("sleep 302 & :"))
                        .seen("myserver 1.0 failed-to-start: the build succeeded but made no …/product"));
    }

    private static BadServer starting(String name, String kind, String sees, String... settings) {
        return failing(name, kind, sees, truth(settings).toArray(String[]::new));
    }

    /** One that runs already in this process. @param gave how the line goes on after that word */
    private static BadServer answering(String name, String kind, String gave, Function<String, byte[]> answer) {
        return failing(name, kind, "not ready after 20000 ms: … gave " + gave)
                .runningBefore(() -> EarlierServer.raw("127.0.0.1", answer));
    }

    private static EarlierServer hello() throws IOException {
        return EarlierServer.raw("127.0.0.1", head -> HELLO);
    }

    /** A script in Python that does not end by itself. @param gave how the line goes on after that word */
    private static BadServer python(String name, String kind, String gave, String... lines) {
        String script =
                "import socket, sys, time; port = int(sys.argv[1])\n" + String.join("\n", lines) + "\ntime.sleep(300)";
        return failing(name, kind, "not ready after 20000 ms: … gave " + gave, "python3", "-c", script, "{port}");
    }

    /** The port that is given is taken away by a script. */
    private static List<String> ownPort() {
        return Stream.concat(Stream.of("{port}"), TruthProcess.command("0").stream())
                .toList();
    }

    private static Map<String, Object> build(String script) {
        return Map.of("command", List.of("sh", "-c", script), "produces", "product", "timeout", "2s");
    }
}
