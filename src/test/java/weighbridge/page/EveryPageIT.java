package weighbridge.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import weighbridge.analysis.Report;
import weighbridge.json.Json;
import weighbridge.report.SummaryJson;
import weighbridge.trace.Traces;

/** What holds for the page of every run: it opens by itself, draws and carries what it shows, and fits a small window. */
@Tag("untimed")
class EveryPageIT extends PageTest {
    private static final int TELEPHONE = 390;

    @ParameterizedTest
    @EnumSource
    void itOpensByItselfAndDrawsWhatItCarries(RunCase shown) {
        open(shown);
        ChartView.settle(browser);

        assertThat(complaints()).isEmpty();
        for (String title : ChartView.titles(browser)) {
            assertThat(chart(title).colors()).as(title).isGreaterThan(8);
        }
        JsonNode summary = Json.tree(carried("summary"));
        assertThat(summary).isEqualTo(Json.tree(SummaryJson.format(shown.made().report())));
        assertThat(Json.read(carried("traces"), Traces.class))
                .isEqualTo(shown.made().traces());
        assertThat(browser.json("document.querySelector('footer').textContent").asString())
                .contains("schema " + summary.get("schema").asString())
                .contains("schema " + Report.SCHEMA)
                .contains("schema " + Traces.SCHEMA);
    }

    @ParameterizedTest
    @EnumSource
    void onATelephoneInTheDarkNothingButBoxesThatScrollIsWiderThanTheWindow(RunCase shown) {
        browser.dark(true);
        browser.size(TELEPHONE, 844);
        open(shown);

        assertThat(complaints()).isEmpty();
        assertThat(browser.json("document.documentElement.scrollWidth").asInt())
                .as("width of the page; beyond the window: " + wider())
                .isLessThanOrEqualTo(TELEPHONE);
        assertThat(wider()).isEqualTo("[]");
    }

    /** What is wider than the window, or stands beyond it, and is held by no box that scrolls. */
    private static String wider() {
        return browser.json("""
                        [...document.querySelectorAll("body *")]
                          .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
                          .filter((element) => {
                            const box = element.closest(".scroll");
                            // What is placed by itself is held only by a box that is placed too.
                            return !box || element !== box && getComputedStyle(element).position === "absolute" && !box.contains(element.offsetParent);
                          })
                          .map((element) => `${element.tagName}.${element.className} ${element.textContent.slice(0, 40)}`)""").toString();
    }

    private static List<String> complaints() {
        return Stream.of(browser.complaints(), browser.violations(), browser.requests(), browser.alerts())
                .flatMap(List::stream)
                .toList();
    }

    private static String carried(String id) {
        return (String) browser.script("return document.getElementById(arguments[0]).textContent", id);
    }
}
