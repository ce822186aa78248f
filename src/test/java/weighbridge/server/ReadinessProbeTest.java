package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessProbeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | hello | 200 |       |",
                "200 | hello | 200 | hello |",
                "404 | gone  | 404 | gone  |",
                "404 | ''    | 404 | ''    |",
                "204 | ''    | 204 | ''    |",
                "503 | hello | 200 | hello | status 503 instead of 200",
                "302 | ''    | 200 |       | status 302 instead of 200",
                "200 | hell  | 200 | hello | the body \"hell\" instead of \"hello\"",
                "200 | ''    | 200 | hello | the body \"\" instead of \"hello\"",
            })
    void tellsWhatCameInstead(int status, String body, int expected, String expectedBody, String said)
            throws Exception {
        try (Answers answers = new Answers(() -> status, body)) {
            ReadinessProbe probe = new ReadinessProbe(
                    URI.create("http://127.0.0.1:" + answers.port() + "/"),
                    new Expectation(expected, Optional.ofNullable(expectedBody)));

            assertThat(probe.ask()).isEqualTo(Optional.ofNullable(said));
            assertThat(answers.calls())
                    .as("a redirect is an answer, not another question")
                    .isEqualTo(1);
        }
    }

    @Test
    void cutsLongBodies() throws Exception {
        try (Answers answers = new Answers(() -> 200, "\u001b" + "x".repeat(10_000))) {
            ReadinessProbe probe = new ReadinessProbe(
                    URI.create("http://127.0.0.1:" + answers.port() + "/"), new Expectation(200, Optional.of("y")));

            assertThat(probe.ask()).contains("the body \"?" + "x".repeat(79) + "…\" instead of \"y\"");
        }
    }
}
