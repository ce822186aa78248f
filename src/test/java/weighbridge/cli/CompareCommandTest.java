package weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weighbridge.record.RunFolder;
import weighbridge.record.RunRecord;
import weighbridge.record.SampleRun;
import weighbridge.record.SimulationLogWriter;
import weighbridge.workload.Settings;
import weighbridge.workload.Workload;

class CompareCommandTest {
    @TempDir
    Path folder;

    private Path one;
    private Path other;

    private record Result(int exitStatus, String out, String err) {}

    @BeforeEach
    void writeRuns() throws IOException {
        one = writeRun("one");
        other = writeRun("other");
    }

    @Test
    void runsOfOneRoundAreShownAndDoNotPass() {
        Result result = compare(one, other);

        assertThat(result.out())
                .contains(
                        ", 1 round, the baseline\n",
                        "good 1.0, B 1.0\n",
                        "not comparable: needs six rounds in each run, got 1\n",
                        "Remark: A is not valid: ")
                .contains("\nnot comparable: good: needs six rounds in each run, got 1\n");
        assertThat(result.err()).isEqualTo("Exit status 3: the measurement is not valid or not complete\n");
        assertThat(result.exitStatus()).isEqualTo(3);
    }

    @Test
    void aFolderMayBeComparedWithItself() {
        assertThat(compare(one, one).out())
                .isEqualTo(compare(one, other).out())
                .contains("the machine changed by 0.0 %")
                .doesNotContain("worse:", "better:");
    }

    @Test
    void settingsThatShapeTheLoadAreNamedAndPortsAreNot() throws IOException {
        replaceInRun(other, "\"calls\" : 800", "\"calls\" : 2000");
        replaceInRun(other, "127.0.0.1:800", "127.0.0.1:900");
        replaceInRun(other, "\"pid\" : 10", "\"pid\" : 20");
        replaceInRun(other, "\"strict\" : false", "\"strict\" : true");

        assertThat(compare(one, other).out().lines().filter(line -> line.startsWith("not comparable")))
                .containsExactly("not comparable: calls: 800 in A, 2000 in B");
    }

    /** Each changes what a server has to do, or what a capacity means. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STEADY   | rate=200        | rate=800        | rate: 200 in A, 800 in B",
                "STEADY   | rate=200        | rate=200 duration=5s | duration: 30s in A, 5s in B",
                "STEADY   | rate=200        | rate=200 keepAlive=false | keepAlive: true in A, false in B",
                "STEADY   | rate=200        | rate=200 pool=64 | pool: 500 in A, 64 in B",
                "STEADY   | concurrency=8   | concurrency=16  | concurrency: 8 in A, 16 in B",
                "STEADY   | concurrency=8   | concurrency=8 duration=1m | duration: 30s in A, 1m in B",
                "STEADY   | concurrency=8   | rate=8          | load: closed in A, open in B",
                "STEADY   | rate=200        | rate=200 timeout=2s | timeout: 1000 ms in A, 2000 ms in B",
                "CAPACITY | duration=30s    | duration=20s    | duration: 30s in A, 20s in B",
                "CAPACITY | limit=10m       | limit=20m       | limit: 10m in A, 20m in B",
                "CAPACITY | pool=500        | pool=64         | pool: 500 in A, 64 in B",
                "CAPACITY | keepAlive=true  | keepAlive=false | keepAlive: true in A, false in B",
                "CAPACITY | slo=p99<50ms    | slo=p99<20ms    | slo: p99 < 50 ms in A, p99 < 20 ms in B",
            })
    void loadsOverTimeWithOtherSettingsAreNotComparable(Workload.Kind kind, String a, String b, String expected)
            throws IOException {
        Result result = compare(writeRun("a", kind, a), writeRun("b", kind, b));

        assertThat(result.out().lines().filter(line -> line.startsWith("not comparable")))
                .containsExactly("not comparable: " + expected);
        assertThat(result.err()).isEqualTo("Exit status 3: the measurement is not valid or not complete\n");
        assertThat(result.exitStatus()).isEqualTo(3);
    }

    @Test
    void loadsOverTimeAreComparedWhateverDoesNotShapeThem() throws IOException {
        Path a = writeRun("a", Workload.Kind.STEADY, "rate=200 slo=p99<50ms");
        Path b = writeRun("b", Workload.Kind.STEADY, "rate=200 slo=p99<20ms port=0 strict=true");

        assertThat(compare(a, b).out()).doesNotContain(" in A, ");
    }

    @Test
    void workloadsOfTwoKindsAreNamedByTheirSimulationAlone() throws IOException {
        Path burst = writeRun("burst", Workload.Kind.BURST, "");
        Path steady = writeRun("steady", Workload.Kind.STEADY, "rate=200");

        assertThat(compare(burst, steady).out().lines().filter(line -> line.startsWith("not comparable")))
                .containsExactly("not comparable: simulation: weighbridge.simulation.BurstSimulation in A,"
                        + " weighbridge.simulation.SteadySimulation in B");
    }

    @Test
    void aSteadyBaselineIsRepeatedWithItsOwnSettings() throws IOException {
        Path steady = writeRun("steady", Workload.Kind.STEADY, "rate=200 duration=5s rounds=6 seed=1");

        assertThat(baseline(steady, "rate=200 duration=5s rounds=6")).isEmpty();
        assertThat(baseline(steady, "rate=800 duration=4s timeout=2s rounds=6"))
                .containsExactly(
                        "rate: found 800; allowed: 200, as in " + steady
                                + "; fix: give -Drate=200, or take another baseline",
                        "duration: found 4s; allowed: 5s, as in " + steady
                                + "; fix: give -Dduration=5s, or take another baseline",
                        "timeout: found 2000ms; allowed: 1000ms, as in " + steady
                                + "; fix: give -Dtimeout=1000ms, or take another baseline");
        assertThat(baseline(steady, "concurrency=8 duration=5s rounds=6"))
                .first(STRING)
                .startsWith("rate: found nothing; allowed: 200, as in ");
        assertThat(baseline(steady, "rounds=6 gatling.simulationClass=weighbridge.simulation.BurstSimulation"))
                .containsExactly("gatling.simulationClass: found weighbridge.simulation.BurstSimulation; allowed:"
                        + " weighbridge.simulation.SteadySimulation, as in " + steady + "; fix: give"
                        + " -Dgatling.simulationClass=weighbridge.simulation.SteadySimulation -Drate=200 -Dduration=5s, or"
                        + " take another baseline");
    }

    @Test
    void aSearchForCapacitiesIsNoBaseline() throws IOException {
        Path search = writeRun("search", Workload.Kind.CAPACITY, "");

        assertThat(baseline(search, "rounds=6"))
                .containsExactly(
                        search + ": found a search for capacities; allowed: a run of bursts, or of a steady load;"
                                + " fix: take another baseline");
    }

    private static List<String> baseline(Path run, String given) {
        Map<String, String> properties = new HashMap<>(properties(given));
        properties.put("results", run.getParent().toString()); // not those of whoever runs this test
        StringWriter err = new StringWriter();
        properties.forEach(System::setProperty);
        try {
            Weighbridge.run(
                    new PrintWriter(new StringWriter()), new PrintWriter(err, true), "baseline", run.toString());
        } finally {
            properties.keySet().forEach(System::clearProperty);
        }
        return err.toString().lines().toList();
    }

    /** Of words such as {@code rate=200}. */
    private static Map<String, String> properties(String given) {
        return Stream.of(given.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(word -> word[0], word -> word[1]));
    }

    @Test
    void whatCannotBeComparedIsSaidBeforeTheRun() {
        assertThat(baseline(one, ""))
                .containsExactly(
                        one + ": found 1 round; allowed: 6 or more; fix: take another baseline",
                        "rounds: found 1 round; allowed: 6 or more; fix: give for example -Drounds=6",
                        "warmup: found 40; allowed: 12, as in " + one
                                + "; fix: give -Dwarmup=12, or take another baseline");
    }

    @Test
    void whatTheMachineIsIsNamed() throws IOException {
        replaceInRun(other, "Imaginary CPU", "Another CPU");
        replaceInRun(other, "\"kernel\" : \"6.1.0\"", "\"kernel\" : \"6.2.0\"");
        replaceInRun(other, "\"4096\"", "\"128\"");
        replaceInRun(other, "-Xmx1G", "-Xmx2G");
        replaceInRun(other, "\"gatling\" : \"3.15.1\"", "\"gatling\" : \"3.16.0\"");

        assertThat(compare(one, other).out().lines().filter(line -> line.startsWith("not comparable")))
                .containsExactly(
                        "not comparable: kernel: 6.1 in A, 6.2 in B",
                        "not comparable: processor: Imaginary CPU in A, Another CPU in B",
                        "not comparable: generator's JVM flags: -Xmx1G in A, -Xmx2G in B",
                        "not comparable: net.core.somaxconn: 4096 in A, 128 in B",
                        "not comparable: Gatling: 3.15.1 in A, 3.16.0 in B");
    }

    @Test
    void anotherPathIsAnotherQuestion() throws IOException {
        replaceInRun(other, "127.0.0.1:8001/hello", "127.0.0.1:8001/bye");

        assertThat(compare(one, other).out())
                .contains("\nslow 1.0, B 1.0\nnot comparable: requests: GET http://127.0.0.1/hello 200 in A, GET"
                        + " http://127.0.0.1/bye 200 in B\n");
    }

    @Test
    void theVersionOfATargetMayDiffer() throws IOException {
        replaceInRun(other, "\"version\" : \"1.0\"", "\"version\" : \"2.0\"");

        assertThat(compare(one, other).out()).contains("\ngood 1.0, B 2.0\n");
    }

    @Test
    void moreThanTwoStandSideBySideAndAllShowsMore() {
        String out = compare(one, other, one, "--all", "--threshold", "7.5%").out();

        assertThat(out)
                .contains(
                        "\nC   ",
                        "good 1.0, B 1.0, C 1.0\n",
                        "RSS after - idle MiB",
                        " and 7.5 % (success: 0.1 percentage points)");
        assertThat(compare(one, other).out()).doesNotContain("RSS after - idle MiB");
    }

    @Test
    void nothingIsWritten() throws IOException {
        Map<String, byte[]> before = files();

        compare(one, other);

        Map<String, byte[]> after = files();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((name, bytes) -> assertThat(after.get(name)).isEqualTo(bytes));
    }

    @Test
    void aFolderThatIsNoneIsOneLine() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertRefused(compare(one, folder.resolve("gone")), "gone: found nothing; allowed: a run folder");
        assertRefused(compare(empty, one), "empty: found a folder without run.json");
    }

    @Test
    void tooFewOrTooManyFoldersAreOneLine() {
        assertRefused(compare(), "weighbridge compare: found 0 run folders; allowed: 2 to 26");
        assertRefused(compare(one), "weighbridge compare: found 1 run folder; allowed: 2 to 26");
        assertRefused(
                compare(Collections.nCopies(27, one).toArray()), "weighbridge compare: found 27 run folders; allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "five", "-5%", "5,5%", "1001%", "99999999999%", "0.05", "%", "NaN%"})
    void aThresholdThatIsNoneIsOneLine(String threshold) {
        assertRefused(
                compare(one, other, "--threshold=" + threshold),
                "--threshold: found \"" + threshold + "\"; allowed: a percentage from 0% to 1000%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--loud", "--threshold"})
    void anOptionThatIsNoneIsOneLine(String option) {
        assertRefused(compare(one, other, option), "weighbridge compare");
    }

    @Test
    void helpIsNoMistake() {
        assertThat(compare("--help").out()).contains("Usage: weighbridge compare", "2 a target got worse", "5%");
        assertThat(compare("--help").exitStatus()).isZero();
    }

    private static Result compare(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = Stream.concat(
                        Stream.of("compare"), Stream.of(arguments).map(Object::toString))
                .toArray(String[]::new);
        int status = Weighbridge.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Result(status, out.toString(), err.toString());
    }

    private Path writeRun(String name) throws IOException {
        RunFolder run = new RunFolder(Files.createDirectory(folder.resolve(name)));
        run.write(SampleRun.record());
        try (SimulationLogWriter log = new SimulationLogWriter(run.simulationLog())) {
            log.run("good")
                    .request(List.of(), "good", 1, 2, true, "")
                    .request(List.of(), "slow", 5, 1005, false, "Request timeout after 1000 ms");
        }
        return folder.resolve(name);
    }

    /** One that was made with other settings. */
    private Path writeRun(String name, Workload.Kind kind, String given) throws IOException {
        String simulation = Map.of(
                        Workload.Kind.BURST, "BurstSimulation",
                        Workload.Kind.STEADY, "SteadySimulation",
                        Workload.Kind.CAPACITY, "CapacitySimulation")
                .get(kind);
        Path folder = writeRun(name);
        RunRecord run = SampleRun.record();
        new RunFolder(folder)
                .write(new RunRecord(
                        run.schema(),
                        run.id(),
                        "weighbridge.simulation." + simulation,
                        run.startedAt(),
                        run.complete(),
                        Settings.from(kind, properties(given)::get),
                        run.environment(),
                        run.main(),
                        run.rounds(),
                        run.remarks()));
        return folder;
    }

    private static void replaceInRun(Path run, String old, String other) throws IOException {
        Path file = run.resolve("run.json");
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, other));
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(path.toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    private static void assertRefused(Result result, String expected) {
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).contains(expected, "; allowed: ", "; fix: ");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitStatus()).isEqualTo(1);
    }
}
