package weighbridge.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weighbridge.workload.Setting;
import weighbridge.workload.Workload;

/** README and docs: what has to be seen first, how long it may be, that no link leads nowhere, and that settings are complete. */
class DocumentationTest {
    private static final Path README = Path.of("README.md");
    private static final int FIRST_SCREEN = 30;
    private static final int SUMMARY_LINES = 45;
    private static final int SUMMARY_COLUMNS = 120;
    private static final List<String> COMMANDS = List.of("./mvnw gatling:test", "./mvnw verify");

    /** The block that the lines of a real run stand in. */
    private static final Pattern SUMMARY =
            Pattern.compile("<!-- summary -->\n```\n(.*?)```\n<!-- /summary -->", Pattern.DOTALL);

    static Stream<Path> pages() throws IOException {
        List<Path> pages =
                new ArrayList<>(Stream.of("README", "CONTRIBUTING", "CHANGELOG", "SECURITY", "results/README")
                        .map(name -> Path.of(name + ".md"))
                        .toList());
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages.stream();
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void theTwoCommandsStandOnTheFirstScreen() throws IOException {
        List<String> first = Files.readAllLines(README).subList(0, FIRST_SCREEN);

        assertThat(COMMANDS).allSatisfy(command -> assertThat(first).anyMatch(line -> line.startsWith(command)));
    }

    @Test
    void theSummaryInTheReadmeFitsOnAScreen() throws IOException {
        List<String> blocks = SUMMARY.matcher(Files.readString(README))
                .results()
                .map(block -> block.group(1))
                .toList();

        assertThat(blocks).hasSize(1);
        List<String> lines = blocks.get(0).lines().toList();
        assertThat(lines).hasSizeBetween(10, SUMMARY_LINES);
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(SUMMARY_COLUMNS));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noLinkLeadsNowhere(Path page) throws IOException {
        MarkdownPage from = MarkdownPage.read(page);

        assertThat(from.links().stream()
                        .filter(link -> !link.isExternal())
                        .filter(link -> !link.leadsSomewhere(page))
                        .toList())
                .isEmpty();
    }

    /** One page for each task: a page that none leads to is not found. */
    @Test
    void theReadmeLeadsToEveryPage() throws IOException {
        List<String> linked = MarkdownPage.read(README).links().stream()
                .map(MarkdownLink::file)
                .toList();

        assertThat(pages().map(Path::toString).filter(page -> page.startsWith("docs/")))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(linked).contains(page));
    }

    @Test
    void thePageOfSettingsNamesEachWithItsDefault() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        Pattern.compile("^\\| `(\\w+)` \\| ([^|]+) \\|", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("docs/settings.md")))
                .results()
                .forEach(row -> assertThat(documented.put(row.group(1), row.group(2)))
                        .as(row.group(1) + " twice")
                        .isNull());

        assertThat(documented)
                .containsOnlyKeys(
                        Arrays.stream(Setting.values()).map(Setting::key).toList());
        assertThat(Setting.values()).allSatisfy(setting -> {
            String usual = setting.usual(Workload.Kind.CAPACITY);
            if (!usual.isEmpty()) {
                assertThat(documented.get(setting.key())).contains("`" + usual + "`");
            }
        });
    }
}
