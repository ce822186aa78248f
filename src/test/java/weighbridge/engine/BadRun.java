package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import weighbridge.analysis.TargetReport;
import weighbridge.faults.BadServer;
import weighbridge.faults.BadServer.Kept;
import weighbridge.faults.EarlierServer;
import weighbridge.server.Ports;

/** One run with many servers that misbehave, between two that are well. */
final class BadRun implements AutoCloseable {
    private static final int LOOK_MILLIS = 500;

    private final String token = UUID.randomUUID().toString();
    private final Set<String> seenRunning = new HashSet<>();
    private final int calls;
    private final Path targets;
    private final Map<String, EarlierServer> before = new HashMap<>();
    private final Run.Result result;

    BadRun(Path folder, int calls, List<BadServer> servers) throws IOException, InterruptedException {
        this.calls = calls;
        this.targets = folder.resolve("bad");
        Run run = new Run(folder).target("first");
        for (BadServer server : servers) {
            run.target(make(server));
        }
        run.target("last")
                .with("calls", Integer.toString(calls))
                .with("warmup", "0")
                .with("timeout", "3s");
        Process process = run.start();
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            List<Bearer> bearers = processes(); // once for all servers: there are dozens of both
            servers.stream()
                    .filter(server -> bearers.stream().anyMatch(bearer -> bearer.bears(tokenOf(server))))
                    .map(BadServer::name)
                    .forEach(seenRunning::add);
        }
        result = run.finish(process);
    }

    private Path make(BadServer server) throws IOException {
        Optional<EarlierServer> earlier = server.startBefore();
        if (earlier.isEmpty()) {
            return server.makeIn(targets, tokenOf(server), new Ports().free(), 0);
        }
        before.put(server.name(), earlier.get());
        return server.makeIn(
                targets,
                tokenOf(server),
                earlier.get().port(),
                earlier.get().process().pid());
    }

    /** Ends the servers that ran before. */
    @Override
    public void close() {
        before.values().forEach(EarlierServer::close);
    }

    Run.Result result() {
        return result;
    }

    Path folderOf(String server) {
        return targets.resolve(server);
    }

    /** The servers that were well are measured as if they were alone. */
    void requireOthersComplete() throws IOException {
        assertThat(result.exitStatus()).as(result.console()).isEqualTo(4);
        assertThat(result.console())
                .contains(Run.shown(result.latest()))
                .contains("Exit status 4: a target failed or misbehaved; the others are reported")
                .doesNotContain("\tat ");
        for (String name : List.of("first", "last")) {
            TargetReport well = result.target(name);
            assertThat(well.well()).as(name).isTrue();
            assertThat(well.burst().counter()).containsOnlyKeys(200).containsValue(calls);
            assertThat(well.memory().after().rssBytes()).isPositive();
        }
        assertThat(result.latest().resolve("index.html")).isNotEmptyFile();
    }

    /** All that its row promises. */
    void require(BadServer server) throws IOException {
        TargetReport target = result.target(server.name());
        String summary = result.summary();

        assertThat(server.exitStatus() == 4 ? summary : result.console() + summary)
                .containsPattern(server.seen());
        assertThat(target.outcome().label()).isEqualTo(server.outcome());
        assertThat(result.exitStatusOf("first", target.name(), "last")).isEqualTo(server.exitStatus());
        requireKept(server, target, summary);
        assertThat(bearers(server)).isEmpty();
        if (server.before().isPresent()) {
            assertThat(before.get(server.name()).process().isAlive()).isEqualTo(server.kept() == Kept.LOG);
            return;
        }
        if (server.kept() != Kept.LOG) {
            assertThat(seenRunning).as("found while they ran").contains(server.name());
        }
        URI url = URI.create(target.identity().url());
        assertThatThrownBy(() -> new Socket(url.getHost(), url.getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    private void requireKept(BadServer server, TargetReport target, String summary) {
        boolean marked = Pattern.compile(
                        "^" + server.name() + " \\S+ +\\S+ +took .* - died-under-load$", Pattern.MULTILINE)
                .matcher(summary)
                .find();
        assertThat(marked).isEqualTo(server.kept() == Kept.UNTIL_DEATH);
        if (server.kept() == Kept.LOG) {
            assertThat(target.burst().calls()).isZero();
            return;
        }
        assertThat(target.burst().calls()).isEqualTo(calls);
        assertThat(target.memory().idle().rssBytes()).isPositive();
        if (server.isStarted()) {
            assertThat(result.latest().resolve("logs/" + server.name() + ".log"))
                    .isNotEmptyFile();
        }
    }

    private String tokenOf(BadServer server) {
        return token + "-" + server.name() + ".";
    }

    /** Who bears its token in the environment or the command line. */
    private List<String> bearers(BadServer server) {
        return processes().stream()
                .filter(process -> process.bears(tokenOf(server)))
                .map(process -> process.folder() + " " + process.commandLine())
                .toList();
    }

    private record Bearer(Path folder, String commandLine, String environment) {
        boolean bears(String token) {
            return environment.contains(token) || commandLine.contains(token);
        }
    }

    private static List<Bearer> processes() {
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            return processes
                    .map(process -> Path.of("/proc", Long.toString(process.pid())))
                    .map(process ->
                            new Bearer(process, read(process.resolve("cmdline")), read(process.resolve("environ"))))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // it has ended, or is somebody else's
        }
    }
}
