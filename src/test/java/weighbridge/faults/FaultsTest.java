package weighbridge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weighbridge.render.Golden;

class FaultsTest {
    @Test
    void thePageIsWhatIsHeld() throws IOException {
        Golden.check(Path.of("docs/faults.md"), Faults.markdown());
    }

    @Test
    void noKindStandsThereTwice() {
        assertThat(Faults.SECTIONS)
                .allSatisfy(section ->
                        assertThat(section.rows()).extracting(Row::kind).doesNotHaveDuplicates());
    }

    /** A row that no run holds would be a claim. */
    @Test
    void everyRowThatIsNoTargetOfABadRunIsHeldByATestThatNamesIt() throws IOException {
        StringBuilder tests = new StringBuilder();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(Path.of("src/test/java/weighbridge/engine"), "*IT.java")) {
            for (Path file : files) {
                tests.append(Files.readString(file));
            }
        }
        Stream.of(CutOff.values(), FieldServers.values())
                .flatMap(Stream::of)
                .forEach(row -> assertThat(tests)
                        .containsPattern(row.getDeclaringClass().getSimpleName() + "\\." + row.name() + "\\b"));
    }

    @Test
    void whatEndsACellIsEscaped() {
        Row row = new Row("a|b", "c|d `e`", 1, "nothing", "nothing");

        assertThat(new Section("T", "I", List.of(row)).markdown()).isEqualTo("""
                        ## T
                        I

                        | kind | what the user sees | exit status | left running | results kept |
                        |---|---|---|---|---|
                        | a\\|b | ``c\\|d `e``` | 1 | nothing | nothing |
                        """);
    }
}
