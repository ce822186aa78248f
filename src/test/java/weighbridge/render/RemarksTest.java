package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;
import static weighbridge.render.Remarks.Kind.CALLS_FAILED;
import static weighbridge.render.Remarks.Kind.FAILED;
import static weighbridge.render.Remarks.Kind.MISBEHAVED;
import static weighbridge.render.Remarks.Kind.NOT_VALID;
import static weighbridge.render.Remarks.Kind.OTHER;

import org.junit.jupiter.api.Test;
import weighbridge.analysis.Analysis;
import weighbridge.record.Outcome.Kind;
import weighbridge.record.SampleRun;
import weighbridge.render.Remarks.Line;

class RemarksTest {
    @Test
    void whatMattersMostComesFirst() {
        MadeUp report = MadeUp.report()
                .failed("a", Kind.DIED_UNDER_LOAD, "exited with 137\n  its log")
                .failed("b", Kind.MEASURED, null, "was stopped", "left a child behind")
                .faults("a fault")
                .notes("a note");

        assertThat(Remarks.of(report.get()))
                .containsExactly(
                        new Line(NOT_VALID, "a fault"),
                        new Line(FAILED, "a 1.0 died-under-load: exited with 137"),
                        new Line(MISBEHAVED, "b 1.0: was stopped"),
                        new Line(MISBEHAVED, "b 1.0: left a child behind"),
                        new Line(OTHER, "a note"));
    }

    @Test
    void whyCallsFailedComesBeforeWhatLeavesTheFiguresValid() {
        assertThat(Remarks.of(Analysis.of(SampleRun.recording())))
                .contains(
                        new Line(
                                CALLS_FAILED,
                                "slow: accept queue 50 is shorter than the burst of 800: 150 of 800 timed out before connecting; 75 overflows; fix: raise the server's backlog, or make bursts that fit: -Dcalls=50"))
                .extracting(Line::kind)
                .isSorted()
                .contains(NOT_VALID, FAILED, OTHER);
    }

    @Test
    void ofARunInWhichAllWentWellThereAreNone() {
        assertThat(Remarks.of(MadeUp.report().target("a", 1.0).get())).isEmpty();
    }
}
