package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import weighbridge.analysis.Report;
import weighbridge.analysis.Traces;
import weighbridge.text.Json;

/** What holds for the page of every run: it opens fast and by itself, draws what it carries, and fits a small window. */
abstract class EveryPage extends PageTest {
    private static final int TELEPHONE = 390;

    /**
     * A page opens in under two seconds: loaded, and all charts drawn. By the clock that would say how busy the machine is
     * with something else. What counts is the processor time of the page's own thread, which is what a quiet machine takes,
     * for drawing on other threads goes on beside it, and nothing has to be waited for: a page has no network and, as is
     * checked with it, sets no timer.
     */
    private static final double MOST_MILLIS = 2_000;

    /** Others make a processor's caches slower too, so the best counts. */
    private static final int MOST_OPENINGS = 3;

    private static final double MOST_WAITING_MILLIS = 50;

    /** All in one opening, which costs more than to look. */
    @ParameterizedTest
    @EnumSource
    void itOpensFastAndByItselfDrawsWhatItCarriesAndFitsATelephone(RunCase shown) {
        assertThat(processorMillis(shown)).as("processor time, ms").isLessThan(MOST_MILLIS);
        assertThat(browser.longestWait()).as("waits, ms").isLessThan(MOST_WAITING_MILLIS);
        unfoldAll();
        checkContent(shown);

        browser.size(TELEPHONE, 844);
        checkTelephone();
    }

    private static double processorMillis(RunCase shown) {
        double best = Double.MAX_VALUE;
        for (int opening = 0; opening < MOST_OPENINGS && best >= MOST_MILLIS; opening++) {
            open(shown);
            ChartView.settle(browser);
            best = Math.min(best, browser.processorMillis());
        }
        return best;
    }

    private static void checkContent(RunCase shown) {
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

    /** There is nothing to follow for a page that is opened in a small window. */
    @Test
    void itMayBeOpenedOnATelephoneInTheDark() {
        browser.dark(true);
        browser.size(TELEPHONE, 844);
        open(RunCase.DEFAULT_FIVE);

        checkTelephone();
    }

    /** Nothing but boxes that scroll is wider than the window. */
    private static void checkTelephone() {
        assertThat(browser.until("[...document.querySelectorAll('.canvas')]"
                        + ".every((one) => Math.abs(one.clientWidth - one.querySelector('canvas').clientWidth) < 1)"))
                .as("charts are as wide as their places")
                .isTrue();
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
