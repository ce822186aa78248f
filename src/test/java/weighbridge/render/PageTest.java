package weighbridge.render;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;

/** What all tests in a browser have in common: the browser of {@link InOneBrowser}, and the page that a test {@link Looks} at. */
@TestMethodOrder(Looks.InOrder.class)
abstract class PageTest {
    static Browser browser;
    /** Whose page is open and as it was opened; null where it is not known to be. */
    private static RunCase untouched;

    @BeforeEach
    final void begin(TestInfo test) {
        Optional<RunCase> shown = test.getTestMethod()
                .map(method -> method.getAnnotation(Looks.class))
                .map(Looks::value);
        if (shown.isEmpty() || shown.get() != untouched) {
            browser.reset();
            shown.ifPresent(PageTest::openAll);
            untouched = shown.orElse(null);
        }
    }

    /** Opens the page of this case anew. */
    static void open(RunCase shown) {
        untouched = null;
        browser.open(shown.page());
        ChartView.drawn(browser);
    }

    /** The same with the sections of all targets unfolded. */
    static void openAll(RunCase shown) {
        open(shown);
        unfoldAll();
    }

    /** Unfolds the sections of all targets. */
    static void unfoldAll() {
        browser.script("document.querySelectorAll('details.target').forEach((one) => one.open = true)");
        browser.until("[...document.querySelectorAll('details.target .charts')].every((one) => one.childElementCount)");
    }

    /** Chooses of a drop-down by keys, which change it at once. */
    static void choose(String label, String choice) {
        JsonNode places = browser.json("""
                        (() => {
                          const label = [...document.querySelectorAll("label")].find((one) => one.textContent.startsWith(arguments[0]));
                          const select = label.querySelector("select");
                          select.focus();
                          const wanted = [...select.options].findIndex((one) => one.text === arguments[1]);
                          return [wanted, select.selectedIndex, select.options.length - 1];
                        })()""", label, choice);
        int wanted = places.get(0).asInt();
        int steps = wanted - places.get(1).asInt();
        if (wanted == places.get(2).asInt()) {
            browser.press(Keys.END); // each step draws all charts
        } else {
            for (int step = 0; step < Math.abs(steps); step++) {
                browser.press(steps < 0 ? Keys.ARROW_UP : Keys.ARROW_DOWN);
            }
        }
        browser.waitFor("""
                const done = arguments[arguments.length - 1];
                const chosen = () => document.activeElement.selectedOptions[0].text === arguments[0];
                const look = () => chosen() ? done() : requestAnimationFrame(look);
                look();
                """, choice);
    }

    /** The chart of this title. */
    static ChartView chart(String title) {
        return new ChartView(browser, title);
    }
}
