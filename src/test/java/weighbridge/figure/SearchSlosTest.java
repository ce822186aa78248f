package weighbridge.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weighbridge.text.Fault;

class SearchSlosTest {
    private static final String FIGURES =
            "where a capacity is looked for, p50, p75, p95, p99, max, success, cpuPer1000Calls, peakRss, errors";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p50 < 5 ms",
                "p75 <= 5 ms",
                "p95 < 1 s",
                "netty: p99 < 50 ms",
                "max <= 1 s",
                "success > 99%",
                "success >= 99.9%",
                "errors < 0.1%",
                "errors <= 1%",
                "peakRss < 256 MiB",
                "cpuPer1000Calls < 500 ms"
            })
    void isToldOfALoad(String condition) {
        Slo promise = promise(condition);

        assertThat(SearchSlos.isOne(promise)).isTrue();
        assertThat(SearchSlos.faults(List.of(promise))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secondsPerCall < 1 s",
                "idleRss < 1 MiB",
                "warmRss < 1 MiB",
                "afterRss < 1 MiB",
                "settledRss < 1 MiB",
                "deltaRss < 1 MiB",
                "retainedHeap < 1 MiB",
                "startup < 1 s"
            })
    void isNoFigureOfALoad(String condition) {
        String key = condition.substring(0, condition.indexOf(' '));

        assertThat(SearchSlos.isOne(promise(condition))).isFalse();
        assertThat(lines(condition))
                .containsExactly("slo: " + condition + ": found \"" + key + "\"; allowed: " + FIGURES
                        + "; fix: leave it out, or give it for a run of bursts");
    }

    /** More load breaks a promise that a latency is long as little as it breaks a promise of errors. */
    @Test
    void aLimitIsOnTheSideOnWhichMoreLoadBreaksIt() {
        assertThat(lines("netty: p99 > 50 ms", "max >= 1.5 s", "success < 99.9%", "errors >= 0.1%", "peakRss > 1 MiB"))
                .containsExactly(
                        "slo: netty: p99 > 50 ms: found \">\"; allowed: where a capacity is looked for, < or <= for p99; fix:"
                                + " write for example p99<50ms",
                        "slo: max >= 1.5 s: found \">=\"; allowed: where a capacity is looked for, < or <= for max; fix:"
                                + " write for example max<1.5s",
                        "slo: success < 99.9%: found \"<\"; allowed: where a capacity is looked for, > or >= for success; fix:"
                                + " write for example success>=99.9%",
                        "slo: errors >= 0.1%: found \">=\"; allowed: where a capacity is looked for, < or <= for errors; fix:"
                                + " write for example errors<0.1%",
                        "slo: peakRss > 1 MiB: found \">\"; allowed: where a capacity is looked for, < or <= for peakRss; fix:"
                                + " write for example peakRss<1MiB");
    }

    private static List<String> lines(String... conditions) {
        return SearchSlos.faults(Slos.of(List.of(conditions))).stream()
                .map(Fault::line)
                .toList();
    }

    private static Slo promise(String condition) {
        return Slos.of(List.of(condition)).get(0);
    }
}
