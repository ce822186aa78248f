package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
@Tag("untimed")
class VersionsIT {
    @TempDir
    private Path folder;

    @Test
    void whoHangsOrNeverStopsTalkingIsEnded() throws Exception {
        for (String endless : List.of("sleep 300", "while :; do echo again and again; done")) {
            Target target = printed("echo $$ > pid; sleep 300 & echo $! >> pid; " + endless);

            assertThat(new Versions(new CommandRunner(Ledger.none())).of(target, Duration.ofSeconds(3)))
                    .isEqualTo("unknown");

            assertThat(Files.readAllLines(folder.resolve("pid")))
                    .hasSize(2)
                    .noneMatch(pid -> ProcessHandle.of(Long.parseLong(pid))
                            .map(ProcessHandle::isAlive)
                            .orElse(false));
        }
    }

    private Target printed(String script) {
        return Targets.versioned(new Version.Printed(List.of("sh", "-c", script), Optional.empty()), folder);
    }
}
