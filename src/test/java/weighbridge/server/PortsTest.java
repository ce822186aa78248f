package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weighbridge.process.PrivilegedPorts;

class PortsTest {
    private static final PrivilegedPorts USER = new PrivilegedPorts(1024, false);
    private static final PrivilegedPorts ROOT = new PrivilegedPorts(1024, true);

    /** Tests may run with all rights, so what the system tells is given. */
    @Test
    void aPrivilegedPortIsNotSaidToBeHeld() {
        String line = "port 80 for web: found no right to listen on it; allowed: a port from 1024 on;"
                + " fix: choose other ports with -Dport=9000 or free ones with -Dport=0";

        assertThat(line(80, Optional.empty(), USER)).isEqualTo(line);
        // Who waits for its end would have no right to the port either.
        assertThat(line(80, Optional.of("PID 7"), USER)).isEqualTo(line);
        assertThat(line(80, Optional.empty(), ROOT)).as("root of a container").isEqualTo(line);
    }

    @Test
    void aHeldPortIsNotSaidToBePrivileged() {
        assertThat(line(80, Optional.of("PID 7"), ROOT))
                .contains(": found it held by PID 7; allowed: a port that nobody");
        assertThat(line(1024, Optional.empty(), USER))
                .contains("found it held by a process that this user may not see;");
        assertThat(line(80, Optional.empty(), new PrivilegedPorts(0, false))).contains("found it held by");
        assertThat(line(8000, Optional.empty(), new PrivilegedPorts(9000, false)))
                .contains("a port from 9000 on");
    }

    private static String line(int port, Optional<String> holder, PrivilegedPorts privileged) {
        Target target = Targets.of("web", Path.of("").toAbsolutePath(), Targets.OK, Targets.LONG, "serve", "{port}");
        return Ports.fault(Targets.at(port, target), holder, privileged).line();
    }
}
