package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.record.Listener;
import weighbridge.record.Listener.Kind;
import weighbridge.record.Listener.Owner;
import weighbridge.server.Fleet.Start;
import weighbridge.truth.TruthProcess;

@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
@Tag("untimed")
class RunningServerIT {
    private static final Duration SHORT = Duration.ofMillis(500);

    @TempDir
    private Path folder;

    @Test
    void itOutlivesTheFleet() throws Exception {
        try (TruthProcess runs = TruthProcess.start();
                Fleet fleet = new Fleet(folder, Ledger.none())) {
            Process process = runs.process();
            Start.Ready start = ready(
                    fleet, Targets.running("runs", runs.port(), new PidSource.Written(process.pid()), Targets.LONG));

            assertThat(start.startup()).isEmpty();
            assertThat(start.server().pid()).hasValue(process.pid());
            assertThat(start.server().isOurs()).isFalse();
            assertThat(start.server().isAlive()).isTrue();
            end(fleet);
            assertThat(process.isAlive()).isTrue();
            assertThat(folder).isEmptyDirectory();

            process.destroyForcibly().waitFor();
            assertThat(start.server().isAlive()).isFalse();
            assertThat(start.server().ending(folder)).isEqualTo("its process " + process.pid() + " has ended");
        }
    }

    @Test
    void ofOneWithoutAProcessItIsToldThatNobodyListens() throws Exception {
        try (TruthProcess runs = TruthProcess.start();
                Fleet fleet = new Fleet(folder, Ledger.none())) {
            Server server = ready(fleet, Targets.running("runs", runs.port(), null, Targets.LONG))
                    .server();
            assertThat(server.isDeserted()).isFalse();

            runs.process().destroyForcibly().waitFor();

            assertThat(server.isDeserted()).isTrue();
            assertThat(server.ending(folder)).isEqualTo("nobody listens on port " + runs.port() + " any more");
        }
    }

    @Test
    void itIsAskedUntilReady() throws Exception {
        int[] asked = new int[1];
        try (Answers answers = new Answers(() -> ++asked[0] < 3 ? 503 : 200, "");
                Fleet fleet = new Fleet(folder, Ledger.none())) {
            assertThat(ready(fleet, running(answers, null)).startup()).isEmpty();
            assertThat(answers.calls()).isEqualTo(3);
        }
    }

    /** Its pid file is stale. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessThatDoesNotServeThePortIsNotWeighed() throws Exception {
        Process stale = sleep();
        try (TruthProcess serves = TruthProcess.start();
                Fleet fleet = new Fleet(folder, Ledger.none())) {
            Server server = ready(
                            fleet,
                            Targets.running("runs", serves.port(), new PidSource.Written(stale.pid()), Targets.LONG))
                    .server();

            assertThat(server.pid()).isEmpty();
            assertThat(server.processes()).isEmpty();
            assertThat(server.atReady())
                    .hasValue(new Listener(
                            Kind.OTHER, List.of(new Owner(serves.process().pid(), "java"))));
            stale.destroyForcibly().waitFor();
            assertThat(server.isAlive()).as("who serves goes on").isTrue();
        } finally {
            stale.destroyForcibly();
        }
    }

    @Test
    void aTreeThatHoldsTheGeneratorIsRefused() throws Exception {
        for (ProcessHandle above = ProcessHandle.current();
                above != null;
                above = above.parent().orElse(null)) {
            assertThat(failure(new PidSource.Written(above.pid())))
                    .isEqualTo("process " + above.pid() + " is not a server's: Weighbridge itself runs below it; fix:"
                            + " name the process of the server");
        }
    }

    @Test
    void withoutAPidItIsNotWeighedAndAlwaysThere() throws Exception {
        try (Answers answers = new Answers(() -> 200, "");
                Fleet fleet = new Fleet(folder, Ledger.none())) {
            Server server = ready(fleet, running(answers, null)).server();

            assertThat(server.pid()).isEmpty();
            assertThat(server.isAlive()).isTrue();
        }
    }

    @Test
    void thePidFileIsReadOnceTheServerIsReady() throws Exception {
        Path file = folder.resolve("pid");
        Process runs = sleep();
        try (Answers answers = new Answers(() -> write(file, " " + runs.pid() + "\nand more"), "");
                Fleet fleet = new Fleet(folder, Ledger.none())) {
            Server server =
                    ready(fleet, running(answers, new PidSource.InFile(file))).server();

            assertThat(((RunningServer) server).process()).hasValue(runs.toHandle());
        } finally {
            runs.destroyForcibly();
        }
    }

    @Test
    void aPidThatNamesNobodyIsOneSentence() throws Exception {
        Process ended = sleep();
        ended.destroyForcibly().waitFor();
        Path file = folder.resolve("pid");

        assertThat(failure(new PidSource.Written(ended.pid())))
                .isEqualTo("there is no process " + ended.pid() + ", which its target.yaml names");
        assertThat(failure(new PidSource.InFile(file))).isEqualTo("its pid file " + file + " does not exist");
        assertThat(failure(new PidSource.InFile(folder))).isEqualTo("its pid file " + folder + " is not a file");
        for (String text : List.of("", "\n", "abc", "-1", "0x10", "12a", "9".repeat(200))) {
            write(file, text);
            assertThat(failure(new PidSource.InFile(file)))
                    .isEqualTo("its pid file " + file + " does not begin with a process id but with \""
                            + text.strip().substring(0, Math.min(text.strip().length(), 40)) + '"');
        }
        for (String text : List.of(Long.toString(ended.pid()), "0", "999999999999999999")) {
            write(file, text);
            assertThat(failure(new PidSource.InFile(file)))
                    .isEqualTo("there is no process " + text + ", which its pid file " + file + " names");
        }
    }

    @Test
    void oneThatIsNotReadyIsLeftAloneToo() throws Exception {
        Process runs = sleep();
        try (Answers answers = new Answers(() -> 503, "");
                Fleet fleet = new Fleet(folder, Ledger.none())) {
            Assignment assignment = Targets.running("busy", answers.port(), new PidSource.Written(runs.pid()), SHORT);

            assertThat(fleet.start(List.of(assignment)))
                    .isEqualTo(Map.of(
                            assignment,
                            new Start.Failed("not ready after 500 ms: http://127.0.0.1:" + answers.port()
                                    + "/ gave status 503 instead of 200")));
            assertThat(runs.isAlive()).isTrue();
        } finally {
            runs.destroyForcibly();
        }
    }

    @Test
    void theEndOfTheRunEndsTheWaiting() throws Exception {
        try (Answers answers = new Answers(() -> 503, "");
                Fleet fleet = new Fleet(folder, Ledger.none())) {
            Assignment assignment = Targets.running("busy", answers.port(), null, Targets.LONG);
            CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> {
                while (answers.calls() == 0) {
                    Thread.onSpinWait();
                }
                end(fleet);
            });

            assertThat(fleet.start(List.of(assignment)))
                    .isEqualTo(Map.of(assignment, new Start.Failed("not waited for: the run was stopped")));
            closing.join();
        }
    }

    private static void end(Fleet fleet) {
        fleet.close();
    }

    private String failure(PidSource process) throws Exception {
        try (Answers answers = new Answers(() -> 200, "");
                Fleet fleet = new Fleet(folder, Ledger.none())) {
            Assignment assignment = running(answers, process);
            return ((Start.Failed) fleet.start(List.of(assignment)).get(assignment)).reason();
        }
    }

    private static Start.Ready ready(Fleet fleet, Assignment assignment) throws InterruptedException {
        return (Start.Ready) fleet.start(List.of(assignment)).get(assignment);
    }

    private static Assignment running(Answers answers, PidSource process) {
        return Targets.running("runs", answers.port(), process, Targets.LONG);
    }

    private static Process sleep() throws IOException {
        return new ProcessBuilder("sleep", "300").start();
    }

    private static int write(Path file, String text) {
        try {
            Files.writeString(file, text);
            return 200;
        } catch (IOException e) {
            return 500;
        }
    }
}
