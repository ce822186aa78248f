package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PortsTest {
    /** Tests may run with all rights, so what the system says is given. */
    @Test
    void aPrivilegedPortIsNotSaidToBeHeld() {
        Target target = Targets.of("web", Path.of("").toAbsolutePath(), Targets.OK, Targets.LONG, "serve", "{port}");

        assertThat(Ports.fault(Targets.at(80, target), "Permission denied").line())
                .matches(
                        "port 80 for web: found no right to listen on it \\(Permission denied\\); allowed: a port from \\d+"
                                + " on; fix: choose other ports with -Dport=9000 or free ones with -Dport=0");
    }
}
