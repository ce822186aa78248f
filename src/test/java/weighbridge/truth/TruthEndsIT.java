package weighbridge.truth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told when the server or its client ends early. */
@Timeout(120)
class TruthEndsIT {
    @ParameterizedTest
    @CsvSource({"exit=3, 3, no license found", "backlo=1, 1, backlo: no such setting; allowed: acceptDelayMillis"})
    void whatEndsBeforeItListensSaysWhy(String setting, int status, String line) throws Exception {
        Process process = new ProcessBuilder(TruthProcess.command("0", setting))
                .redirectErrorStream(true)
                .start();
        assertThat(process.inputReader().lines()).singleElement().asString().startsWith(line);
        assertThat(process.waitFor()).isEqualTo(status);
    }

    @Test
    void diesAtTheCallItIsToldTo() throws Exception {
        try (TruthProcess server = TruthProcess.start("dieAtCall=3")) {
            assertThat(RawCall.answerOf(server)).endsWith("Hello World!");
            assertThat(RawCall.answerOf(server)).endsWith("Hello World!");
            try (RawCall last = RawCall.to(server.port())) {
                assertThat(server.process().waitFor()).isEqualTo(9);
                assertThat(last.answer()).isEmpty();
            }
            assertThat(server.process().inputReader().readLine()).isEqualTo("request 3 is my last");
        }
    }

    @Test
    void whoHasLeftIsNotCountedAsAnswered() throws Exception {
        try (TruthProcess server = TruthProcess.start("delayMillis=100")) {
            TruthCounts counts = server.counts();
            // Again, should a busy machine let the answer come first.
            while (counts.gone() == 0) {
                RawCall call = RawCall.to(server.port());
                int number = counts.requests() + 1;
                while (server.counts().requests() < number) {
                    Thread.onSpinWait();
                }
                call.reset();
                do {
                    counts = server.counts();
                } while (counts.ok() + counts.gone() < number);
                assertThat(counts.ok() + counts.gone()).isEqualTo(number);
            }
        }
    }
}
