package weighbridge.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownPageTest {
    @TempDir
    private Path folder;

    private Path page;

    @BeforeEach
    void write() throws IOException {
        page = folder.resolve("page.md");
        Files.writeString(page, """
                # What's in `run.json`, and why?
                A [link](other.md#a-b), an ![image](picture.png), one [with `code`](#again-1) and `[none](nowhere.md)`.

                ```
                # No heading
                [none](nowhere.md)
                ```
                <img src="small.png" width="9">

                ## Again
                ## Again
                ## CPU / memory
                """);
    }

    @Test
    void linksAreThoseOutsideOfCode() throws IOException {
        assertThat(MarkdownPage.read(page).links())
                .extracting(MarkdownLink::target)
                .containsExactly("other.md#a-b", "picture.png", "#again-1", "small.png");
    }

    @Test
    void anchorsAreThoseOfGitHub() throws IOException {
        assertThat(MarkdownPage.read(page).anchors())
                .containsExactly("whats-in-runjson-and-why", "again", "again-1", "cpu--memory");
    }

    @Test
    void aLinkLeadsToAFileAndToItsHeading() throws IOException {
        Files.writeString(folder.resolve("other.md"), "# A b\n");

        assertThat(new MarkdownLink("other.md#a-b").leadsSomewhere(page)).isTrue();
        assertThat(new MarkdownLink("other.md#a-c").leadsSomewhere(page)).isFalse();
        assertThat(new MarkdownLink("#again-1").leadsSomewhere(page)).isTrue();
        assertThat(new MarkdownLink("#again-2").leadsSomewhere(page)).isFalse();
        assertThat(new MarkdownLink("missing.md").leadsSomewhere(page)).isFalse();
    }

    @Test
    void addressesAreExternal() {
        assertThat(new MarkdownLink("https://example.org/a#b").isExternal()).isTrue();
        assertThat(new MarkdownLink("docs/a.md#b").isExternal()).isFalse();
    }
}
