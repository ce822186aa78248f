package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weighbridge.process.Mark;
import weighbridge.process.ProcessId;
import weighbridge.server.Ledger.Content;
import weighbridge.server.Ledger.Entry;
import weighbridge.text.Json;

@EnabledOnOs(OS.LINUX)
@Timeout(60)
@Tag("untimed")
class OrphansIT {
    @TempDir
    private Path results;

    private final List<Process> started = new ArrayList<>();
    private Path running;
    private ProcessId gone;
    private Process stranger;

    @BeforeEach
    void processes() throws Exception {
        running = results.resolve(Ledger.FOLDER);
        Process owner = sleep(Map.of());
        gone = ProcessId.of(owner.toHandle()).orElseThrow();
        owner.destroyForcibly().waitFor();
        stranger = sleep(Map.of());
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void whatAKilledRunLeftIsEndedByTheNext() throws Exception {
        Scripts scripts = new Scripts(results);
        Process owner = owner();
        List<Long> family = scripts.pids("netty");
        assertThat(family).hasSize(FleetOwner.FAMILY).allMatch(Scripts::lives);
        Path made = folderOfServer();
        assertThat(made.resolve("made.txt")).isRegularFile();
        assertThat(Orphans.of(results).end()).as("of a run that goes on").isEmpty();
        assertThat(family).allMatch(Scripts::lives);

        owner.destroyForcibly().waitFor();
        assertThat(family).allMatch(Scripts::lives);
        String sentence = Orphans.of(results).end().orElseThrow();

        assertThat(sentence)
                .startsWith("A run that was cut off left 4 processes: ")
                .endsWith(" (netty). They were ended.");
        assertThat(family)
                .noneMatch(Scripts::lives)
                .allSatisfy(pid -> assertThat(sentence).contains(pid + " (netty)"));
        assertThat(running).isEmptyDirectory();
        assertThat(made).doesNotExist();
        assertThat(Orphans.of(results).end()).isEmpty();
        assertThat(stranger.isAlive()).isTrue();
    }

    /** The only one that the only ledger names. */
    private Path folderOfServer() throws IOException {
        try (Stream<Path> files = Files.list(running)) {
            Path ledger = files.findFirst().orElseThrow();
            List<String> folders =
                    Json.read(Files.readString(ledger), Content.class).folders();
            assertThat(folders).hasSize(1);
            return Path.of(folders.get(0));
        }
    }

    /** As when the run is killed between a start and writing down whom it started. */
    @Test
    void aMarkIsEnough() throws Exception {
        Mark mark = Mark.create();
        Process bearer = sleep(mark.variable());
        ledger(new Entry("spark", mark.value(), null));

        assertThat(Orphans.of(results).end())
                .contains("A run that was cut off left 1 process: " + bearer.pid() + " (spark). It was ended.");
        assertThat(bearer.waitFor()).isEqualTo(143);
    }

    @Test
    void aPidWithItsStartIsEnough() throws Exception {
        ledger(entry(identity(stranger.pid(), 0)));

        assertThat(Orphans.of(results).end())
                .contains("A run that was cut off left 1 process: " + stranger.pid() + " (x). It was ended.");
    }

    /** It has no mark, and init or the tests are its parent by now. */
    @Test
    void whoIsInTheSessionOfOneThatIsKnownIsEndedToo() throws Exception {
        Mark mark = Mark.create();
        Path log = results.resolve("session.log");
        String script = "env -i sh -c 'sleep 300 & echo $!'; sleep 300 & echo $!; ";
        ProcessBuilder program = new ProcessBuilder("setsid", "sh", "-c", script).redirectOutput(log.toFile());
        program.environment().putAll(mark.variable());
        Process leader = program.start();
        ProcessId id = new ProcessId(leader.pid(), 0);
        leader.waitFor();
        List<Long> left = Files.readAllLines(log).stream().map(Long::valueOf).toList();

        ledger(new Entry("stranger", UUID.randomUUID().toString(), id));
        assertNobodyIsEnded();
        assertThat(left).hasSize(2).allMatch(Scripts::lives);

        ledger(new Entry("x", mark.value(), id));
        assertThat(Orphans.of(results).end())
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith("A run that was cut off left 2 processes: ")
                        .endsWith(" They were ended."));
        assertThat(left).noneMatch(Scripts::lives);
    }

    @Test
    void aRunThatEndsInOrderLeavesNoLedger() throws Exception {
        Scripts scripts = new Scripts(results);
        try (Ledger ledger = Ledger.open(results);
                Fleet fleet = new Fleet(results, ledger)) {
            scripts.start(fleet, scripts.target("one", "echo $$; exec sleep 300"), 1);
            Path file;
            try (Stream<Path> files = Files.list(running)) {
                file = files.findFirst().orElseThrow();
            }
            ProcessId self = ProcessId.of(ProcessHandle.current()).orElseThrow();
            assertThat(file).hasFileName(self.pid() + "-" + self.startTime() + ".json");
            assertThat(Json.read(Files.readString(file), Content.class).programs())
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.name()).isEqualTo("one");
                        assertThat(entry.process())
                                .isEqualTo(identity(scripts.pids("one").get(0), 0));
                        assertThat(Mark.read(entry.mark()).orElseThrow().bearers())
                                .extracting(ProcessHandle::pid)
                                .containsExactlyElementsOf(scripts.pids("one"));
                    });
            assertThat(Orphans.of(results).end()).as("our own").isEmpty();
        }
        assertThat(running).isEmptyDirectory();
    }

    @Test
    void whereNoLedgerCanBeNothingIsStarted() throws Exception {
        Files.createFile(running);

        assertThatThrownBy(() -> Ledger.open(results)).isInstanceOf(IOException.class);
        assertThat(Orphans.of(results).end()).isEmpty();
    }

    @Test
    void aPidThatHasAnotherProcessByNowIsNotEnded() throws Exception {
        ledger(entry(identity(stranger.pid(), 1)), entry(identity(stranger.pid(), -1)));

        assertNobodyIsEnded();
        assertThat(running).isEmptyDirectory();
    }

    @Test
    void neitherWeNorWhoStartedUsNorInitIsEnded() throws Exception {
        ledger(
                entry(identity(ProcessHandle.current().pid(), 0)),
                entry(identity(ProcessHandle.current().parent().orElseThrow().pid(), 0)),
                entry(identity(1, 0)),
                entry(new ProcessId(0, 0)),
                entry(new ProcessId(-1, 0)));

        assertNobodyIsEnded();
        assertThat(running).isEmptyDirectory();
    }

    @Test
    void aMarkThatIsNoneMeansNobody() throws Exception {
        String uuid = UUID.randomUUID().toString();
        stranger = sleep(Map.of("WEIGHBRIDGE_SERVER", uuid + "0", "OTHER_WEIGHBRIDGE_SERVER", uuid));
        ledger(new Entry("a", "", null), new Entry("b", uuid.substring(1), null), new Entry("c", uuid, null));

        assertNobodyIsEnded();
    }

    @Test
    void fromBeforeARebootNobodyIsLeft() throws Exception {
        Mark mark = Mark.create();
        stranger = sleep(mark.variable());
        ProcessId same = identity(stranger.pid(), 0);
        write(
                same,
                new Content(Ledger.SYSTEM, "another boot", List.of(new Entry("x", mark.value(), same)), null, null));

        assertNobodyIsEnded();
        assertThat(running).isEmptyDirectory();
    }

    @Test
    void theLedgerOfAnotherSystemIsLeftToIt() throws Exception {
        ProcessId same = identity(stranger.pid(), 0);
        Path file = write(gone, new Content("other pid:[1]", Ledger.BOOT, List.of(entry(same)), null, null));

        assertNobodyIsEnded();
        assertThat(file).exists();
    }

    @Test
    void theOwnersPidMayHaveAnotherProcessByNow() throws Exception {
        Mark mark = Mark.create();
        Process bearer = sleep(mark.variable());
        write(
                identity(stranger.pid(), 1),
                new Content(Ledger.SYSTEM, Ledger.BOOT, List.of(new Entry("x", mark.value(), null)), null, null));

        assertThat(Orphans.of(results).end()).isPresent();
        assertThat(bearer.waitFor()).isEqualTo(143);
        assertThat(stranger.isAlive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"system\": null, \"boot\": \"\", \"programs\": []}",
                "{\"system\": \"x",
                "\u0000"
            })
    void aTornLedgerEndsNobody(String text) throws Exception {
        Files.createDirectory(running);
        ProcessId lives = identity(stranger.pid(), 0);
        Path dead = Files.writeString(running.resolve(gone.pid() + "-" + gone.startTime() + ".json"), text);
        Path torn = Files.writeString(running.resolve(gone.pid() + "-" + gone.startTime() + ".json.new"), text);
        Path living = Files.writeString(running.resolve(lives.pid() + "-" + lives.startTime() + ".json"), text);

        assertNobodyIsEnded();
        assertThat(dead).doesNotExist();
        assertThat(torn).doesNotExist();
        assertThat(living).exists();
    }

    @Test
    void whatIsNoLedgerIsLeftAlone() throws Exception {
        Files.createDirectories(running.resolve("5-5.json"));
        Files.writeString(running.resolve("notes.json"), "mine");
        Files.write(running.resolve("6-6.json"), new byte[] {(byte) 0xff, 1, 2});
        Files.write(running.resolve("7-7.json"), new byte[2 << 20]);

        assertNobodyIsEnded();
        assertThat(running.resolve("5-5.json")).isDirectory();
        assertThat(running.resolve("notes.json")).exists();
        assertThat(running.resolve("6-6.json")).doesNotExist();
        assertThat(running.resolve("7-7.json")).doesNotExist();
    }

    /** Whatever stands in a ledger: only what can have been made for a server goes. */
    @Test
    void theFolderOfAServerGoesAndNothingElse(@TempDir Path other) throws Exception {
        Path made = Files.createTempDirectory("weighbridge-").toRealPath();
        Files.writeString(Files.createDirectories(made.resolve("conf")).resolve("nginx.conf"), "x");
        Path foreign = Files.createTempDirectory("somebody-").toRealPath();
        Path inner = Files.createDirectory(other.resolve("weighbridge-1"));
        Path link = Files.createSymbolicLink(made.resolveSibling(made.getFileName() + "-link"), other);
        try {
            write(
                    gone,
                    new Content(
                            Ledger.SYSTEM,
                            Ledger.BOOT,
                            List.of(),
                            Stream.of(made, foreign, inner, link, made.getParent(), Path.of("/"), made.resolve(".."))
                                    .map(Path::toString)
                                    .toList(),
                            null));

            assertNobodyIsEnded();

            assertThat(made).doesNotExist();
            assertThat(List.of(foreign, inner, link)).allMatch(Files::exists);
            assertThat(running).isEmptyDirectory();
        } finally {
            Files.deleteIfExists(link);
            Files.deleteIfExists(foreign);
        }
    }

    private void assertNobodyIsEnded() throws IOException {
        assertThat(Orphans.of(results).end()).isEmpty();
        assertThat(stranger.isAlive()).isTrue();
    }

    private void ledger(Entry... entries) throws IOException {
        write(gone, new Content(Ledger.SYSTEM, Ledger.BOOT, List.of(entries), null, null));
    }

    private Path write(ProcessId owner, Content content) throws IOException {
        Path file = Files.createDirectories(running).resolve(owner.pid() + "-" + owner.startTime() + ".json");
        return Files.writeString(file, Json.write(content));
    }

    private static Entry entry(ProcessId process) {
        return new Entry("x", UUID.randomUUID().toString(), process);
    }

    /** Of a living process, its start moved by this. */
    private static ProcessId identity(long pid, long move) {
        ProcessId id = ProcessId.of(ProcessHandle.of(pid).orElseThrow()).orElseThrow();
        return new ProcessId(pid, id.startTime() + move);
    }

    private Process owner() throws Exception {
        Path output = results.resolve("owner.out");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder program = new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FleetOwner.class.getName(),
                        results.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Process owner = program.start();
        started.add(owner);
        while (!Files.readString(output).contains(FleetOwner.UP)) {
            assertThat(owner.isAlive()).as(Files.readString(output)).isTrue();
            Thread.sleep(10);
        }
        return owner;
    }

    private Process sleep(Map<String, String> environment) throws IOException {
        ProcessBuilder program = new ProcessBuilder("sleep", "300");
        program.environment().putAll(environment);
        Process process = program.start();
        started.add(process);
        return process;
    }
}
