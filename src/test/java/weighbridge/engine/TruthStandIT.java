package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.analysis.BurstReport.Failure;
import weighbridge.analysis.Cause;
import weighbridge.analysis.Explanation.RootCause;
import weighbridge.analysis.Finding;
import weighbridge.analysis.LatencySummary;
import weighbridge.analysis.TargetReport;
import weighbridge.record.RecordVisitor;
import weighbridge.record.SimulationLogReader;
import weighbridge.truth.TruthCounts;

/** What Weighbridge says of calls, held against servers that do what they are told and count it. */
class TruthStandIT {
    private static final int CALLS = 200;

    @TempDir
    static Path folder;

    private static Run.Result result;

    @BeforeAll
    static void hammer() throws Exception {
        result = new Run(folder)
                .target("fine")
                .target("unavailable", "every=4", "act=status-503")
                .target("gone", "every=8", "act=other-status")
                .target("wrong", "every=5", "act=wrong-body")
                .target("resetting", "every=8", "act=reset")
                .target("closing", "every=10", "act=close")
                .target("hanging", "every=20", "act=hang")
                .target("slow", "delayMillis=300")
                .target("frozen", "freezeMillis=1500", "freezeAtCall=101")
                .with("calls", "" + CALLS)
                .with("warmup", "0")
                .finish();
    }

    @Test
    void everyTargetIsMeasuredAndNoCallIsLost() throws Exception {
        assertThat(result.exitStatus()).as(result.console()).isZero();
        for (TargetReport target : result.report().targets()) {
            TruthCounts counts = result.counts(target.name());
            assertThat(target.burst().calls()).isEqualTo(CALLS);
            assertThat(counts.requests()).as(target.name()).isEqualTo(CALLS);
            assertThat(counts.connectionsAccepted())
                    .as("each call on a connection of its own: " + target.name())
                    .isEqualTo(CALLS);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "unavailable, status-503,       50",
        "gone,        status-404,       25",
        "wrong,       wrong-body,       40",
        "resetting,   reset,            25",
        "closing,     closed-early,     20",
        "hanging,     response-timeout, 10"
    })
    void failuresAreCountedByCauseAsTheServerCountedThem(String name, String cause, int calls) throws Exception {
        TargetReport target = result.target(name);
        TruthCounts counts = result.counts(name);

        assertThat(target.burst().failures())
                .extracting(failure -> failure.cause().label(), Failure::calls)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(cause, calls));
        assertThat(counts.status503()
                        + counts.otherStatus()
                        + counts.wrongBody()
                        + counts.reset()
                        + counts.closed()
                        + counts.hung())
                .isEqualTo(calls);
        assertThat(target.burst().latencyMillis().ok().count())
                .isEqualTo(counts.ok())
                .isEqualTo(CALLS - calls);
        assertThat(target.burst().successRatio()).isEqualTo((CALLS - calls) / (double) CALLS);
    }

    @Test
    void theCounterHasEveryStatusThatWasSent() throws Exception {
        assertThat(result.target("fine").burst().counter()).isEqualTo(Map.of(200, CALLS));
        assertThat(result.target("unavailable").burst().counter()).isEqualTo(Map.of(200, 150, 503, 50));
        assertThat(result.target("gone").burst().counter()).isEqualTo(Map.of(200, 175, 404, 25));
        assertThat(result.target("wrong").burst().counter()).isEqualTo(Map.of(200, CALLS));
        assertThat(result.target("closing").burst().counter()).isEqualTo(Map.of(200, 180, -1, 20));
    }

    /** One call in twenty times out after 1 s: a digest that interpolates would print something between the two groups. */
    @Test
    void percentilesAreThoseOfTheRawLogAndSuccessesAndFailuresAreNeverMixed() throws Exception {
        List<Integer> ok = new ArrayList<>();
        List<Integer> ko = new ArrayList<>();
        SimulationLogReader.read(result.latest().resolve("simulation.log"), new RecordVisitor() {
            @Override
            public void request(String name, int start, int end, boolean passed, String message) {
                if (name.equals("hanging")) {
                    (passed ? ok : ko).add(end - start);
                }
            }
        });
        LatencySummary succeeded =
                result.target("hanging").burst().latencyMillis().ok();
        LatencySummary failed = result.target("hanging").burst().latencyMillis().ko();

        assertThat(ok).hasSize(190);
        assertThat(ko).hasSize(10).allMatch(millis -> millis >= 1000);
        Collections.sort(ok);
        Collections.sort(ko);
        // nearest rank: the 181st of 190 (0.95 * 190 = 180.5) and the 10th of 10 (9.5)
        assertThat(succeeded.p95()).isEqualTo(ok.get(180));
        assertThat(failed.p95()).isEqualTo(ko.get(9));
        assertThat(succeeded.max()).isEqualTo(ok.get(189)).isLessThan(failed.min());
        assertThat(result.summary()).containsPattern("hanging 1.0 +ok +190( +\\d+){2} +" + ok.get(180) + " ");
    }

    @Test
    void aDelayIsInEveryLatencyAndNoCallIsFasterThanIt() throws Exception {
        TargetReport slow = result.target("slow");

        assertThat(slow.burst().successRatio()).isOne();
        assertThat(slow.burst().latencyMillis().ok().min())
                .isGreaterThanOrEqualTo(299); // both ends are cut to whole ms
        assertThat(slow.burst().peakInFlight())
                .as("all are under way before the first is answered")
                .isEqualTo(CALLS);
        assertThat(slow.burst().secondsPerCall()).isCloseTo(slow.burst().windowSeconds() / CALLS, within(1e-12));
    }

    /** From the 101st call on nothing is answered for longer than the timeout; the server is well otherwise. */
    @Test
    void aFreezeIsTheServersOwnTime() throws Exception {
        TargetReport frozen = result.target("frozen");

        assertThat(frozen.burst().counter().get(-1)).isGreaterThanOrEqualTo(100);
        assertThat(frozen.burst().failures()).extracting(Failure::cause).doesNotContain(Cause.Known.CONNECT_TIMEOUT);
        assertThat(frozen.explanation().cause()).isIn(RootCause.SERVER, RootCause.GENERATOR);
        assertThat(frozen.explanation().cause() == RootCause.GENERATOR)
                .as("laid to the generator only where that was held up, and then the run is not valid")
                .isEqualTo(result.report().verdict().faults().stream()
                        .anyMatch(fault ->
                                "frozen".equals(fault.target()) && fault.finding() instanceof Finding.OfGenerator));
    }
}
