package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandRunnerTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final CommandRunner commands = new CommandRunner(Ledger.none());

    @Test
    void tellsTheExitStatus() throws Exception {
        assertThat(commands.run(shell("exit 7"), LONG)).hasValue(7);
    }

    @Test
    void stopsWhatTakesTooLong() throws Exception {
        assertThat(commands.run(shell("sleep 300"), Duration.ofMillis(50))).isEmpty();
        assertThat(ownChildren()).isEmpty();
    }

    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @CsvSource({"sleep 300, 3000", "exit 0, 60000"})
    void whatItLeavesBehindIsEndedToo(String goesOn, long limitMillis) throws Exception {
        String leaves = "setsid sleep 300 & echo $!; sh -c 'env -i setsid sleep 300 & echo $!'; sleep 300 & echo $!; ";
        Path log = folder.resolve("log");

        commands.run(shell(leaves + goesOn).redirectOutput(log.toFile()), Duration.ofMillis(limitMillis));

        assertThat(Files.readAllLines(log)).hasSize(3).noneMatch(pid -> Scripts.lives(Long.parseLong(pid)));
    }

    @Test
    @Timeout(120)
    void whatRunsIsStoppedWithTheRun() throws Exception {
        CompletableFuture<OptionalInt> status = CompletableFuture.supplyAsync(() -> {
            try {
                return commands.run(shell("sleep 300"), LONG);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        while (ownChildren().isEmpty()) {
            assertThat(status).isNotDone();
            Thread.onSpinWait();
        }

        commands.close();

        assertThat(status.get().getAsInt()).isNotZero();
        assertThat(ownChildren()).isEmpty();
        assertThatThrownBy(() -> commands.run(shell("exit 0"), LONG)).isInstanceOf(IOException.class);
    }

    private ProcessBuilder shell(String script) throws LaunchException {
        return Program.of(List.of("sh", "-c", script + " # " + folder), folder, Map.of());
    }

    /** Of this test alone: others may run beside it. */
    private List<ProcessHandle> ownChildren() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(folder.toString()))
                .filter(ProcessHandle::isAlive)
                .toList();
    }
}
