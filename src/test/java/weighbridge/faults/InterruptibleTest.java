package weighbridge.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@EnabledOnOs(OS.LINUX)
class InterruptibleTest {
    private static final List<String> INTERRUPTED = List.of("sh", "-c", "kill -INT $$");

    /** As after a shell's ampersand. */
    private static final List<String> IGNORING = List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    private static final int ENDED_BY_INT = 128 + 2;

    static List<List<String>> starters() {
        return Interruptible.STARTERS;
    }

    @Test
    void whereAnIntIsIgnoredItEndsNobody() throws Exception {
        assertThat(statusOf(IGNORING, INTERRUPTED)).isZero();
    }

    @ParameterizedTest
    @MethodSource("starters")
    void withAStarterAnIntEndsTheProgramThoughItWasIgnored(List<String> starter) throws Exception {
        assumeTrue(Interruptible.works(starter), "not on this machine");

        assertThat(statusOf(IGNORING, starter, INTERRUPTED)).isEqualTo(ENDED_BY_INT);
    }

    @Test
    void anIntEndsTheProgramHoweverTheTestsWereStarted() throws Exception {
        assertThat(statusOf(Interruptible.command(INTERRUPTED))).isEqualTo(ENDED_BY_INT);
    }

    @SafeVarargs
    private static int statusOf(List<String>... parts) throws IOException, InterruptedException {
        return new ProcessBuilder(Stream.of(parts).flatMap(List::stream).toList())
                .start()
                .waitFor();
    }
}
