package weighbridge.render;

import org.junit.jupiter.api.Nested;

/** What all pages have in common, and what can be done with the report. Some of it alone: {@code -Dit.test='PageIT$Every'}. */
class PageIT extends InOneBrowser {
    @Nested
    class Sight extends BrowserSees {}

    @Nested
    class Every extends EveryPage {}

    @Nested
    class Texts extends ReportTexts {}

    @Nested
    class Use extends ReportUse {}
}
