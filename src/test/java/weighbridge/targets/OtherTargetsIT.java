package weighbridge.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weighbridge.faults.Interruptible;
import weighbridge.process.AcceptQueueProbe;
import weighbridge.record.AcceptQueue;
import weighbridge.server.Assignment;
import weighbridge.server.Catalogue;
import weighbridge.server.CommandRunner;
import weighbridge.server.Fleet;
import weighbridge.server.Ledger;
import weighbridge.server.Ports;
import weighbridge.server.Server;
import weighbridge.server.Serving;
import weighbridge.server.Target;
import weighbridge.server.Versions;

/** Each of them as a run starts it. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
@Tag("untimed")
class OtherTargetsIT {
    private static final Path SOMAXCONN = Path.of("/proc/sys/net/core/somaxconn");

    /** What the servers ask for, so that a burst of 800 fits. */
    private static final int BACKLOG = 4096;

    /** Far beyond what an end takes, and it is the test's only limit on an end by INT. */
    private static final int END_SECONDS = 30;

    @TempDir
    private Path logs;

    private final HttpClient client = HttpClient.newHttpClient();

    static List<Target> targets() {
        return Catalogue.of(Path.of("targets")).select(List.of("python", "node"), List.of());
    }

    static List<Target> pythons() {
        return Catalogue.of(Path.of("targets")).select(List.of("python"), List.of());
    }

    @Test
    void theGroupsHaveTheseTargets() {
        assertThat(targets())
                .extracting(Target::name)
                .containsExactly("bottle", "cherrypy", "flask", "tornado", "webpy", "node-http");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void answersWithTheNameAskedForOnLoopbackOnlyAndHoldsABurst(Target target) throws Exception {
        Prerequisites.require(target);
        try (Ledger ledger = Ledger.open(logs);
                Fleet fleet = new Fleet(logs, "", ledger, Optional.empty())) {
            Server server = start(fleet, target);
            int port = server.assignment().port();
            URI url = server.assignment().url();

            assertAnswers(url, "Hello World!");
            assertAnswers(URI.create(url.toString().replace("World", "You")), "Hello You!");
            assertAnswers(URI.create(url.toString().replace("World", "Zo%C3%AB%20B")), "Hello Zo\u00eb B!");

            AcceptQueue queue = AcceptQueueProbe.ofPort(port).orElseThrow();
            // Not readString: it asks for one byte first, and the kernel has no more than one answer.
            int limit = Integer.parseInt(Files.readAllLines(SOMAXCONN).get(0));
            assertThat(queue.capacity()).isEqualTo(Math.min(BACKLOG, limit));
            assertThat(queue.listeners()).isEqualTo(1);
            // Whoever listens on all addresses answers here too.
            assertThatIOException().isThrownBy(() -> connect("127.0.0.2", port)).isInstanceOf(ConnectException.class);
            assertThatIOException().isThrownBy(() -> connect("::1", port));

            assertThat(logs.resolve(target.name() + ".log"))
                    .content()
                    .as("no access log")
                    .doesNotContain("Zo", "World", "GET");
        }
    }

    private void assertAnswers(URI url, String body) throws Exception {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).matches("text/plain; ?charset=utf-8"));
        assertThat(answer.body()).isEqualTo(body);
    }

    private static void connect(String address, int port) throws Exception {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 5_000);
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void printsTheVersionOfWhatServes(Target target) throws Exception {
        Prerequisites.require(target);
        try (Ledger ledger = Ledger.open(logs);
                CommandRunner commands = new CommandRunner(ledger)) {
            assertThat(new Versions(commands).of(target)).matches("\\d+\\.\\d+.*");
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void endsWhenAskedTo(Target target) throws Exception {
        Prerequisites.require(target);
        Server server;
        List<ProcessHandle> tree = new ArrayList<>();
        try (Ledger ledger = Ledger.open(logs);
                Fleet fleet = new Fleet(logs, "", ledger, Optional.empty())) {
            server = start(fleet, target);
            ProcessHandle process = ProcessHandle.of(server.pid().orElseThrow()).orElseThrow();
            tree.add(process);
            process.descendants().forEach(tree::add);
        }
        assertThat(tree).noneMatch(ProcessHandle::isAlive);
        // Of itself (CherryPy with 70 where it was still starting) or of TERM (128 + 15); 137 would be the fleet's
        // KILL.
        assertThat(server.ending(logs))
                .matches("(?s)exited with (0|70|143: ended by signal 15 [(]TERM[)])\\R.*")
                .doesNotContain("Traceback");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void endsWhenInterrupted(Target target) throws Exception {
        Prerequisites.require(target);
        try (Ledger ledger = Ledger.open(logs);
                Fleet fleet = new Fleet(logs, "", ledger, Optional.empty())) {
            Server server = start(fleet, interruptible(target));
            ProcessHandle process = ProcessHandle.of(server.pid().orElseThrow()).orElseThrow();

            assertThat(Outcome.of(
                                    logs,
                                    List.of(
                                            "kill",
                                            "-INT",
                                            Long.toString(server.pid().orElseThrow())))
                            .status())
                    .isZero();

            process.onExit().get(END_SECONDS, TimeUnit.SECONDS);
            assertThat(server.ending(logs))
                    .matches("(?s)exited with (0|130: ended by signal 2 [(]INT[)])\\R.*")
                    .doesNotContain("Traceback");
        }
    }

    @ParameterizedTest
    @MethodSource("pythons")
    void saysHowToInstallWhatIsMissing(Target target) throws Exception {
        Assignment assignment = new Assignment(target, 1);
        assumeTrue(Files.isExecutable(Path.of(assignment.command().get(0))), "there is no Python of the system");
        // Without "site" Python does not look into the folder of Debian's packages, as if it were empty.
        List<String> command = new ArrayList<>(assignment.command());
        command.add(1, "-S");
        String framework = target.name().equals("webpy") ? "web.py" : target.name();

        assertThat(Outcome.of(target.folder(), command))
                .isEqualTo(new Outcome(
                        1,
                        framework + " is not installed; fix: sudo apt-get install python3-bottle python3-webpy"
                                + " python3-flask python3-cherrypy3 python3-tornado\n"));
    }

    private static Target interruptible(Target target) {
        Serving.Started started = (Serving.Started) target.serving();
        return new Target(
                target.folder(),
                target.name(),
                target.version(),
                target.build(),
                new Serving.Started(
                        Interruptible.command(started.command()), started.env(), started.files(), started.limits()),
                target.traffic(),
                target.ready());
    }

    private static Server start(Fleet fleet, Target target) throws InterruptedException {
        Assignment assignment = new Assignment(target, new Ports().free());
        Fleet.Start start = fleet.start(List.of(assignment)).get(assignment);
        assertThat(start).isInstanceOf(Fleet.Start.Ready.class);
        return ((Fleet.Start.Ready) start).server();
    }
}
