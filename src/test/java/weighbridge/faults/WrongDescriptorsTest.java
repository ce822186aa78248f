package weighbridge.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weighbridge.server.Catalogue;
import weighbridge.server.EditorSchema;
import weighbridge.text.InputException;

// Pipes, devices and links are made.
@EnabledOnOs({OS.LINUX, OS.MAC})
class WrongDescriptorsTest {
    @TempDir
    private Path root;

    /** A link out of the folder is a warning to whoever removes the folder. */
    @AfterEach
    void removeTheDevice() throws IOException {
        Files.deleteIfExists(root.resolve("device/target.yaml"));
    }

    static List<WrongDescriptor> all() {
        return WrongDescriptors.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachKindIsOneLine(WrongDescriptor wrong) throws IOException {
        List<String> words = wrong.makeIn(root);

        assertThat(WrongDescriptors.shortened(message(words), List.of(wrong.folderIn(root))))
                .isEqualTo(wrong.line());
    }

    static List<WrongDescriptor> refusedBySchema() {
        return all().stream().filter(WrongDescriptor::inSchema).toList();
    }

    /** What can be seen without running: the user learns of it while writing. */
    @ParameterizedTest
    @MethodSource("refusedBySchema")
    void theSchemaRefusesItToo(WrongDescriptor wrong) {
        assertThat(EditorSchema.faults(wrong.yaml().orElseThrow())).isNotEmpty();
    }

    @Test
    void theSchemaTakesWhatTheWrongOnesAreMadeFrom() {
        assertThat(EditorSchema.faults(WrongDescriptor.LEAST)).isEmpty();
        assertThat(EditorSchema.faults(WrongDescriptor.RUNNING)).isEmpty();
    }

    @Test
    void allLinesAreSaidAtOnce() throws IOException {
        WrongDescriptors.Made made = WrongDescriptors.makeAll(root);

        assertThat(WrongDescriptors.shortened(message(made.words()), made.folders())
                        .lines())
                .containsExactlyInAnyOrderElementsOf(WrongDescriptors.lines());
    }

    private static String message(List<String> words) {
        InputException e = catchThrowableOfType(
                InputException.class, () -> Catalogue.of(Path.of("targets")).select(words, List.of()));
        assertThat(e).isNotNull();
        return e.getMessage();
    }
}
