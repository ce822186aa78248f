package weighbridge.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.server.Fleet.Start;
import weighbridge.text.Limits;

@DisabledOnOs(OS.WINDOWS)
@Timeout(180)
@Tag("untimed")
class FleetIT {
    /** Long enough for the first question on a busy machine; every test that lets it pass does so for several at once. */
    private static final Duration SHORT = Duration.ofSeconds(4);

    @TempDir
    private Path folder;

    private final Ports ports = new Ports();
    private Scripts scripts;

    @BeforeEach
    void scripts() {
        scripts = new Scripts(folder);
    }

    /** The second starts beside the first, which waits for it. */
    @Test
    void whoWaitsForAnotherIsStartedBesideItAndNotTimed() throws Exception {
        int one = ports.free();
        int two = ports.free();
        List<Assignment> assignments = List.of(
                Targets.at(one, server("one", Integer.toString(two))),
                Targets.at(two, server("two", Integer.toString(one))));
        long before = System.nanoTime();
        Server first;
        try (Fleet fleet = new Fleet(folder, Ledger.none())) {
            Map<Assignment, Start> starts = fleet.start(assignments);
            Duration took = Duration.ofNanos(System.nanoTime() - before);

            assertThat(starts).containsOnlyKeys(assignments).allSatisfy((assignment, start) -> {
                Start.Ready ready = (Start.Ready) start;
                assertThat(ready.startup().isPresent()).isEqualTo(assignment.port() == two);
                ready.startup().ifPresent(each -> assertThat(each).isPositive().isLessThanOrEqualTo(took));
                assertThat(ready.server().isOurs()).isTrue();
                assertThat(ready.server().assignment()).isEqualTo(assignment);
                assertThat(ready.server().isAlive()).isTrue();
                assertThat(ProcessHandle.of(ready.server().pid().orElseThrow())).isPresent();
            });
            assertThat(List.copyOf(starts.keySet())).isEqualTo(assignments);
            first = ((Start.Ready) starts.get(assignments.get(0))).server();
            assertThat(Scripts.handle(first).info().command())
                    .hasValueSatisfying(java -> assertThat(java).startsWith(System.getProperty("java.home")));
        }
        assertThat(first.isAlive()).isFalse();
        assertThat(folder.resolve("one.log")).content().contains("listening on " + one, "waiting for " + two);
        assertThat(folder.resolve("two.log")).content().contains("listening on " + two, "waiting for " + one);
    }

    /** The first two take CPU time to start, so each of them has the machine for itself, and so has the third. */
    @Test
    void eachStartsAloneAndIsTimed() throws Exception {
        String script = "import http.server, sys, time\nprint(time.time(), flush=True)\n"
                + "while time.process_time() < 1: pass\n"
                + "http.server.BaseHTTPRequestHandler.do_GET = lambda s: (s.send_response(200), s.end_headers())\n"
                + "s = http.server.HTTPServer(('127.0.0.1', int(sys.argv[1])), http.server.BaseHTTPRequestHandler)\n"
                + "print(time.time(), flush=True)\ns.serve_forever()";
        List<Assignment> assignments = Stream.of("a", "b", "c")
                .map(name -> Targets.at(
                        ports.free(),
                        Targets.of(name, folder, Targets.OK, Targets.LONG, "python3", "-c", script, Target.PORT)))
                .toList();
        try (Fleet fleet = new Fleet(folder, Ledger.none())) {
            Map<Assignment, Start> starts = fleet.start(assignments);

            assertThat(starts.values())
                    .allSatisfy(start -> assertThat(((Start.Ready) start).startup())
                            .hasValueSatisfying(took -> assertThat(took).isGreaterThan(Duration.ofSeconds(1))));
        }
        double ready = 0;
        for (String name : List.of("a", "b", "c")) {
            List<String> times = Files.readAllLines(folder.resolve(name + ".log"));
            assertThat(Double.parseDouble(times.get(0))).as(name).isGreaterThan(ready);
            ready = Double.parseDouble(times.get(1));
        }
    }

    @Test
    void aProcessThatEndsFirstIsAFailureWithItsLastWords() throws Exception {
        Target target =
                scripts.target("brief", "for i in 1 2 3 4 5 6 7 8 9; do echo line $i; done; echo cause >&2; exit 3");

        assertThat(failure(ports.free(), target))
                .startsWith("""
                        exited with 3
                            its output ends with
                                line 3
                                line 4
                                line 5
                                line 6
                                line 7
                                line 8
                                line 9
                                cause
                            command: sh -c \
                        """)
                .endsWith("\n    whole output: logs/brief.log in the run folder");
    }

    /** Of several rounds each has its fleet, and a folder for its logs. */
    @Test
    void logsOfARoundLieInItsFolderAndTheEndOfTheOutputIsFoundThere() throws Exception {
        Expectation ok = new Expectation(200, Optional.empty());
        Assignment brief = Targets.at(ports.free(), scripts.target("brief", "echo no license; exit 3", ok, SHORT));
        try (Fleet fleet = new Fleet(folder, "round-2", Ledger.none(), Optional.empty())) {
            Start start = fleet.start(List.of(brief)).get(brief);

            assertThat(Scripts.reason(start))
                    .contains("\n    its output ends with\n        no license\n")
                    .endsWith("\n    whole output: logs/round-2/brief.log in the run folder");
        }
        assertThat(folder.resolve("round-2/brief.log")).hasContent("no license");
    }

    @Test
    void whatIsNotReadyInTimeSaysTheLastCauseAndIsStopped() throws Exception {
        String waiting = "echo $$; exec sleep 300";
        Expectation hello = new Expectation(200, Optional.of("Hello World!"));
        int nobody = ports.free();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
                Answers busy = new Answers(() -> 503, "");
                Answers moved = new Answers(() -> 302, "");
                Answers other = new Answers(() -> 200, "Hello\nM\u00fcller!");
                Fleet fleet = new Fleet(folder, Ledger.none())) {
            List<Assignment> assignments = List.of(
                    Targets.at(nobody, scripts.target("nobody", waiting, hello, SHORT)),
                    Targets.at(silent.getLocalPort(), scripts.target("silent", waiting, hello, SHORT)),
                    Targets.at(busy.port(), scripts.target("busy", waiting, hello, SHORT)),
                    Targets.at(moved.port(), scripts.target("moved", waiting, hello, SHORT)),
                    Targets.at(other.port(), scripts.target("other", waiting, hello, SHORT)));

            Map<Assignment, Start> starts = fleet.start(assignments);

            assertThat(Scripts.reason(starts.get(assignments.get(0))))
                    .startsWith("not ready after 4000 ms: http://127.0.0.1:" + nobody
                            + "/ gave no connection (Connection refused)")
                    .contains("\n    its output ends with\n        "
                            + scripts.pids("nobody").get(0) + "\n    command: sh -c ")
                    .endsWith("\n    whole output: logs/nobody.log in the run folder");
            assertThat(Scripts.reason(starts.get(assignments.get(1))))
                    .contains(silent.getLocalPort() + "/ gave no complete answer within ");
            assertThat(Scripts.reason(starts.get(assignments.get(2)))).contains("/ gave status 503 instead of 200\n");
            assertThat(Scripts.reason(starts.get(assignments.get(3)))).contains("/ gave status 302 instead of 200\n");
            assertThat(Scripts.reason(starts.get(assignments.get(4))))
                    .contains("/ gave the body \"Hello?M\u00fcller!\" instead of \"Hello World!\"\n");
            // Before the fleet is closed: a failed start leaves nothing behind.
            assertThat(Stream.of("nobody", "silent", "busy", "moved", "other")
                            .flatMap(name -> scripts.pids(name).stream()))
                    .hasSize(5)
                    .noneMatch(Scripts::lives);
        }
    }

    @Test
    void anAnswerThatNeverEndsIsNotWaitedForBeyondTheDeadline() throws Exception {
        try (ServerSocket dripping = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
                Fleet fleet = new Fleet(folder, Ledger.none())) {
            Thread drip = new Thread(() -> drip(dripping));
            drip.setDaemon(true);
            drip.start();
            Expectation hello = new Expectation(200, Optional.of("Hello World!"));
            Assignment assignment = Targets.at(
                    dripping.getLocalPort(), scripts.target("drip", "echo $$; exec sleep 300", hello, SHORT));

            Map<Assignment, Start> starts = fleet.start(List.of(assignment));

            assertThat(Scripts.reason(starts.get(assignment))).contains("/ gave no complete answer within ");
        }
    }

    /** A byte of the body every tenth of a second, for as long as anybody listens. */
    private static void drip(ServerSocket listener) {
        try (Socket socket = listener.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException e) {
            return; // nobody listens any more
        }
    }

    @Test
    void aProgramThatIsNotThereIsAFailureOfItsTargetOnly() throws Exception {
        Path script = Files.writeString(folder.resolve("serve"), "#!/bin/sh\necho here\nexit 7\n");
        Files.writeString(folder.resolve("data"), "no program");
        assertThat(script.toFile().setExecutable(true)).isTrue();

        for (String program : List.of("/no/such/program", "./missing", "no-such-program", "./data", "/", "")) {
            assertThat(failure(1, Targets.of("absent", folder, Targets.OK, SHORT, program, "{port}")))
                    .isEqualTo("program \"" + program + "\" not found or not executable");
        }
        for (String program : List.of("./serve", script.toString(), "../" + folder.getFileName() + "/serve")) {
            assertThat(failure(ports.free(), Targets.of("present", folder, Targets.OK, SHORT, program, "{port}")))
                    .startsWith("exited with 7\n    its output ends with\n        here\n");
        }
        assertThat(failure(ports.free(), Targets.of("gone", folder.resolve("gone"), Targets.OK, SHORT, "sh", "{port}")))
                .startsWith("could not be started: ");
    }

    @Test
    void childrenGetTheEnvironment() throws Exception {
        Path jdk = Path.of(System.getProperty("java.home"));
        String script = "echo $COLOUR; echo $JAVA_HOME; echo $PATH; command -v java; exit 1";
        Target target = Targets.of(
                "env",
                folder,
                Targets.OK,
                SHORT,
                Map.of("COLOUR", "\u00fcber grey"),
                List.of("sh", "-c", script, "{port}"));

        failure(ports.free(), target);

        List<String> printed = Files.readAllLines(folder.resolve("env.log"));
        assertThat(printed)
                .containsExactly(
                        "\u00fcber grey",
                        jdk.toString(),
                        jdk.resolve("bin") + ":" + System.getenv("PATH") + ":/usr/local/sbin:/usr/sbin:/sbin",
                        jdk.resolve("bin/java").toString());
    }

    /** Many development servers end with their input, so that they never outlive their terminal. */
    @Test
    void aServerThatEndsWithItsInputLives() throws Exception {
        try (Fleet fleet = new Fleet(folder, Ledger.none())) {
            Server server = scripts.start(fleet, scripts.target("reader", "echo $$; exec cat"), 1);

            assertThat(server.isAlive()).isTrue();
        }
        assertThat(scripts.pids("reader")).hasSize(1).noneMatch(Scripts::lives);
    }

    @Test
    void aPortOfTheShellIsLeftToTheShell() throws Exception {
        int port = ports.free();
        Target target = Targets.of(
                "shell",
                folder,
                Targets.OK,
                SHORT,
                "sh",
                "-c",
                "port={port}; echo ${port} {port}${port}-{port}; exit 1");

        failure(port, target);

        assertThat(Files.readAllLines(folder.resolve("shell.log")))
                .containsExactly("@ @@-@".replace("@", Integer.toString(port)));
    }

    /** Each start has a folder of its own, with all bytes of the files but those of the placeholders. It goes with the server. */
    @Test
    void filesAreMadeInAFolderOfItsOwn() throws Exception {
        int port = ports.free();
        // As executable as what it is made from.
        Path script = Files.writeString(folder.resolve("script"), "#!/bin/sh\neval \"$1\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Path template =
                Files.write(folder.resolve("template"), "\u00fc {port} ${port} {folder}/b {x}".getBytes(ISO_8859_1));
        Target target = new Target(
                folder,
                "files",
                new Version.Written("1"),
                Optional.empty(),
                new Serving.Started(
                        List.of("{folder}/run", "echo \"$MADE\"; cat {folder}/sub/a; ls -ld {folder}; exit 1"),
                        Map.of("MADE", "{folder}"),
                        Map.of("sub/a", template, "run", script),
                        Limits.NONE),
                Traffic.of(Request.get("/", Targets.OK)),
                new Readiness("/", Targets.OK, SHORT));

        String reason = failure(port, target);

        List<String> log = Files.readAllLines(folder.resolve("files.log"), ISO_8859_1);
        Path made = Path.of(log.get(0));
        assertThat(log.get(1)).startsWith("\u00fc " + port + " ${port} " + made + "/b {x}drwx--x--x");
        assertThat(reason).contains("cat " + made + "/sub/a");
        assertThat(made).isAbsolute().doesNotExist();
    }

    @Test
    void whatATargetSetsBeatsWhatIsSetForAll() throws Exception {
        Target target = Targets.of(
                "own",
                folder,
                Targets.OK,
                SHORT,
                Map.of("JAVA_HOME", "/own"),
                List.of("sh", "-c", "echo $JAVA_HOME; exit 1"));

        assertThat(failure(1, target)).contains("\n        /own\n");
    }

    @Test
    void aServerThatWasKilledTellsItsEnding() throws Exception {
        Target target = scripts.target("victim", "echo $$; exec sleep 300");
        try (Answers answers = new Answers(() -> scripts.pids("victim").size() == 1 ? 200 : 503, "");
                Fleet fleet = new Fleet(folder, Ledger.none())) {
            Assignment assignment = Targets.at(answers.port(), target);
            Start start = fleet.start(List.of(assignment)).get(assignment);
            Server server = ((Start.Ready) start).server();

            Scripts.handle(server).destroyForcibly();
            Scripts.handle(server).onExit().join();

            assertThat(server.isAlive()).isFalse();
            assertThat(server.ending(folder))
                    .startsWith(
                            "exited with 137: ended by signal 9 (KILL), perhaps by the system's out-of-memory killer\n    its output ends with\n        "
                                    + Scripts.handle(server).pid() + "\n    command: ");
        }
    }

    private String failure(int port, Target target) throws InterruptedException {
        Assignment assignment = Targets.at(port, target);
        try (Fleet fleet = new Fleet(folder, Ledger.none())) {
            return Scripts.reason(fleet.start(List.of(assignment)).get(assignment));
        }
    }

    private Target server(String name, String peer) throws Exception {
        return Targets.of(name, folder, Targets.OK, Targets.LONG, Map.of(), FixtureServer.command(Target.PORT, peer));
    }
}
