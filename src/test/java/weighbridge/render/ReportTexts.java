package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the page of a run is as a whole: small, readable without a script, and never run by what a run said. */
abstract class ReportTexts extends PageTest {
    /** A page is to be passed on: under 1 MB of a default run with room to spare, under 1.5 MB of five capacities. */
    @Test
    void itIsSmall() throws IOException {
        assertThat(Files.size(RunCase.DEFAULT_FIVE.page())).isLessThan(750_000);
        assertThat(Files.size(RunCase.FIVE_CAPACITIES.page())).isLessThan(1_300_000);
    }

    /** Otherwise the sizes above would be of runs that have less to show than real ones. */
    @Test
    void theTracesOfFiveCapacitiesAreAsLongAsTracesGet() {
        assertThat(RunCase.FIVE_CAPACITIES.made().traces().rounds().get(0).targets())
                .hasSize(6)
                .allSatisfy(
                        trace -> assertThat(trace.rssBytes().atMillis().size()).isGreaterThan(900))
                .allSatisfy(trace -> assertThat(trace.cores().atMillis().size()).isGreaterThan(900));
    }

    @Test
    @Looks(RunCase.HOSTILE)
    void hostileTextsAreOnlyText() {
        assertThat(browser.alerts()).isEmpty();
        assertThat(browser.json("document.querySelectorAll('script').length").asInt())
                .as("summary, traces, the library, our own")
                .isEqualTo(4);
        assertThat(browser.json("document.querySelectorAll('img, svg, iframe, object, embed, link, base').length")
                        .asInt())
                .isZero();
        assertThat(browser.json("""
                                [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes])
                                  .filter((attribute) => /^on/i.test(attribute.name) || /^javascript:/i.test(attribute.value))
                                  .map((attribute) => attribute.name)""").toString()).isEqualTo("[]");
        List<String> rows = texts("#targets tbody tr");
        for (int target = 0; target < Hostile.NAMES.size(); target++) {
            assertThat(rows.get(target)).startsWith(Hostile.NAMES.get(target)).contains(Hostile.TEXT);
        }
        assertThat(texts("main li")).anyMatch(remark -> remark.contains(Hostile.TEXT));
        assertThat(ChartView.titles(browser)).contains(Hostile.NAMES.get(5) + ": memory and load");
    }

    /** A text that is taken for a key must not change what every object of the page has. */
    @Test
    @Looks(RunCase.HOSTILE)
    void hostileTextsLeaveTheObjectsOfThePageAlone() {
        String own = "[...Object.getOwnPropertyNames(Object.prototype), ...Object.getOwnPropertyNames(Object)].sort()";
        JsonNode hostile = browser.json(own);
        open(RunCase.NONE_STARTED);

        assertThat(hostile).isEqualTo(browser.json(own));
    }

    @Test
    @Looks(RunCase.HOSTILE)
    void namesThatObjectsHaveAnywayHaveChartsOfTheirOwn() {
        for (String name : List.of("__proto__", "constructor")) {
            assertThat(chart(name + ": memory and load").points().get("RSS"))
                    .isEqualTo(Expected.rss(RunCase.HOSTILE.trace(name, 1)));
        }
    }

    /** A page without a script still says what came of it. */
    @Test
    void figuresAreThereWithoutAScript() throws IOException {
        String html = Files.readString(RunCase.DEFAULT_FIVE.page());

        assertThat(html.substring(0, html.indexOf("<script")))
                .contains("<noscript>")
                .contains("dropwizard")
                .contains("80.0");
    }

    /** As in a browser that cannot unpack the library: here it is no gzip. */
    @Test
    void withoutItsLibraryThePageSaysSoAndItsTablesCanBeUsed(@TempDir Path folder) throws IOException {
        String html = Files.readString(RunCase.DEFAULT_FIVE.page());
        Path broken =
                Files.writeString(folder.resolve("broken.html"), html.replaceFirst("(id=\"echarts\">)H4sI", "$1AAAA"));
        browser.open(broken);
        ChartView.drawn(browser);

        assertThat(texts("main > .faults")).singleElement().asString().startsWith("The charts cannot be drawn (");
        assertThat(browser.json("document.querySelectorAll('canvas').length").asInt())
                .isZero();
        browser.click("#targets thead th:nth-child(4) button");
        assertThat(texts("#targets tbody th").get(0)).isEqualTo("netty");
        assertThat(browser.alerts()).isEmpty();
    }

    private static List<String> texts(String selector) {
        List<String> texts = new ArrayList<>();
        browser.json("[...document.querySelectorAll(arguments[0])].map((one) => one.textContent)", selector)
                .forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
