package weighbridge.page;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** What all tests in a browser have in common: one browser for a class, and a page of its own for each test. */
abstract class PageTest {
    static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void reset() {
        browser.reset();
    }

    /** Opens the page of this case. */
    static void open(RunCase shown) {
        browser.open(shown.page());
    }

    /** The chart of this title. */
    static ChartView chart(String title) {
        return new ChartView(browser, title);
    }
}
