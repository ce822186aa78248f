package weighbridge.page;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/**
 * All tests in a browser: in one browser, and with each case made only once, for both cost more than the tests. Some of them
 * alone: {@code -Dit.test='PageIT$Charts'}.
 */
@Tag("untimed")
class PageIT {
    @BeforeAll
    static void start() {
        PageTest.browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (PageTest.browser != null) {
            PageTest.browser.close();
        }
    }

    @Nested
    class Sight extends BrowserSees {}

    @Nested
    class Every extends EveryPage {}

    @Nested
    class Charts extends ReportCharts {}

    @Nested
    class Capacity extends ReportCapacity {}

    @Nested
    class Hover extends ReportHover {}

    @Nested
    class Texts extends ReportTexts {}

    @Nested
    class Use extends ReportUse {}

    @Nested
    class Colors extends ReportColors {}

    @Nested
    class Paper extends ReportPaper {}
}
