package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.faults.WrongDescriptors;

/** A real run with every wrong description that we know of. */
// Pipes, devices and links are made.
@EnabledOnOs({OS.LINUX, OS.MAC})
class WrongDescriptorsIT {
    @TempDir
    Path folder;

    @Test
    void allLinesAreSaidAtOnceAndNothingIsStarted() throws Exception {
        WrongDescriptors.Made made = WrongDescriptors.makeAll(folder.resolve("targets"));
        List<Path> before = files();
        try {
            Run.Result result = new Run(folder)
                    .with("targets", String.join(",", made.words()))
                    .finish();

            assertThat(result.exitStatus()).as(result.console()).isEqualTo(1);
            assertThat(WrongDescriptors.shortened(result.console(), made.folders())
                            .lines())
                    .containsExactlyInAnyOrderElementsOf(WrongDescriptors.lines());
            // Each program that would have been started would have left a file.
            assertThat(files()).isEqualTo(before);
            assertThat(result.results()).isEmptyDirectory();
        } finally {
            made.removeLinks();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("targets"))) {
            return files.sorted().toList();
        }
    }
}
