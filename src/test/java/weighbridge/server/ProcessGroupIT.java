package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(OS.LINUX)
@Timeout(60)
@Tag("untimed")
class ProcessGroupIT {
    @TempDir
    private Path folder;

    /** The JVM has a group of its own here, so that a signal that comes as far as to it spares the tests. */
    @ParameterizedTest
    @CsvSource({
        "TERM, false, ''",
        "KILL, false, ''",
        "INT, false, ''",
        "HUP, false, ''",
        "TERM, true, 143",
        "KILL, true, 137",
    })
    void aSignalToTheGroupOfAProgramIsNoneToTheRun(String signal, boolean command, String printed) throws Exception {
        Path output = folder.resolve("owner.out");
        Process owner = new ProcessBuilder(ProcessGroup.of(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GroupOwner.class.getName(),
                        folder.toString(),
                        signal,
                        Boolean.toString(command))))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(owner.waitFor()).as(Files.readString(output)).isZero();
        assertThat(output).content().endsWith(printed);
        assertThat(new Scripts(folder).pids("prefork")).noneMatch(Scripts::lives);
    }

    @Test
    void aServerLeadsItsGroupAndSharesTheProcessorsAsTheGeneratorDoes() throws Exception {
        Scripts scripts = new Scripts(folder);
        String fields = "read -r pid name state parent group session terminal rest < /proc/$$/stat; ";
        try (Fleet fleet = new Fleet(folder, Ledger.none())) {
            Server server = scripts.start(
                    fleet, scripts.target("one", fields + "echo $group; cat /proc/$$/autogroup; exec sleep 300"), 1);

            long pid = Scripts.handle(server).pid();
            assertThat(scripts.pids("one")).containsExactly(pid);
            Path ours = Path.of("/proc/self/autogroup"); // not of every kernel
            if (Files.exists(ours)) {
                assertThat(folder.resolve("one.log")).content().contains(Files.readString(ours));
            }
        }
    }

    @Test
    void whoBeginsASessionItselfStaysTheProcessThatWasStarted() throws Exception {
        Process process = Program.of(List.of("setsid", "sh", "-c", "exit 5"), folder, Map.of())
                .start();

        assertThat(process.waitFor()).isEqualTo(5);
    }

    @Test
    void anInterpreterThatIsNotThereIsNamed() throws Exception {
        script("#!/no/such/python -u\n");
        assertThatThrownBy(() -> Program.of(List.of("./serve"), folder, Map.of()))
                .isInstanceOf(LaunchException.class)
                .hasMessage(
                        "program \"" + folder.resolve("serve") + "\" needs \"/no/such/python\", which its first line"
                                + " names and which is not there or not executable");

        script("#!/bin/sh\r\n");
        assertThatThrownBy(() -> Program.of(List.of("./serve"), folder, Map.of()))
                .hasMessageContaining(" needs \"/bin/sh");
    }

    @ParameterizedTest
    @CsvSource({"exit 6, 6", "'#! /bin/sh\nexit 7', 7", "'#!\nexit 8', 8"})
    void aScriptRunsWithAndWithoutAFirstLineThatNamesAShell(String text, int status) throws Exception {
        script(text + "\n");

        assertThat(Program.of(List.of("./serve"), folder, Map.of()).start().waitFor())
                .isEqualTo(status);
    }

    @Test
    void aProgramIsCalledByItsNameAndNotByThatOfItsStarter() throws Exception {
        assertThat(ProcessGroup.programName(ProcessGroup.of(List.of("/bin/make", "all"))))
                .isEqualTo("make");
        assertThat(ProcessGroup.programName(List.of("/bin/make", "all"))).isEqualTo("make");
        assertThat(ProcessGroup.programName(List.of("/usr/bin/setsid", "make"))).isEqualTo("make");
        assertThat(ProcessGroup.programName(List.of("setsid"))).isEqualTo("setsid");
    }

    private void script(String text) throws IOException {
        Path script = Files.writeString(folder.resolve("serve"), text);
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }
}
