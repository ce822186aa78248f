package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.server.Fleet.Start;
import weighbridge.text.InputException;

@Timeout(180)
@Tag("untimed")
class PortsIT {
    @TempDir
    private Path folder;

    @Test
    void freePortsAreBindableAndNeverGivenTwice() throws Exception {
        Ports ports = new Ports();
        Set<Integer> given = new HashSet<>();
        for (int count = 1; count <= 200; count++) {
            int port = ports.free();
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                assertThat(socket.getLocalPort()).isBetween(20_000, 32_000);
            }
            given.add(port);
            assertThat(given).hasSize(count);
        }
    }

    @Test
    void whatWasGivenToAnotherIsNotGivenAgain() {
        Set<Integer> given = new HashSet<>();
        // Of 12,000 ports, so two that know nothing of each other would very likely meet.
        for (int run = 0; run < 10; run++) {
            Ports ports = new Ports();
            for (int count = 0; count < 40; count++) {
                assertThat(given.add(ports.free())).isTrue();
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aHeldPortNamesItsHolder() throws Exception {
        Ports ports = new Ports();
        int held = ports.free();
        Target server = Targets.of(
                "holder",
                folder,
                Targets.OK,
                Targets.LONG,
                Map.of(),
                FixtureServer.command(Target.PORT, Integer.toString(held)));
        Assignment assignment = Targets.at(held, server);
        Assignment free = Targets.at(ports.free(), server);
        try (ServerSocket ours = new ServerSocket(0); // on all addresses, which holds the loopback's port as well
                Fleet fleet = new Fleet(folder, Ledger.none())) {
            Start start = fleet.start(List.of(assignment)).get(assignment);
            long pid = ((Start.Ready) start).server().pid().orElseThrow();
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();

            InputException e = catchThrowableOfType(
                    InputException.class,
                    () -> Ports.requireFree(List.of(free, assignment, Targets.at(ours.getLocalPort(), server))));

            assertThat(e.getMessage().lines())
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .startsWith(
                                            "port " + held + " for holder: found it held by PID " + pid + " (" + java)
                                    .endsWith(
                                            ") (a server of another Weighbridge run); allowed: a port that nobody listens on; fix: stop that process,"
                                                    + " or choose other ports with -Dport=9000 or free ones with -Dport=0"),
                            line -> assertThat(line)
                                    .contains("held by PID "
                                            + ProcessHandle.current().pid() + " ("));
        }
        try (Answers answers = new Answers(() -> 200, "")) {
            Ports.requireFree(List.of(Targets.running("serves", answers.port(), null, Targets.LONG)));
        }
        assertThatCode(() -> Ports.requireFree(List.of(free, assignment))).doesNotThrowAnyException();
    }
}
