package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcStatTest {
    @ParameterizedTest
    @ValueSource(strings = {"java", "tmux: server", "a) Z 9 (b", "))", ") R 1 2 3 4", "", "ä ö"})
    void theNameMayBeAnything(String name) {
        ProcStat stat = parse(
                "(" + name
                        + ") S 7 70 70 0 -1 4194560 1000 2000 3 4 150 50 12 8 20 0 30 0 66554 2800000000 15000 18446744073709551615\n");

        assertThat(stat)
                .isEqualTo(new ProcStat(
                        new ProcessId(4711, 66_554),
                        false,
                        false,
                        7,
                        70,
                        70,
                        2000,
                        200,
                        20,
                        30,
                        2_800_000_000L,
                        15_000));
        assertThat(stat.running()).isTrue();
    }

    @Test
    void whoHasNoMemoryAnyMoreHasEnded() {
        ProcStat stat =
                parse("(cat) Z 7 70 70 0 -1 4194560 1000 0 3 4 150 50 0 0 20 0 1 0 66554 0 0 18446744073709551615\n");

        assertThat(stat.running()).isFalse();
        assertThat(stat.ended()).isTrue();
        assertThat(stat.cpuTicks()).isEqualTo(200);
    }

    @Test
    void aProcessWhoseFirstThreadHasEndedGoesOnWithTheOthers() {
        ProcStat stat = parse(
                "(cat) Z 7 70 70 0 -1 4194560 1000 0 3 4 150 50 0 0 20 0 2 0 66554 2800000000 15000 18446744073709551615\n");

        assertThat(stat.ended()).isFalse();
    }

    private static ProcStat parse(String afterPid) {
        byte[] bytes = ("4711 " + afterPid).getBytes(StandardCharsets.UTF_8);
        return ProcStat.parse(4711, bytes, bytes.length);
    }
}
