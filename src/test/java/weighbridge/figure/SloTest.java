package weighbridge.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SloTest {
    @ParameterizedTest
    @CsvSource({
        "p99<50ms,   49.999, true",
        "p99<50ms,   50,     false",
        "p99<=50ms,  50,     true",
        "p99<=50ms,  50.001, false",
        "p99>50ms,   50,     false",
        "p99>50ms,   50.5,   true",
        "p99>=50ms,  50,     true",
        "p99>=50ms,  49,     false",
        "p99<0.05s,  49,     true",
        "peakRss<256MiB,  268435455, true",
        "peakRss<256MiB,  268435456, false",
        "deltaRss<=0MiB,  -1,        true",
        "secondsPerCall<0.3ms, 0.000299999, true",
        "secondsPerCall<0.3ms, 0.0003,      false",
    })
    void holdsOnItsSideOfTheLimit(String text, double value, boolean kept) {
        assertThat(promise(text).isKeptBy(value)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "success>=99.9%, 999, 1000, true",
        "success>=99.9%, 998, 1000, false",
        "success>99.9%,  999, 1000, false",
        "errors<0.1%,    999, 1000, false",
        "errors<=0.1%,   999, 1000, true",
        "errors<=0.1%,   998, 1000, false",
        "errors<0.1%,   1000, 1000, true",
        // 799.2 calls do not exist: 800 keep it, 799 break it.
        "success>=99.9%, 799, 800,  false",
        "success>=99.9%, 800, 800,  true",
        "success>=99.875%, 799, 800, true",
        "errors<=0.125%, 799, 800,  true",
        "success>=100%,  999999, 1000000, false",
        "errors<=0%,     999999, 1000000, false",
        "errors<=0%,     1000000, 1000000, true",
        "success>=99.9999%, 999999, 1000000, true",
    })
    void countsCallsExactly(String text, int succeeded, int calls, boolean kept) {
        assertThat(promise(text).isKeptBy((double) succeeded / calls)).isEqualTo(kept);
    }

    /** Every share of a thousand calls, promised as such: kept, and broken by one call less. */
    @Test
    void noShareIsLostToBinaryFractions() {
        for (int succeeded = 1; succeeded <= 1000; succeeded++) {
            String limit = succeeded / 10 + "." + succeeded % 10 + "%";
            String rest = (1000 - succeeded) / 10 + "." + (1000 - succeeded) % 10 + "%";
            double ratio = succeeded / 1000.0;
            double less = (succeeded - 1) / 1000.0;

            assertThat(promise("success>=" + limit).isKeptBy(ratio)).isTrue();
            assertThat(promise("success>" + limit).isKeptBy(ratio)).isFalse();
            assertThat(promise("success>=" + limit).isKeptBy(less)).isFalse();
            assertThat(promise("errors<=" + rest).isKeptBy(ratio)).isTrue();
            assertThat(promise("errors<" + rest).isKeptBy(ratio)).isFalse();
            assertThat(promise("errors<=" + rest).isKeptBy(less)).isFalse();
            // The median of two rounds that lie one call above and one below.
            assertThat(promise("success>=" + limit).isKeptBy((less + (succeeded + 1) / 1000.0) / 2))
                    .isTrue();
        }
    }

    @Test
    void errorsAreWhatIsLeftOfSuccess() {
        assertThat(promise("errors<1%").amount(0.998).number()).isEqualByComparingTo("0.002");
    }

    @Test
    void isOfOneTargetOrOfAll() {
        assertThat(promise("p99<50ms").isOf("netty")).isTrue();
        assertThat(promise("netty:p99<50ms").isOf("netty")).isTrue();
        assertThat(promise("netty:p99<50ms").isOf("jetty")).isFalse();
    }

    private static Slo promise(String text) {
        return Slos.of(List.of(text)).get(0);
    }
}
