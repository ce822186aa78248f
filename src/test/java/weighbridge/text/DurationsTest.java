package weighbridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "0.5s, PT0.5S",
        "1.5s, PT1.5S",
        "2m, PT2M",
        "0s, PT0S",
        "007s, PT7S",
        "' 30s\t', PT30S",
        "0.000000001s, PT0.000000001S",
        "0.0000001ms, PT0S",
        "99999999.999999999m, PT5999999999.99999994S",
    })
    void reads(String text, Duration duration) {
        assertThat(Durations.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @CsvSource({"0ms, 0s", "500ms, 500ms", "1500ms, 1500ms", "30s, 30s", "90s, 90s", "600s, 10m", "1440m, 1440m"})
    void writesInTheLargestWholeUnit(String text, String written) {
        assertThat(Durations.text(Durations.parse(text).orElseThrow())).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "s",
                "1 s",
                "-1s",
                "+1s",
                ".5s",
                "1.s",
                "1,5s",
                "1e3s",
                "1h",
                "1S",
                "1s1s",
                "PT1S",
                "٣s",
                "999999999m",
                "1.0123456789s",
                "1s\n2s",
            })
    void refuses(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }
}
