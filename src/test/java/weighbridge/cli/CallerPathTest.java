package weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.TypeConversionException;

class CallerPathTest {
    @TempDir
    Path caller;

    @BeforeEach
    void startElsewhere() {
        System.setProperty(CallerPath.CALLER, caller.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(CallerPath.CALLER);
    }

    @Test
    void aRelativePathCountsFromTheCaller() throws Exception {
        Path run = Files.createDirectory(caller.resolve("my run"));

        assertThat(CallerPath.of("my run")).isEqualTo(run);
        assertThat(CallerPath.of("./my run")).isEqualTo(run);
    }

    @Test
    void whereTheCallerHasNothingItCountsFromTheLauncher() {
        assertThat(CallerPath.of("results/latest")).isEqualTo(Path.of("results/latest"));
    }

    @Test
    void anAbsolutePathStays() {
        assertThat(CallerPath.of("/nowhere/at/all")).isEqualTo(Path.of("/nowhere/at/all"));
    }

    @Test
    void whoStartsFromTheLaunchersFolderReadsPathsAsGiven() {
        System.setProperty(CallerPath.CALLER, Path.of("").toAbsolutePath().toString());

        assertThat(CallerPath.of("docs/targets.md")).isEqualTo(Path.of("docs/targets.md"));
    }

    @Test
    void aTargetMayBeAFolderOfTheCallerAndANameStays() throws Exception {
        Path folder = Files.createDirectory(caller.resolve("netty"));

        assertThat(CallerPath.target("./netty")).isEqualTo(folder.toString());
        assertThat(CallerPath.target("netty")).isEqualTo("netty");
    }

    @Test
    void whatIsNoPathIsSaid() {
        assertThatThrownBy(() -> new CallerPath().convert("a\0b")).isInstanceOf(TypeConversionException.class);
    }
}
