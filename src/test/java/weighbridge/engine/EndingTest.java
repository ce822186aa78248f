package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.record.RunFolder;
import weighbridge.text.TypedPath;

class EndingTest {
    /** As Gatling's Maven plugin hands the setting on: relative to the shell, some characters written out. */
    @Test
    void latestIsTakenAwayFromTheResultsThatWereTyped(@TempDir Path shell) throws Exception {
        RunFolder run = new RunFolder(Files.createDirectories(shell.resolve("out/run")));
        run.becomeLatest();
        assertThat(shell.resolve("out/latest")).isSymbolicLink();
        System.setProperty(TypedPath.FOLDER, shell.toString());
        try {
            Ending.forgetLatest("\\u006fut");
        } finally {
            System.clearProperty(TypedPath.FOLDER);
        }

        assertThat(shell.resolve("out/latest")).doesNotExist();
        assertThat(run.path()).isDirectory();
    }
}
