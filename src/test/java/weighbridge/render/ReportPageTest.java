package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weighbridge.analysis.Analysis;
import weighbridge.record.Recording;
import weighbridge.record.SampleRun;

class ReportPageTest {
    /** By its elements: what the script of a page knows is the same in all. */
    @Test
    void aRunOfBurstsHasNeitherCapacitiesNorLoads() {
        PageCase one = RunCase.ONE.made();
        String page = ReportPage.format(one.report(), one.traces());

        assertThat(page)
                .contains("<section id=\"memory\"", "<section id=\"latency\"", "<section id=\"failures\"")
                .contains("<section id=\"rounds\"", "<a href=\"#rounds\">")
                .doesNotContain(
                        "<section id=\"capacity\"", "<section id=\"load\"", "href=\"#capacity\"", "href=\"#load\"")
                .doesNotContain("\"capacities\":", "\"capacity\":", "\"load\":");
    }

    @Test
    void itSaysWhyTargetsAndCallsFailed() {
        Recording recording = SampleRun.recording();
        String page = SummaryFiles.page(Analysis.of(recording), recording);

        assertThat(page)
                .containsSubsequence(
                        "<li>slow: the generator waited for CPU during 35 % of the time",
                        "<li>Why calls failed: slow: accept queue 50 is shorter than the burst of 800: 150 of 800 timed out before connecting;",
                        "<li>Failed: mortal 1.0 died-under-load: exited with 137</li>",
                        "<li>Failed: broken 1.0 failed-to-start: exited with 1</li>",
                        "<li>slow: not steady");
    }
}
