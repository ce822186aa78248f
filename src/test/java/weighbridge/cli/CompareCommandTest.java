package weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weighbridge.record.RunFolder;
import weighbridge.record.SampleRun;
import weighbridge.record.SimulationLogWriter;

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
                        "not comparable: needs six rounds in each, has 1\n",
                        "Remark: A is not valid: ")
                .contains("\nnot comparable: good: needs six rounds in each, has 1\n");
        assertThat(result.err()).isEqualTo("Exit status 3: the measurement is not valid or not whole\n");
        assertThat(result.exitStatus()).isEqualTo(3);
    }

    @Test
    void aFolderMayBeComparedWithItself() {
        assertThat(compare(one, one).out())
                .isEqualTo(compare(one, other).out())
                .contains("the machine itself changed by 0.0 %")
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

    @Test
    void whatCannotBeComparedIsSaidBeforeTheRun() {
        StringWriter err = new StringWriter();

        int status = Weighbridge.run(
                new PrintWriter(new StringWriter()), new PrintWriter(err, true), "baseline", one.toString());

        assertThat(status).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        one + ": found 1 round; allowed: 6 or more; fix: take another baseline",
                        "rounds: found 1 round; allowed: 6 or more; fix: give for example -Drounds=6",
                        "warmup: found 25; allowed: 12, as in " + one
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
                .contains("\nC   ", "good 1.0, B 1.0, C 1.0\n", "rss after - idle MiB", " and 7.5 %, of success");
        assertThat(compare(one, other).out()).doesNotContain("rss after - idle MiB");
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
