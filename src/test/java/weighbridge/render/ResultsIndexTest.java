package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ResultsIndexTest {
    private final Locale before = Locale.getDefault();

    @TempDir
    Path results;

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @Test
    void aFolderOfEachKindHasItsRow() throws Exception {
        StoredRuns.ofEachKind(results);
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

        Golden.check("index.html", index().replace(results.toString(), "results"));
    }

    /** No run is one of 0 calls, and no line joins loads of two rates. */
    @Test
    void eachWorkloadShowsItsOwnFigures() throws Exception {
        StoredRuns.ofEachWorkload(results);

        String html = index();

        assertThat(html)
                .contains(
                        "<p class=\"quiet\">3 runs at 500 calls/s for 30 s</p>",
                        "<p class=\"quiet\">1 run at 200 calls/s for 30 s</p>",
                        "<p class=\"quiet\">1 run of 64 users for 30 s</p>",
                        "<p class=\"quiet\">1 capacity run, SLO p99 &lt; 50 ms, errors &lt; 0.1%</p>",
                        "<p class=\"quiet\">1 run of 800 calls</p>",
                        "500 of 500 calls/s",
                        "6,402 calls/s, 64 users",
                        "4,100 calls/s, bound by the SLO",
                        "at least 6,000 calls/s, bound by the generator",
                        "<title>rate held in 3 runs, oldest to newest: 500 calls/s to 500 calls/s, last 500 calls/s",
                        "<title>p99 in 3 runs, oldest to newest: 2.51 ms to 3.25 ms, last 2.51 ms",
                        "<title>capacity in 1 run: 4,100 calls/s to 4,100",
                        "<title>capacity, at least in 1 run: 6,000 calls/s to 6,000",
                        "<title>RSS at the rate in 1 run: 100.0 MiB to 100.0 MiB")
                .doesNotContain("of 0 calls", "calls 0", "in 4 runs", "in 5 runs");
    }

    @Test
    void namesOfSomebodyElseAreWordsAndNothingElse() throws Exception {
        StoredRuns.ofEachKind(results);

        String html = index();

        assertThat(html)
                .doesNotContainIgnoringCase("<script", "<img", "<b ")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]")
                .contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"", "${1+1}");
        List<String> links = Pattern.compile("(?:href|src)=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(links)
                .isNotEmpty()
                .allMatch(link -> link.matches(
                        "\\./([A-Za-z0-9._~-]|%[0-9A-F]{2})+/(index|report)\\.html|.*/(summary\\.txt|junit\\.xml)"))
                .contains(
                        "./javascript%3Aalert%281%29%3Cimg%20src%3Dx%20onerror%3Dalert%282%29%3E%22%27%26%2500/index.html");
    }

    @Test
    void itIsWellFormedAndItsTableHasItsHeaders() throws Exception {
        StoredRuns.ofEachKind(results);

        Document page = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(index())));

        assertThat(page.getElementsByTagName("table").getLength()).isEqualTo(1);
        assertThat(page.getElementsByTagName("caption").getLength()).isEqualTo(1);
        for (int index = 0; index < page.getElementsByTagName("th").getLength(); index++) {
            assertThat(page.getElementsByTagName("th")
                            .item(index)
                            .getAttributes()
                            .getNamedItem("scope"))
                    .isNotNull();
        }
        assertThat(page.getElementsByTagName("tbody").getLength()).isEqualTo(12);
    }

    @Test
    void withoutARunItSaysHowToMakeOne() throws Exception {
        assertThat(index())
                .contains("0 runs", "./mvnw gatling:test makes one")
                .doesNotContain("<table", "<svg viewBox=\"0 0 240");
    }

    @Test
    void aThousandRunsAreAPageOfFewMegabytes() throws Exception {
        String summary = Files.readString(Path.of("src/test/resources/summaries/without-rounds.json"));
        for (int run = 0; run < 1_000; run++) {
            StoredRuns.write(results, "burst-" + (20261123120000000L + run), summary, "index.html", "summary.txt");
        }

        assertThat(ResultsIndex.rebuild(results)).isEmpty();

        assertThat(results.resolve("index.html")).content().contains("1000 runs");
        assertThat(Files.size(results.resolve("index.html"))).isLessThan(3_000_000);
    }

    @Test
    void whatCannotBeWrittenIsOneLineAndLeavesWhatWasThere() throws Exception {
        Files.writeString(results.resolve("index.html"), "as it was");
        // In the way of what is written, for everybody: a folder without the right to write stops no root.
        Files.createDirectories(results.resolve(".index.html.half/full"));

        Optional<String> error = ResultsIndex.rebuild(results);

        assertThat(error).get().asString().hasLineCount(1).startsWith(results + "/index.html could not be made anew: ");
        assertThat(results.resolve("index.html")).hasContent("as it was");
    }

    @Test
    void aFolderThatIsGoneOrNoneIsOneLine() throws Exception {
        Path gone = results.resolve("gone");
        Path file = Files.writeString(results.resolve("file"), "");

        assertThat(ResultsIndex.rebuild(gone))
                .get()
                .asString()
                .contains("gone", "could not be made anew")
                .hasLineCount(1);
        assertThat(ResultsIndex.rebuild(file))
                .get()
                .asString()
                .contains("could not be made anew")
                .hasLineCount(1);
        assertThat(gone).doesNotExist();
    }

    @Test
    void aLinkInItsPlaceLeadsNobodyToOverwriteAFile() throws Exception {
        Path precious = Files.writeString(results.resolve("precious"), "mine");
        Files.createSymbolicLink(results.resolve("index.html"), precious);
        Files.createSymbolicLink(results.resolve(".index.html.half"), precious);

        assertThat(ResultsIndex.rebuild(results)).isEmpty();

        assertThat(precious).hasContent("mine");
        assertThat(results.resolve("index.html")).content().contains("0 runs");
    }

    @Test
    void ofManyThatEndAtOnceTheLastHasThemAll() throws Exception {
        List<CompletableFuture<Optional<String>>> endings = new ArrayList<>();
        for (int run = 0; run < 8; run++) {
            String name = "burst-" + (20261123120000000L + run);
            endings.add(CompletableFuture.supplyAsync(() -> {
                try {
                    StoredRuns.write(results, name, "{\"schema\": \"weighbridge/summary/1\"}");
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
                return ResultsIndex.rebuild(results);
            }));
        }

        assertThat(endings).allSatisfy(ending -> assertThat(ending.join()).isEmpty());
        assertThat(results.resolve("index.html")).content().contains("8 runs");
    }

    private String index() throws Exception {
        assertThat(ResultsIndex.rebuild(results)).isEmpty();
        return Files.readString(results.resolve("index.html"));
    }
}
