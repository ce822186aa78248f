package weighbridge.render;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Tests in one browser, and with each case made only once, for both cost more than the tests. */
@Tag("untimed")
abstract class InOneBrowser {
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
}
