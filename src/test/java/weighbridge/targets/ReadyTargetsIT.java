package weighbridge.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weighbridge.process.AcceptQueueProbe;
import weighbridge.server.Assignment;
import weighbridge.server.Catalogue;
import weighbridge.server.CommandRunner;
import weighbridge.server.Fleet;
import weighbridge.server.Ledger;
import weighbridge.server.Ports;
import weighbridge.server.Server;
import weighbridge.server.Target;
import weighbridge.server.Versions;

/** Servers as people have them, ready in {@code targets/web} and {@code targets/frameworks}, each as a run starts it. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
@Tag("untimed")
class ReadyTargetsIT {
    /** A burst of 800 fits. */
    private static final int BURST = 800;

    /** Maven makes these, from packages that take minutes to fetch: see {@code make real-servers}. */
    private static final Set<String> BUILT = Set.of("quarkus", "spring-boot");

    @TempDir
    private Path logs;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static List<Target> targets() {
        return Catalogue.of(Path.of("targets")).select(List.of("web", "frameworks"), List.of()).stream()
                .filter(target -> !BUILT.contains(target.name()))
                .toList();
    }

    /** Those of {@code make real-servers} whose programs Debian has, with every setting as it comes. */
    static List<Target> asTheyCome() {
        return Catalogue.of(Path.of("src/test/resources")).select(List.of("real"), List.of()).stream()
                .filter(target -> target.build().isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("asTheyCome")
    void answersAsItComesEndsCleanAndPrintsItsVersion(Target target) throws Exception {
        Prerequisites.require(target);
        Server server;
        try (Ledger ledger = Ledger.open(logs);
                CommandRunner commands = new CommandRunner(ledger);
                Fleet fleet = new Fleet(logs, "", ledger, Optional.empty())) {
            assertThat(new Versions(commands).of(target)).matches("\\d+(\\.\\d+)+[-+.~0-9A-Za-z]*");
            Assignment assignment = new Assignment(target, new Ports().free());
            Fleet.Start start = fleet.start(List.of(assignment)).get(assignment);
            assertThat(start).as(target.name()).isInstanceOf(Fleet.Start.Ready.class);
            server = ((Fleet.Start.Ready) start).server();

            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(assignment.url()).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).isEqualTo("Hello World!");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        }
        assertThat(server.ending(logs)).doesNotContain("KILL");
    }

    @Test
    void theGroupsHaveTheseTargets() {
        assertThat(Catalogue.of(Path.of("targets")).select(List.of("web", "frameworks"), List.of()))
                .extracting(Target::name)
                .containsExactly(
                        "apache-event",
                        "apache-prefork",
                        "caddy",
                        "nginx",
                        "express",
                        "gunicorn",
                        "quarkus",
                        "spring-boot",
                        "uvicorn");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void answersHoldsABurstEndsCleanAndLeavesNothing(Target target) throws Exception {
        Prerequisites.require(target);
        Set<Path> before = folders();
        Server server;
        try (Ledger ledger = Ledger.open(logs);
                Fleet fleet = new Fleet(logs, "", ledger, Optional.empty())) {
            Assignment assignment = new Assignment(target, new Ports().free());
            Fleet.Start start = fleet.start(List.of(assignment)).get(assignment);
            assertThat(start).as(target.name()).isInstanceOf(Fleet.Start.Ready.class);
            server = ((Fleet.Start.Ready) start).server();

            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(assignment.url()).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("Hello World!");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
            URI unknown = URI.create("http://127.0.0.1:" + assignment.port() + "/unknown");
            assertThat(client.send(HttpRequest.newBuilder(unknown).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(target.name().equals("caddy") ? 200 : 404); // it answers what no rule is for with 200
            assertThat(AcceptQueueProbe.ofPort(assignment.port()).orElseThrow().capacity())
                    .isGreaterThanOrEqualTo(BURST);
        }
        // Of itself, or of TERM (128 + 15); 137 would be the fleet's KILL.
        assertThat(server.ending(logs)).matches("(?s)exited with (0|143: ended by signal 15 [(]TERM[)])\\R.*");
        assertThat(folders()).isEqualTo(before);
    }

    private static Set<Path> folders() throws Exception {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().matches("weighbridge-\\d+"))
                    .collect(Collectors.toSet());
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void printsTheVersionOfWhatServes(Target target) throws Exception {
        Prerequisites.require(target);
        try (Ledger ledger = Ledger.open(logs);
                CommandRunner commands = new CommandRunner(ledger)) {
            assertThat(new Versions(commands).of(target)).matches("\\d+(\\.\\d+)+[-+.~0-9A-Za-z]*");
        }
    }
}
