package weighbridge.report;

import static org.assertj.core.api.Assertions.assertThat;
import static weighbridge.report.Remark.Kind.CALLS_FAILED;
import static weighbridge.report.Remark.Kind.FAILED;
import static weighbridge.report.Remark.Kind.MISBEHAVED;
import static weighbridge.report.Remark.Kind.NOT_VALID;
import static weighbridge.report.Remark.Kind.OTHER;

import org.junit.jupiter.api.Test;
import weighbridge.analysis.Analysis;
import weighbridge.recording.SampleRun;

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
                        new Remark(NOT_VALID, "a fault"),
                        new Remark(FAILED, "a 1.0 died-under-load: exited with 137"),
                        new Remark(MISBEHAVED, "b 1.0: was stopped"),
                        new Remark(MISBEHAVED, "b 1.0: left a child behind"),
                        new Remark(OTHER, "a note"));
    }

    @Test
    void whyCallsFailedComesBeforeWhatLeavesTheFiguresValid() {
        assertThat(Remarks.of(Analysis.of(SampleRun.recording())))
                .contains(new Remark(
                        CALLS_FAILED,
                        "slow: 150 of 800 timed out before connecting: its accept queue holds 50; 75 overflows"))
                .extracting(Remark::kind)
                .isSorted()
                .contains(NOT_VALID, FAILED, OTHER);
    }

    @Test
    void ofARunInWhichAllWentWellThereAreNone() {
        assertThat(Remarks.of(MadeUp.report().target("a", 1.0).get())).isEmpty();
    }
}
