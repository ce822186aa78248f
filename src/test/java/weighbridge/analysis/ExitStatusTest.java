package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weighbridge.capacity.CapacityReport.Outcome;
import weighbridge.record.Calls;
import weighbridge.record.MadeUpCapacityRun;
import weighbridge.record.MadeUpProbe;
import weighbridge.record.MadeUpSlice;
import weighbridge.record.MadeUpWindow;
import weighbridge.record.Recording;
import weighbridge.record.RoundRecording;
import weighbridge.record.SampleRun;
import weighbridge.workload.Purpose;

class ExitStatusTest {
    private static final double IN_TIME = 5;
    private static final double TOO_SLOW = 60;

    private final Recording whole = SampleRun.recording();

    /** As in the run itself, where a log that is gone ends it with 3; what failed beside that is no longer sure. */
    @Test
    void whereALogIsDamagedTheRunIsNotComplete() {
        assertThat(ExitStatus.of(Analysis.of(whole))).isEqualTo(ExitStatus.TARGET_FAILED);

        assertThat(ExitStatus.of(Analysis.of(with(List.of("there is no simulation.log"), List.of()))))
                .isEqualTo(ExitStatus.NOT_VALID);
        assertThat(ExitStatus.of(Analysis.of(with(List.of(), List.of("Gatling met 2 times: x")))))
                .isEqualTo(ExitStatus.TARGET_FAILED);
    }

    /** The log may end between two records: then nothing but their number tells it. */
    @Test
    void callsThatAreLostLeaveItsFiguresUnknown() {
        Report report = Analysis.of(without("good"));

        assertThat(ExitStatus.of(report)).isEqualTo(ExitStatus.NOT_VALID);
        assertThat(report.promises())
                .filteredOn(slo -> slo.target().equals("good"))
                .extracting(SloReport::condition, SloReport::known, SloReport::reason)
                .containsExactly(
                        tuple("p99 < 50 ms", false, new Gap.CallsLost(800, 300)),
                        tuple("success >= 99.9%", false, new Gap.CallsLost(800, 300)));
        assertThat(report.promises())
                .filteredOn(slo -> slo.target().equals("slow"))
                .allMatch(slo -> !(slo.reason() instanceof Gap.CallsLost));
    }

    @Test
    void aSearchThatFoundNothingIsNotDone() {
        Report found = search(step(100, IN_TIME), step(200, TOO_SLOW));
        Report none = search(step(100, TOO_SLOW));
        Report unwell = search(
                step(100, TOO_SLOW).window(MadeUpWindow.of(10).stalled(140).get()));
        Report untried = search(MadeUpProbe.open(1, Purpose.WARM_UP, 100)
                .slices(MadeUpSlice.of(0, 10_000).calls(1000, IN_TIME)));

        assertStatus(found, Outcome.HELD, ExitStatus.DONE);
        assertStatus(none, Outcome.NONE_HELD, ExitStatus.PROMISE_BROKEN);
        assertStatus(unwell, Outcome.GENERATOR_LIMITED, ExitStatus.NOT_VALID);
        assertStatus(untried, Outcome.UNTRIED, ExitStatus.NOT_VALID);
        assertThat(ExitStatus.meaning(unwell)).isEqualTo("the search found no capacity, by no fault of the target");
        assertThat(ExitStatus.meaning(none)).isEqualTo(ExitStatus.PROMISE_BROKEN.meaning());
        assertThat(search().targets().get(0).capacity()).isNull(); // no process of it is known
        assertThat(ExitStatus.of(search())).isEqualTo(ExitStatus.NOT_VALID);
    }

    private static void assertStatus(Report report, Outcome outcome, ExitStatus expected) {
        assertThat(report.targets().get(0).capacity().outcome()).isEqualTo(outcome);
        assertThat(ExitStatus.of(report)).isEqualTo(expected);
    }

    private static Report search(MadeUpProbe... probes) {
        return Analysis.of(new MadeUpCapacityRun().round(probes).recording());
    }

    private static MadeUpProbe step(double callsPerSecond, double millis) {
        long calls = Math.round(callsPerSecond * 10);
        return MadeUpProbe.open((int) callsPerSecond, Purpose.BRACKET, callsPerSecond)
                .slices(MadeUpSlice.of(0, 10_000).calls(calls, millis));
    }

    private Recording with(List<String> damage, List<String> remarks) {
        return new Recording(
                whole.run(),
                whole.callsStartedAtMillis(),
                whole.rounds(),
                damage,
                remarks,
                whole.latencies(),
                whole.samples());
    }

    /** With 300 calls of one target, which all went well. */
    private Recording without(String target) {
        RoundRecording round = whole.rounds().get(0);
        Map<String, Calls> calls = new HashMap<>(round.calls());
        Calls some = new Calls();
        for (int call = 0; call < 300; call++) {
            some.add(0, 1000, 1010, true, "");
        }
        calls.put(target, some);
        return new Recording(
                whole.run(),
                whole.callsStartedAtMillis(),
                List.of(new RoundRecording(round.round(), calls, round.coldCalls())),
                List.of(),
                whole.latencies(),
                whole.samples());
    }
}
