package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class TargetStateTest {
    @TempDir
    Path folder;

    @Test
    void aProgramThatTellsItsVersionIsReady() throws IOException {
        describe("version: {command: [sh, -c, echo 1.2.3]}\ncommand: [sh, server, '{port}']\n");

        assertThat(state()).isEqualTo(new TargetState("one", "group", "sh", true, "ready: version 1.2.3"));
    }

    @Test
    void aProgramThatDoesNotSaysWhatIsMissing() throws IOException {
        describe(
                "version: {command: [sh, -c, 'echo no package; echo \"x is not installed; fix: get x\" >&2; exit 1']}\n"
                        + "command: [./python3, '{port}']\n");
        Path python = Files.writeString(folder.resolve("group/one/python3"), "");
        assertThat(python.toFile().setExecutable(true)).isTrue();

        assertThat(state())
                .isEqualTo(new TargetState("one", "group", "Python", false, "x is not installed; fix: get x"));
    }

    @Test
    void aProgramThatIsNotThereIsNamed() throws IOException {
        describe("version: '1'\ncommand: [no-such-program, '{port}']\n");

        assertThat(state())
                .isEqualTo(new TargetState(
                        "one",
                        "group",
                        "no-such-program",
                        false,
                        "program \"no-such-program\" not found or not executable"));
    }

    @Test
    void whatIsNotBuiltIsBuiltByTheFirstRun() throws IOException {
        describe(
                "version: '1'\ncommand: [java, -jar, made, '{port}']\nbuild: {command: [sh, build], produces: made}\n");

        assertThat(state()).isEqualTo(new TargetState("one", "group", "Java", true, "ready: the first run builds it"));
        Path product = Files.writeString(folder.resolve("group/one/made"), "");
        Staleness.markBuilt(new Build(List.of("sh", "build"), product, List.of(), null));
        assertThat(state().state()).isEqualTo("ready");
        assertThat(folder.resolve("group/one")).isDirectoryNotContaining("glob:**/*.log");
    }

    @Test
    void aFileThatIsWrongIsItsFirstFault() throws IOException {
        describe("version: '1'\ncolour: red\n");

        assertThat(state().ready()).isFalse();
        assertThat(state().state())
                .startsWith(folder.resolve("group/one/target.yaml") + ":")
                .contains("found");
        assertThat(state().state()).doesNotContain("\n");
    }

    @Test
    void aServerThatRunsAlreadyNeedsNothing() throws IOException {
        Path target = Files.createDirectories(folder.resolve("group/one"));
        Files.writeString(target.resolve("target.yaml"), "name: one\nversion: '1'\nurl: http://localhost:9000/x\n");

        assertThat(state())
                .isEqualTo(new TargetState(
                        "one", "group", "nothing", true, "runs at http://localhost:9000, if it was started"));
    }

    private void describe(String keys) throws IOException {
        Path target = Files.createDirectories(folder.resolve("group/one"));
        Files.writeString(target.resolve("target.yaml"), "name: one\nurl: /\n" + keys);
    }

    private TargetState state() {
        List<TargetState> states = TargetState.of(Catalogue.of(folder));
        assertThat(states).hasSize(1);
        return states.get(0);
    }
}
