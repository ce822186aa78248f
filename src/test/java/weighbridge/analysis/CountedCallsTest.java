package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.BurstReport.Failure;
import weighbridge.record.CallCounts;
import weighbridge.record.CallCounts.FailedCalls;
import weighbridge.record.Latencies.Slice;
import weighbridge.record.MadeUpProbe;
import weighbridge.record.MadeUpSlice;
import weighbridge.record.ProbeRecord;
import weighbridge.workload.Purpose;

class CountedCallsTest {
    private static final String TIMEOUT = "Request timeout to localhost/127.0.0.1:8000 after 1000 ms";
    private static final String NOT_FOUND = "status.find.is(200), but actually found 404";
    private static final String OTHER_BODY = "wrong body, found b";

    /** 980 calls of 5 ms and 10 of 300 ms that succeeded, and 10 that failed after 1,000 ms. */
    private static final List<Slice> SLICES = List.of(MadeUpSlice.of(0, 1000)
            .calls(980, 5)
            .calls(10, 300)
            .failed(10, 1000)
            .get());

    @Test
    void eachCallIsCounted() {
        CountedCalls calls = calls(new CallCounts(
                List.of(490L, 500L),
                List.of(
                        new FailedCalls(0, TIMEOUT, 4),
                        new FailedCalls(1, NOT_FOUND, 2),
                        new FailedCalls(1, "", 2),
                        new FailedCalls(0, OTHER_BODY, 1),
                        new FailedCalls(1, TIMEOUT, 1)),
                7,
                100));

        assertThat(calls.size()).isEqualTo(1000);
        assertThat(calls.counter()).isEqualTo(Map.of(200, 491, 201, 500, 404, 2, -1, 7));
        assertThat(calls.counter().keySet()).containsExactly(200, 201, -1, 404);
        assertThat(calls.failures())
                .containsExactly(
                        new Failure(Cause.Known.RESPONSE_TIMEOUT, 5, TIMEOUT),
                        new Failure(Cause.Known.LATE, 2, "answered after the timeout"),
                        new Failure(new Cause.WrongStatus(404), 2, NOT_FOUND),
                        new Failure(Cause.Known.WRONG_BODY, 1, OTHER_BODY));
        assertThat(calls.failed()).isEqualTo(10);
        assertThat(calls.answered()).isEqualTo(993);
        assertThat(calls.peakInFlight()).isEqualTo(7);
    }

    @Test
    void latenciesAreThoseOfTheHistogramsInMillis() {
        CountedCalls calls = calls(new CallCounts(List.of(490L, 500L), List.of(new FailedCalls(0, TIMEOUT, 10)), 7, 0));

        assertThat(calls.latencies().ok().p50()).isEqualTo(5);
        assertThat(calls.latencies().ok().max()).isEqualTo(300);
        assertThat(calls.latencies().ok().count()).isEqualTo(990);
        assertThat(calls.latencies().ko().p50()).isEqualTo(1000);
        assertThat(calls.fasterThan(250)).isEqualTo(980);
        assertThat(calls.succeededAfter(100)).isEqualTo(10);
        assertThat(calls.succeededAfter(1000)).isZero();
    }

    @Test
    void timesAreThoseOfTheLoad() {
        BurstReport report = calls(new CallCounts(List.of(490L, 500L), List.of(new FailedCalls(0, TIMEOUT, 10)), 7, 0))
                .report();

        assertThat(report.windowSeconds()).isEqualTo(1.25);
        assertThat(report.secondsPerCall()).isEqualTo(0.00125);
        assertThat(report.startSpreadMillis()).as("one interval less").isEqualTo(1100);
        assertThat(report.successRatio()).isEqualTo(0.99);
    }

    private static CountedCalls calls(CallCounts counts) {
        ProbeRecord made = MadeUpProbe.open(1, Purpose.STEADY, 1000)
                .seconds(1)
                .took(1101, 1250)
                .made(SLICES)
                .record();
        return new CountedCalls(made.counted(counts), SLICES, List.of(200, 201));
    }
}
