package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessExitTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 | exited with 0",
                "3 | 0 | exited with 3",
                "127 | 0 | exited with 127",
                "143 | 0 | exited with 143: ended by signal 15 (TERM)",
                "137 | 1 | exited with 137: ended by signal 9 (KILL), perhaps by the system's out-of-memory killer; 1 process"
                        + " that it started went on without it",
                "139 | 2 | exited with 139: ended by signal 11 (SEGV); 2 processes that it started went on without it",
                "255 | 0 | exited with 255",
                "-1 | 0 | exited with -1",
            })
    void aStatusIsToldWithItsSignal(int status, int left, String told) {
        assertThat(ProcessExit.of(status, left, Optional.empty())).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 0 | exited with 1",
                "0 | 0 | found a command that ended with 0 before it was ready",
                "0 | 0 | found a command that ended with 0 before it was ready; allowed: a server that stays in the foreground;"
                        + " fix: leave out an option that makes it a daemon, or that makes it only check or print something",
                "0 | 1 | found a command that ended with 0 while 1 process that it started goes on",
            })
    void whoEndsWellBeforeItIsReadyMayBeADaemon(int status, int left, String told) {
        assertThat(ProcessExit.beforeReady(status, left, Optional.empty())).startsWith(told);
    }

    @Test
    void whereItsLimitEndedItThatIsToldInThePlaceOfAGuess() {
        Optional<String> cause = Optional.of("ended by the kernel: 64MiB limit reached");

        assertThat(ProcessExit.of(137, 0, cause))
                .isEqualTo("exited with 137: ended by the kernel: 64MiB limit reached");
        assertThat(ProcessExit.beforeReady(137, 0, cause)).isEqualTo(ProcessExit.of(137, 0, cause));
        assertThat(ProcessExit.of(1, 0, cause)).as("of another end").isEqualTo("exited with 1");
    }
}
