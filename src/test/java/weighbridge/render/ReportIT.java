package weighbridge.render;

import org.junit.jupiter.api.Nested;

/** What the report shows: its charts and cards, their colors, and how it is printed. Beside {@link PageIT}, in half of its time. */
class ReportIT extends InOneBrowser {
    @Nested
    class Charts extends ReportCharts {}

    @Nested
    class Targets extends ReportTargets {}

    @Nested
    class Labels extends ReportLabels {}

    @Nested
    class Capacity extends ReportCapacity {}

    @Nested
    class Hover extends ReportHover {}

    @Nested
    class Colors extends ReportColors {}

    @Nested
    class Paper extends ReportPaper {}
}
