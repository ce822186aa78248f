package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutgoingPortsTest {
    private static final Path FOLDER = Path.of("").toAbsolutePath();

    @Test
    void serversOnPortsOfConnectionsAreRemarked() {
        OutgoingPorts ports = new OutgoingPorts(32_768, 60_999, "");

        assertThat(ports.remark(List.of(at(32_767, "low"), at(61_000, "high")))).isEmpty();
        assertThat(ports.remark(List.of(at(32_767, "low"), at(32_768, "first"), at(60_999, "last"))))
                .contains("ports that the system also gives to outgoing connections (32768 to 60999): 32768 (first),"
                        + " 60999 (last); one may be taken before its server listens; fix: -Dport=8000, or -Dport=0");
    }

    @Test
    void portsThatTheSystemKeepsBackAreNot() {
        OutgoingPorts ports = new OutgoingPorts(32_768, 60_999, "40000,50000-50010");

        assertThat(ports.remark(List.of(at(40_000, "a"), at(50_000, "b"), at(50_010, "c"))))
                .isEmpty();
        assertThat(ports.remark(List.of(at(50_011, "d"))))
                .hasValueSatisfying(text -> assertThat(text).contains(": 50011 (d); "));
    }

    @Test
    void whoRunsAlreadyHasItsPort() {
        Assignment running = Targets.running("runs", 40_000, null, Targets.LONG);

        assertThat(new OutgoingPorts(32_768, 60_999, "").remark(List.of(running)))
                .isEmpty();
    }

    private static Assignment at(int port, String name) {
        return Targets.at(port, Targets.of(name, FOLDER, Targets.OK, Targets.LONG, "serve", "{port}"));
    }
}
