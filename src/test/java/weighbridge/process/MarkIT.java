package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@Timeout(60)
@Tag("untimed")
class MarkIT {
    private static final int LOOKS = 500;

    @TempDir
    private Path folder;

    @Test
    void whoBecomesAnotherProgramAgainAndAgainIsNeverMissed() throws Exception {
        Path script = Files.writeString(folder.resolve("again.sh"), "exec sh \"$0\"\n");
        Mark mark = Mark.create();
        ProcessBuilder program = new ProcessBuilder("sh", script.toString());
        program.environment().putAll(mark.variable());
        Process process = program.start();
        try {
            for (int look = 1; look <= LOOKS; look++) {
                assertThat(mark.bearers()).as("look " + look).containsExactly(process.toHandle());
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
