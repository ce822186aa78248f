package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class VersionsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo 1.10                                 | 1.10",
                "echo; echo '  4.2.Final  '; echo more     | 4.2.Final",
                "printf 7                                  | 7",
                "echo $FLAVOUR                             | sour",
                "printf '\\033[1m2\\t3\\n'                 | ?[1m2?3",
                "echo warning >&2; echo 5                  | 5",
                "echo 5; exit 1                            | unknown",
                "echo 5 >&2                                | 5",
                "echo 'nginx version: nginx/1.22.1' >&2    | 1.22.1",
                "echo 'PHP 8.2.36 (cli) (built: Nov 18'    | 8.2.36",
                "echo 'go version go1.22.1 linux/amd64'   | 1.22.1",
                "echo 'HAProxy version 2.6.12-1+deb12u2 2025/09/16' | 2.6.12-1+deb12u2",
                "echo 'Running uvicorn 0.17.6 with CPython 3.11.2' | 0.17.6",
                "echo 'openjdk 25 2025-09-16'             | openjdk 25 2025-09-16",
                "echo ready >&2; echo 'v 2.0' >&2          | 2.0",
                "echo ready >&2; echo steady >&2           | ready",
                "echo 'Picked up JAVA_TOOL_OPTIONS: -Dv=1.5' >&2; echo 'openjdk version \"17\"' >&2 | openjdk version \"17\"",
                "echo 'NOTE: Picked up JDK_JAVA_OPTIONS: -Dv=1.5' >&2 | unknown",
                ":                                         | unknown",
                "cat; echo 6                               | 6",
                "printf '%0100d' 1                         | 0000000000000000000000000000000000000000",
            })
    void theFirstLineThatIsPrinted(String script, String version) {
        assertThat(new Versions(new CommandRunner(Ledger.none())).of(printed(script)))
                .isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo; echo ready; echo built by make 4.3 of httpd/2.4.62 | httpd/([0-9.]+)  | 2.4.62",
                "echo plugin 1.0; echo 'core 7' >&2                       | core ([0-9]+)    | 7",
                "echo 20250916-rc                                         | [0-9]{8}         | 20250916",
                "echo httpd 2.4                                           | nginx/([0-9.]+)  | unknown",
                "echo none                                                | none(x)?         | unknown",
            })
    void whatThePatternFinds(String script, String pattern, String version) {
        Versions versions = new Versions(new CommandRunner(Ledger.none()));
        Version printed = new Version.Printed(List.of("sh", "-c", script), Optional.of(pattern));

        assertThat(versions.of(Targets.versioned(printed, folder))).isEqualTo(version);
        if (version.equals("unknown")) {
            assertThat(versions.faults())
                    .containsExactly("versioned: its version is unknown, for the command that prints it printed nothing"
                            + " like " + pattern + " (sh -c " + script + ")");
        }
    }

    @Test
    void aWrittenVersionIsOneLineToo() {
        assertThat(new Versions(new CommandRunner(Ledger.none()))
                        .of(Targets.versioned(new Version.Written("1.10"), folder)))
                .isEqualTo("1.10");
        assertThat(new Versions(new CommandRunner(Ledger.none()))
                        .of(Targets.versioned(new Version.Written("\n 1\u001b[2J.0 \n2"), folder)))
                .isEqualTo("1?[2J.0");
        String cut = "v".repeat(39) + "\ud83e\udd22";
        assertThat(new Versions(new CommandRunner(Ledger.none()))
                        .of(Targets.versioned(new Version.Written(cut + "!"), folder)))
                .isEqualTo(cut);
    }

    @Test
    void aProgramThatIsNotThereHasNoVersion() {
        Version missing = new Version.Printed(List.of("no-such-program", "--version"), Optional.empty());

        assertThat(new Versions(new CommandRunner(Ledger.none())).of(Targets.versioned(missing, folder)))
                .isEqualTo("unknown");
        assertThat(new Versions(new CommandRunner(Ledger.none()))
                        .of(Targets.versioned(missing, folder.resolve("gone"))))
                .isEqualTo("unknown");
    }

    @Test
    void muchOutputIsNoReasonToHang() {
        assertThat(new Versions(new CommandRunner(Ledger.none())).of(printed("echo 8; seq 100000")))
                .isEqualTo("8");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whoIsLeftBehindIsNotWaitedForButEnded() throws Exception {
        for (int time = 0; time < 20; time++) { // whether a reader is faster than the reaper is up to chance
            assertThat(new Versions(new CommandRunner(Ledger.none())).of(printed("echo 1; sleep 300 & echo $! > pid")))
                    .isEqualTo("1");

            assertThat(Scripts.lives(Long.parseLong(
                            Files.readString(folder.resolve("pid")).strip())))
                    .isFalse();
        }
    }

    @Test
    void whoPrintsNothingIsSaidTo() {
        Versions versions = new Versions(new CommandRunner(Ledger.none()));

        versions.of(printed("exit 0"));

        assertThat(versions.faults())
                .containsExactly(
                        "versioned: its version is unknown, for the command that prints it printed nothing (sh -c exit 0)");
    }

    @Test
    void asksSeveral() {
        Target one = printed("echo 1");
        Target two = printed("echo 2");
        Target three = printed("exit 1");

        assertThat(new Versions(new CommandRunner(Ledger.none())).of(List.of(one, two, three)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(one, "1", two, "2", three, "unknown"));
    }

    private Target printed(String script) {
        return Targets.versioned(new Version.Printed(List.of("sh", "-c", script), Optional.empty()), folder);
    }
}
