package weighbridge.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.launch.Fleet.Start;
import weighbridge.target.Assignment;
import weighbridge.target.Expectation;
import weighbridge.target.Target;

@DisabledOnOs(OS.WINDOWS)
@Timeout(180)
class FleetIT {
    /** Long enough for the first question on a busy machine; every test that lets it pass does so for several at once. */
    private static final Duration SHORT = Duration.ofSeconds(4);

    @TempDir
    private Path folder;

    private final Ports ports = new Ports();

    @Test
    void startsAllAtOnceAndTellsHowLongEachTook() throws Exception {
        int one = ports.free();
        int two = ports.free();
        List<Assignment> assignments = List.of(
                Targets.at(one, server("one", Integer.toString(two))),
                Targets.at(two, server("two", Integer.toString(one))));
        long before = System.nanoTime();
        Server first;
        try (Fleet fleet = new Fleet(folder)) {
            Map<Assignment, Start> starts = fleet.start(assignments);
            Duration took = Duration.ofNanos(System.nanoTime() - before);

            assertThat(starts).containsOnlyKeys(assignments).allSatisfy((assignment, start) -> {
                Start.Ready ready = (Start.Ready) start;
                assertThat(ready.startup().orElseThrow()).isPositive().isLessThanOrEqualTo(took);
                assertThat(ready.server().isOurs()).isTrue();
                assertThat(ready.server().assignment()).isEqualTo(assignment);
                assertThat(ready.server().isAlive()).isTrue();
                assertThat(ProcessHandle.of(ready.server().pid().orElseThrow())).isPresent();
            });
            assertThat(List.copyOf(starts.keySet())).isEqualTo(assignments);
            first = ((Start.Ready) starts.get(assignments.get(0))).server();
            assertThat(handle(first).info().command())
                    .hasValueSatisfying(java -> assertThat(java).startsWith(System.getProperty("java.home")));
        }
        assertThat(first.isAlive()).isFalse();
        assertThat(folder.resolve("one.log")).content().contains("listening on " + one, "waiting for " + two);
        assertThat(folder.resolve("two.log")).content().contains("listening on " + two, "waiting for " + one);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whoLostItsParentIsStoppedToo() throws Exception {
        Target fails = shell("fails", "sleep 300 & echo $!; exit 3");
        Target serves = shell("serves", "sleep 300 & echo $!; echo $$; exec sleep 300");
        try (Answers answers = new Answers(() -> pids("serves").size() == 2 ? 200 : 503, "");
                Fleet fleet = new Fleet(folder)) {
            List<Assignment> assignments = List.of(Targets.at(ports.free(), fails), Targets.at(answers.port(), serves));
            Map<Assignment, Start> starts = fleet.start(assignments);

            assertThat(reason(starts.get(assignments.get(0)))).startsWith("exited with 3");
            assertThat(pids("fails")).hasSize(1).noneMatch(FleetIT::lives);

            Server server = ((Start.Ready) starts.get(assignments.get(1))).server();
            handle(server).destroyForcibly();
            handle(server).onExit().join();
        }
        assertThat(pids("serves")).hasSize(2).noneMatch(FleetIT::lives);
    }

    @Test
    void aProcessThatEndsFirstIsAFailureWithItsLastWords() throws Exception {
        Target target = shell("brief", "for i in 1 2 3 4 5 6 7 8 9; do echo line $i; done; echo cause >&2; exit 3");

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

    @Test
    void whatIsNotReadyInTimeSaysTheLastCauseAndIsStopped() throws Exception {
        String waiting = "echo $$; exec sleep 300";
        Expectation hello = new Expectation(200, Optional.of("Hello World!"));
        int nobody = ports.free();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
                Answers busy = new Answers(() -> 503, "");
                Answers moved = new Answers(() -> 302, "");
                Answers other = new Answers(() -> 200, "Hello\nM\u00fcller!");
                Fleet fleet = new Fleet(folder)) {
            List<Assignment> assignments = List.of(
                    Targets.at(nobody, shell("nobody", waiting, hello, SHORT)),
                    Targets.at(silent.getLocalPort(), shell("silent", waiting, hello, SHORT)),
                    Targets.at(busy.port(), shell("busy", waiting, hello, SHORT)),
                    Targets.at(moved.port(), shell("moved", waiting, hello, SHORT)),
                    Targets.at(other.port(), shell("other", waiting, hello, SHORT)));

            Map<Assignment, Start> starts = fleet.start(assignments);

            assertThat(reason(starts.get(assignments.get(0))))
                    .startsWith("not ready after 4000 ms: http://127.0.0.1:" + nobody + "/ gave ConnectException:")
                    .contains("\n    its output ends with\n        "
                            + pids("nobody").get(0) + "\n    command: sh -c ")
                    .endsWith("\n    whole output: logs/nobody.log in the run folder");
            assertThat(reason(starts.get(assignments.get(1))))
                    .contains(silent.getLocalPort() + "/ gave SocketTimeoutException: Read timed out\n");
            assertThat(reason(starts.get(assignments.get(2)))).contains("/ gave status 503 instead of 200\n");
            assertThat(reason(starts.get(assignments.get(3)))).contains("/ gave status 302 instead of 200\n");
            assertThat(reason(starts.get(assignments.get(4))))
                    .contains("/ gave the body \"Hello?M\u00fcller!\" instead of \"Hello World!\"\n");
            // Before the fleet is closed: a failed start leaves nothing behind.
            assertThat(Stream.of("nobody", "silent", "busy", "moved", "other").flatMap(name -> pids(name).stream()))
                    .hasSize(5)
                    .noneMatch(FleetIT::lives);
        }
    }

    @Test
    void anAnswerThatNeverEndsIsNotWaitedForBeyondTheDeadline() throws Exception {
        try (ServerSocket dripping = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
                Fleet fleet = new Fleet(folder)) {
            Thread drip = new Thread(() -> drip(dripping));
            drip.setDaemon(true);
            drip.start();
            Expectation hello = new Expectation(200, Optional.of("Hello World!"));
            Assignment assignment =
                    Targets.at(dripping.getLocalPort(), shell("drip", "echo $$; exec sleep 300", hello, SHORT));

            Map<Assignment, Start> starts = fleet.start(List.of(assignment));

            assertThat(reason(starts.get(assignment))).contains("/ gave no complete answer\n");
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
    void childrenGetTheEnvironmentAndNoInput() throws Exception {
        Path jdk = Path.of(System.getProperty("java.home"));
        String script = "echo $COLOUR; echo $JAVA_HOME; echo $PATH; command -v java; cat; echo read $?; exit 1";
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
                        jdk.resolve("bin") + ":" + System.getenv("PATH"),
                        jdk.resolve("bin/java").toString(),
                        "read 0");
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
    void closingEndsTheWholeTree() throws Exception {
        Target target =
                shell("family", "sh -c 'sleep 300 & echo $!; sleep 301 & echo $!; wait' & echo $!; echo $$; wait");

        List<Long> tree = startUntilLogged(target, 4, fleet -> {});

        assertThat(tree).hasSize(4).noneMatch(FleetIT::lives);
    }

    @Test
    void whoeverIgnoresTheRequestIsKilledAfterABound() throws Exception {
        Target target = shell("stubborn", "trap '' TERM; sleep 300 & echo $!; echo $$; while :; do wait; done");
        long[] closing = new long[1];

        List<Long> tree = startUntilLogged(target, 2, fleet -> {
            closing[0] = System.nanoTime();
            fleet.close();
            closing[0] = System.nanoTime() - closing[0];
        });

        assertThat(tree).hasSize(2).noneMatch(FleetIT::lives);
        assertThat(Duration.ofNanos(closing[0])).as("time to end by itself").isGreaterThan(Duration.ofSeconds(4));
    }

    @Test
    void aServerThatWasKilledTellsItsEnding() throws Exception {
        Target target = shell("victim", "echo $$; exec sleep 300");
        try (Answers answers = new Answers(() -> pids("victim").size() == 1 ? 200 : 503, "");
                Fleet fleet = new Fleet(folder)) {
            Assignment assignment = Targets.at(answers.port(), target);
            Start start = fleet.start(List.of(assignment)).get(assignment);
            Server server = ((Start.Ready) start).server();

            handle(server).destroyForcibly();
            handle(server).onExit().join();

            assertThat(server.isAlive()).isFalse();
            assertThat(server.ending(folder))
                    .startsWith("exited with 137\n    its output ends with\n        "
                            + server.pid().getAsLong() + "\n    command: ");
        }
    }

    @Test
    void closingWhileStartingLeavesNothing() throws Exception {
        List<Assignment> assignments = IntStream.range(0, 12)
                .mapToObj(n -> Targets.at(
                        ports.free(), shell("never" + n, "echo $$; exec sleep 300", Targets.OK, Targets.LONG)))
                .toList();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Fleet fleet = new Fleet(folder);
        try {
            Future<Map<Assignment, Start>> starting = thread.submit(() -> fleet.start(assignments));
            // The first process is there, the others are about to be: what comes now comes in the middle of it.
            while (IntStream.range(0, 12).allMatch(n -> pids("never" + n).isEmpty())) {
                Thread.onSpinWait();
            }
            fleet.close();
            List<Long> atClose = children();

            assertThat(starting.get().values())
                    .hasSize(12)
                    .allSatisfy(start -> assertThat(reason(start))
                            .containsAnyOf("exited with 143\n", "not started: the run was stopped"));
            assertThat(atClose).isEmpty();
            assertThat(children()).isEmpty();

            fleet.close();
            Target late = shell("late", "echo $$");
            assertThat(fleet.start(List.of(Targets.at(1, late))).values())
                    .containsExactly(new Start.Failed("not started: the run was stopped"));
            assertThat(folder.resolve("late.log")).doesNotExist();
        } finally {
            fleet.close();
            thread.shutdownNow();
        }
    }

    /** The living children of this process that run in our folder's name. */
    private List<Long> children() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").matches(".*/(sh|sleep|dash|bash|coreutils|busybox)"))
                .map(ProcessHandle::pid)
                .toList();
    }

    private static ProcessHandle handle(Server server) {
        return ((StartedServer) server).handle();
    }

    private interface Step {
        void run(Fleet fleet) throws Exception;
    }

    /** Starts it; it is ready once it has printed so many process ids; closes the fleet and returns them. */
    private List<Long> startUntilLogged(Target target, int count, Step step) throws Exception {
        try (Answers answers = new Answers(() -> pids(target.name()).size() == count ? 200 : 503, "");
                Fleet fleet = new Fleet(folder)) {
            Assignment assignment = Targets.at(answers.port(), target);
            assertThat(fleet.start(List.of(assignment)).get(assignment)).isInstanceOf(Start.Ready.class);
            List<Long> tree = pids(target.name());
            assertThat(tree).allMatch(FleetIT::lives);
            step.run(fleet);
            return tree;
        }
    }

    private String failure(int port, Target target) throws InterruptedException {
        Assignment assignment = Targets.at(port, target);
        try (Fleet fleet = new Fleet(folder)) {
            return reason(fleet.start(List.of(assignment)).get(assignment));
        }
    }

    private static String reason(Start start) {
        return ((Start.Failed) start).reason();
    }

    /** The complete lines of a log that are numbers. */
    private List<Long> pids(String name) {
        try {
            Path log = folder.resolve(name + ".log");
            String text = Files.exists(log) ? Files.readString(log) : "";
            List<Long> pids = new ArrayList<>();
            text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> line.matches("\\d+"))
                    .forEach(line -> pids.add(Long.valueOf(line)));
            return pids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean lives(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private Target server(String name, String peer) throws Exception {
        return Targets.of(name, folder, Targets.OK, Targets.LONG, Map.of(), FixtureServer.command(Target.PORT, peer));
    }

    private Target shell(String name, String script) {
        return shell(name, script, Targets.OK, Targets.LONG);
    }

    private Target shell(String name, String script, Expectation expect, Duration timeout) {
        return Targets.of(name, folder, expect, timeout, "sh", "-c", script, "{port}");
    }
}
