package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.analysis.BurstReport.Failure;
import weighbridge.record.Calls;

class CallStatisticsTest {
    private final Calls calls = new Calls();
    private final CallStatistics statistics = new CallStatistics(new JudgedCalls(calls, List.of(200), 1000));

    @Test
    void callsAreCountedByStatusTheExpectedOneFirst() {
        ok(0, 10, 3);
        ko("status.find.is(200), found 503", 2);
        ko("status.find.is(200), found 100", 1);
        ko("Request timeout after 1000 ms", 4);

        assertThat(statistics.counter()).containsExactly(entry(200, 3), entry(-1, 4), entry(100, 1), entry(503, 2));
        assertThat(statistics.succeeded()).isEqualTo(3);
    }

    @Test
    void aWrongBodyIsAnAnswerButNoSuccess() {
        ok(0, 10, 1);
        ko("bodyString.find.is(a), found b", 1);

        assertThat(statistics.counter()).containsExactly(entry(200, 2));
        assertThat(statistics.succeeded()).isEqualTo(1);
    }

    @Test
    void failuresAreToldByCauseTheMostFrequentFirstWithTheFirstMessage() {
        ko("Request timeout to a/127.0.0.1:1 after 1000 ms", 1);
        ko("Request timeout to b/127.0.0.1:1 after 1000 ms", 1);
        ko("Request timeout after 1000 ms", 3);

        assertThat(statistics.failures())
                .containsExactly(
                        new Failure(Cause.Known.CONNECT_TIMEOUT, 3, "Request timeout after 1000 ms"),
                        new Failure(Cause.Known.RESPONSE_TIMEOUT, 2, "Request timeout to a/127.0.0.1:1 after 1000 ms"));
    }

    @Test
    void successesAndFailuresAreNeverMixed() {
        ok(0, 10, 400);
        ko("Request timeout after 1000 ms", 100);

        assertThat(statistics.latencies().ok().max()).isEqualTo(10);
        assertThat(statistics.latencies().ko().min()).isEqualTo(1000);
        assertThat(statistics.latencies().ok().count()).isEqualTo(400);
        assertThat(statistics.latencies().ko().count()).isEqualTo(100);
    }

    @Test
    void aRightAnswerAfterTheTimeoutIsNoSuccess() {
        ok(0, 1000, 2);
        ok(5, 1006, 1);
        ok(0, 1400, 1);

        assertThat(statistics.succeeded()).isEqualTo(2);
        assertThat(statistics.counter()).containsExactly(entry(200, 2), entry(-1, 2));
        assertThat(statistics.failures()).containsExactly(new Failure(Cause.Known.LATE, 2, "answered after 1001 ms"));
        assertThat(statistics.latencies().ok().max()).isEqualTo(1000);
        assertThat(statistics.latencies().ko().max()).isEqualTo(1400);
    }

    @Test
    void theWindowRunsFromTheFirstStartToTheLastEndWhateverTheOrderOfTheLog() {
        calls.add(0, 500, 700, true, "");
        calls.add(0, 120, 150, true, "");
        calls.add(0, 300, 1620, true, "");

        assertThat(statistics.windowSeconds()).isEqualTo(1.5);
    }

    /** Calls as start-end pairs. */
    @ParameterizedTest
    @CsvSource({
        "'0-10', 1",
        "'0-10 0-10 0-10', 3",
        "'0-10 10-20', 1", // one ends in the millisecond in which the other starts
        "'0-10 9-20 15-30', 2",
        "'5-5 5-5', 2", // faster than the log's resolution
        "'20-30 0-100 25-26', 3",
        "'2147483647-2147483647', 1", // the last millisecond that the log can tell
        "'0-10 2147483647-2147483647 2147483646-2147483647 2147483647-2147483647', 2"
    })
    void concurrencyIsCountedFromStartToEnd(String pairs, int peak) {
        for (String pair : pairs.split(" ")) {
            String[] ends = pair.split("-");
            calls.add(0, Integer.parseInt(ends[0]), Integer.parseInt(ends[1]), true, "");
        }

        assertThat(statistics.peakInFlight()).isEqualTo(peak);
    }

    private void ok(int startMillis, int endMillis, int times) {
        for (int call = 0; call < times; call++) {
            calls.add(0, startMillis, endMillis, true, "");
        }
    }

    private void ko(String message, int times) {
        for (int call = 0; call < times; call++) {
            calls.add(0, 0, 1000, false, message);
        }
    }
}
