package weighbridge.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weighbridge.analysis.Analysis;
import weighbridge.recording.Recording;
import weighbridge.recording.SampleRun;

class ReportPageTest {
    @Test
    void itSaysWhyTargetsAndCallsFailed() {
        Recording recording = SampleRun.recording();
        String page = RunFiles.page(Analysis.of(recording), recording, SampleRun.samples());

        assertThat(page)
                .containsSubsequence(
                        "<li>slow: the generator waited for a processor during 35 % of the time",
                        "<li>Failed: mortal 1.0 died-under-load: exited with 137</li>",
                        "<li>Failed: broken 1.0 failed-to-start: exited with 1</li>",
                        "<li>Why calls failed: slow: 150 of 800 timed out before connecting: its accept queue holds 50;",
                        "<li>slow: not steady");
    }
}
