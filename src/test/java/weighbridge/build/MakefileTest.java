package weighbridge.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weighbridge.server.Program;

/** What is typed after make reaches the launcher as it was typed, and nothing else does. */
@Timeout(60)
class MakefileTest {
    private static final Path ARGUMENTS = Path.of("arguments");

    @TempDir
    Path folder;

    private record Made(int status, List<String> arguments, String output) {}

    @BeforeEach
    void aLauncherThatWritesDownItsArguments() throws Exception {
        assumeTrue(Program.isThere("make"));
        Files.copy(Path.of("Makefile"), folder.resolve("Makefile"));
        Path launcher = Files.writeString(
                folder.resolve("weighbridge"), "#!/bin/sh\nprintf '%s\\0' \"$@\" > " + ARGUMENTS + "\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "netty,jetty",
                "/tmp/it's mine",
                "'",
                "'; touch touched; '",
                "/tmp/a$b",
                "$$HOME $(HOME) ${HOME}",
                "$(targets)",
                "$(shell touch touched)$(error boom)",
                "`touch touched` \"$(touch touched)\"",
                "a  b\tc",
                "\\",
                "a\\",
                "#,():=%;&|<>*?!~",
                "-x"
            })
    void aValueIsTheWordThatWasTyped(String value) throws Exception {
        assertThat(make(Map.of(), "run", "targets=" + value).arguments()).containsExactly("run", "--targets=" + value);
        assertThat(make(Map.of(), "report", "RUN=" + value).arguments()).containsExactly("report", value);
        assertThat(make(Map.of(), "capacity", "TARGETS=netty", "SLO=" + value).arguments())
                .containsExactly("capacity", "--targets=netty", "--slo=" + value);
        assertThat(folder.resolve("touched")).doesNotExist();
    }

    @Test
    void theEnvironmentIsOfOtherPrograms() throws Exception {
        Map<String, String> environment = Map.ofEntries(
                Map.entry("port", "3000"),
                Map.entry("results", "/x"),
                Map.entry("threshold", "99%"),
                Map.entry("A", "/env/a"),
                Map.entry("RUN", "/env/run"),
                Map.entry("RESULTS", "/env/results"),
                Map.entry("BASELINE", "/env/baseline"),
                Map.entry("TARGETS", "env"),
                Map.entry("SLO", "env"),
                Map.entry("PEAK", "1"),
                Map.entry("HOST", "env"));

        assertThat(make(environment, "run").arguments()).containsExactly("run");
        assertThat(make(environment, "capacity").arguments()).containsExactly("capacity");
        assertThat(make(environment, "report").arguments()).containsExactly("report", "results/latest");
        assertThat(make(environment, "index").arguments()).containsExactly("index", "results");
        assertThat(make(environment, "plan").arguments()).containsExactly("plan", "results/latest");
        assertThat(make(environment, "compare").arguments()).containsExactly("compare");
        assertThat(make(environment, "gate").arguments()).containsExactly("gate");
    }

    @Test
    void eachCommandGetsItsOwnVariables() throws Exception {
        assertThat(make(Map.of(), "plan", "PEAK=2", "HOST=8cores,16GiB", "TARGET=a b")
                        .arguments())
                .containsExactly("plan", "results/latest", "--peak=2", "--host=8cores,16GiB", "--target=a b");
        assertThat(make(Map.of(), "compare", "A=a b", "B=c", "threshold=5%").arguments())
                .containsExactly("compare", "a b", "c", "--threshold=5%");
        assertThat(make(Map.of(), "gate", "BASELINE=a'b", "calls=4").arguments())
                .containsExactly("gate", "--baseline=a'b", "--calls=4");
    }

    /** Two lines would be two commands. */
    @Test
    void aLineBreakIsRefusedInOneLine() throws Exception {
        Made made = make(Map.of(), "run", "calls=1\ntouch touched");

        assertThat(made.status()).isEqualTo(2);
        assertThat(made.arguments()).isEmpty();
        assertThat(made.output())
                .hasLineCount(1)
                .contains("calls: found a line break; allowed: one line; fix: remove it");
        assertThat(folder.resolve("touched")).doesNotExist();
    }

    private Made make(Map<String, String> environment, String... words) throws Exception {
        Files.deleteIfExists(folder.resolve(ARGUMENTS));
        List<String> command = new ArrayList<>(List.of("make"));
        command.addAll(List.of(words));
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MAKE") || name.equals("MFLAGS"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        int status = process.waitFor();
        Path arguments = folder.resolve(ARGUMENTS);
        return new Made(
                status,
                Files.exists(arguments)
                        ? List.of(Files.readString(arguments, StandardCharsets.UTF_8)
                                .split("\0"))
                        : List.of(),
                Files.readString(output));
    }
}
