package weighbridge.page;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;

/** What all tests in a browser have in common: the browser of {@link PageIT}, and the page that a test {@link Looks} at. */
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
            shown.ifPresent(PageTest::open);
            untouched = shown.orElse(null);
        }
    }

    /** Opens the page of this case anew. */
    static void open(RunCase shown) {
        untouched = null;
        browser.open(shown.page());
    }

    /** The chart of this title. */
    static ChartView chart(String title) {
        return new ChartView(browser, title);
    }
}
