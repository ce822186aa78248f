package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;
import static weighbridge.render.ReportRemark.Kind.CALLS_FAILED;
import static weighbridge.render.ReportRemark.Kind.FAILED;
import static weighbridge.render.ReportRemark.Kind.MISBEHAVED;
import static weighbridge.render.ReportRemark.Kind.NOT_VALID;
import static weighbridge.render.ReportRemark.Kind.OTHER;

import org.junit.jupiter.api.Test;
import weighbridge.analysis.Analysis;
import weighbridge.record.SampleRun;

class RemarksTest {
    @Test
    void whatMattersMostComesFirst() {
        MadeUp report = MadeUp.report()
                .failed("a", "died-under-load", "exited with 137\n  its log")
                .failed("b", "measured", null, "was stopped", "left a child behind")
                .faults("a fault")
                .notes("a note");

        assertThat(Remarks.of(report.get()))
                .containsExactly(
                        new ReportRemark(NOT_VALID, "a fault"),
                        new ReportRemark(FAILED, "a 1.0 died-under-load: exited with 137"),
                        new ReportRemark(MISBEHAVED, "b 1.0: was stopped"),
                        new ReportRemark(MISBEHAVED, "b 1.0: left a child behind"),
                        new ReportRemark(OTHER, "a note"));
    }

    @Test
    void whyCallsFailedComesBeforeWhatLeavesTheFiguresValid() {
        assertThat(Remarks.of(Analysis.of(SampleRun.recording())))
                .contains(new ReportRemark(
                        CALLS_FAILED,
                        "slow: 150 of 800 timed out before connecting: its accept queue holds 50; 75 overflows"))
                .extracting(ReportRemark::kind)
                .isSorted()
                .contains(NOT_VALID, FAILED, OTHER);
    }

    @Test
    void ofARunInWhichAllWentWellThereAreNone() {
        assertThat(Remarks.of(MadeUp.report().target("a", 1.0).get())).isEmpty();
    }
}
