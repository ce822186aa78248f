package weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;
import weighbridge.record.RunFolder;
import weighbridge.record.SampleRun;
import weighbridge.record.SimulationLogWriter;
import weighbridge.record.WeighbridgeVersion;
import weighbridge.render.FormatsTest;
import weighbridge.text.Json;
import weighbridge.text.TypedPath;

class WeighbridgeTest {
    @TempDir
    Path folder;

    private record Result(int exitStatus, String out, String err) {}

    private static Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Weighbridge.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Result(status, out.toString(), err.toString());
    }

    @Test
    void aRunIsPrintedAndItsSummariesAreWrittenAnew() throws Exception {
        writeRun();
        Files.writeString(folder.resolve("summary.txt"), "old");

        Result result = run("report", folder.toString());

        assertThat(result.out()).contains("Started independent subprocesses: good slow mortal\n");
        assertThat(folder.resolve("summary.txt"))
                .hasContent(run("report", folder.toString(), "--details").out());
        assertThat(FormatsTest.faults(Files.readString(folder.resolve("summary.json"))))
                .isEmpty();
        assertThat(folder.resolve("report.html"))
                .content()
                .contains("weighbridge/summary/1", "weighbridge/traces/1", ">mortal<");
        assertThat(folder.resolve("summary.md")).content().startsWith("## Weighbridge\n");
        assertThat(folder.resolve("targets.csv")).content().startsWith("run,target,");
        assertThat(result.exitStatus()).isEqualTo(3); // most of its calls are not in the log
        assertThat(result.err()).isEqualTo("Exit status 3: the measurement is not valid or not complete\n");
    }

    @Test
    void theLinkToTheLatestRunIsAsGoodAsItsFolder() throws Exception {
        Path run = Files.createDirectory(folder.resolve("burst-1"));
        writeRun(run);
        new RunFolder(run).becomeLatest();

        assertThat(run("report", folder.resolve("latest").toString()).out())
                .isEqualTo(run("report", run.toString()).out())
                .startsWith("Started independent subprocesses: good slow mortal\n");
    }

    @Test
    void aRunThatWasCutOffShowsWhatItHolds() throws Exception {
        writeRun();
        replaceInRun("\"complete\" : true", "\"complete\" : false");
        byte[] log = Files.readAllBytes(folder.resolve("simulation.log"));
        Files.write(folder.resolve("simulation.log"), Arrays.copyOf(log, log.length - 3));
        Files.writeString(folder.resolve("samples.csv"), "at_millis,name,rss_bytes\n17954289");

        Result result = run("report", folder.toString());

        assertThat(result.out())
                .contains(
                        "Not valid: simulation.log ends in the middle of a record, after 4 whole ones\n",
                        "Not valid: the run ended early or could not be saved: only what was recorded is reported\n");
        assertThat(result.exitStatus()).isEqualTo(3);
    }

    @Test
    void aRunThatWasCutOffBeforeItsFirstCallShowsItsServers() throws Exception {
        new RunFolder(folder).write(SampleRun.begun().snapshot("cut-off"));

        assertThat(run("report", folder.toString()).out())
                .contains(
                        "good 1.0   Linux PID=   101 MEM",
                        "Not valid: the run ended early",
                        "Its PIDs were: 101 (good)")
                .doesNotContain("measure memory again", "hammering");
    }

    @Test
    void aRunWithoutItsLogShowsTheRest() throws Exception {
        new RunFolder(folder).write(SampleRun.record());

        assertThat(run("report", folder.toString()).out())
                .contains("good 1.0", "Not valid: there is no simulation.log: no call can be counted\n");
        assertThat(run("report", folder.toString()).exitStatus()).isEqualTo(3);
    }

    /** As in the run itself; what of its promises can still be told is, and the rest is an error for CI. */
    @Test
    void aDamagedLogEndsAReportAsItEndsARun() throws Exception {
        writeRun();
        replaceInRun("\"calls\" : 800", "\"calls\" : 2");
        byte[] log = Files.readAllBytes(folder.resolve("simulation.log"));
        Files.write(folder.resolve("simulation.log"), Arrays.copyOf(log, log.length - 3));

        Result result = run("report", folder.toString());

        assertThat(result.exitStatus()).isEqualTo(3);
        assertThat(result.out()).contains("Not valid: slow: 2 calls requested, 1 in the log");
        assertThat(folder.resolve("junit.xml"))
                .content()
                .contains(
                        "classname=\"weighbridge.run\" name=\"measurement\"",
                        "<error message=\"simulation.log ends in the middle of a record, after 4 whole ones\"",
                        "<error message=\"unknown: only 1 of 2 calls are in the log\"");
    }

    /** Cut off between two records it looks whole. */
    @Test
    void aTargetAllOfWhoseCallsAreLostIsNotPassedOver() throws Exception {
        writeRun();
        replaceInRun("\"calls\" : 800", "\"calls\" : 2");
        replaceInRun("\"name\" : \"slow\"", "\"name\" : \"lost\"");

        Result result = run("report", folder.toString());

        assertThat(result.exitStatus()).isEqualTo(3);
        assertThat(result.out()).contains("lost: 2 calls requested, 0 in the log");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidAfterTheSummary() throws Exception {
        writeRun();
        replaceInRun("\"calls\" : 800", "\"calls\" : 2");
        // In the way of what is written, for everybody: a folder without the right to write stops no root.
        Files.createDirectories(folder.resolve(".summary.json.half/full"));

        Result result = run("report", folder.toString());

        assertThat(result.out()).contains("good 1.0");
        assertThat(result.err().lines().findFirst())
                .get()
                .asString()
                .startsWith(folder + ": its reports could not be written anew: ");
        assertThat(result.err()).endsWith("Exit status 4: a target failed or misbehaved; the others are reported\n");
        assertThat(result.exitStatus()).isEqualTo(4);
    }

    @Test
    void aLinkInAFolderOfSomebodyElseLeadsNobodyToOverwriteAFile() throws Exception {
        Path run = Files.createDirectory(folder.resolve("burst-1"));
        writeRun(run);
        Path precious = Files.writeString(folder.resolve("precious"), "mine");
        Files.createSymbolicLink(run.resolve(".summary.txt.half"), precious);
        Files.createSymbolicLink(run.resolve("summary.json"), precious);

        run("report", run.toString());

        assertThat(precious).hasContent("mine");
        assertThat(run.resolve("summary.txt")).isNotEmptyFile();
    }

    @Test
    void aRunOfSomebodyElseWritesNothingOnTheConsoleButWords() throws Exception {
        writeRun();
        replaceInRun("\"version\" : \"1.0\"", "\"version\" : \"1\\u001b[2J\\nmain 0.0.0 is fine\\u202e\"");
        replaceInRun("no such file", "no\\nKilling PIDs: none");
        replaceInRun("\"Linux\"", "\"Li\\rnux\"");

        String out = run("report", folder.toString()).out();

        assertThat(out)
                .contains("mortal 1?[2J?main 0.0.0 is fine? died-under-load", "Li?nux", "    Killing PIDs: none");
        assertThat(out.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
        assertThat(out.lines().filter(line -> line.startsWith("main 0.0.0"))).isEmpty();
        assertThat(out.lines().filter(line -> line.startsWith("Killing"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            | line 1: found
            null | found
            [] | line 1: found
            {} | : schema: found none; allowed: "weighbridge/run/4"; fix: take another run folder
            {"schema": "weighbridge/run/99"} | : schema: found "weighbridge/run/99"; allowed: "weighbridge/run/4"; fix: read it with the newer Weighbridge
            {"schema": "weighbridge/run/5"} | fix: read it with the newer Weighbridge that wrote it
            {"schema": "weighbridge/run/1", "settings": 1} | : schema: found "weighbridge/run/1"; allowed: "weighbridge/run/4"; fix: read it with Weighbridge 0.1.0
            {"schema": "weighbridge/run/3", "targets": [1]} | fix: read it with Weighbridge 0.1.0
            {"schema": "weighbridge/summary/1"} | fix: take another run folder
            {"schema": 2} | : schema: found "2"; allowed
            {"schema": "weighbridge/run/4"} | found
            {"schema": "weighbridge/run/4", "targets": null} | found
            {"schema": "weighbridge/run/4", "surplus": 1} | found
            {"schema": "weighbridge/run/4", "ta | : line 1: found Unexpected end-of-input
            <html> | line 1: found Unexpected character
            """)
    void aRunJsonThatIsNoneIsOneLine(String text, String expected) throws Exception {
        Files.writeString(folder.resolve("run.json"), text == null ? "" : text);

        assertRefused(
                run("report", folder.toString()), folder.resolve("run.json").toString(), expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            settings | null | : settings: found none; allowed: the settings of the run; fix: take another run folder
            environment | null | : environment: found none; allowed: the machine that the run was made on; fix:
            main | null | : main: found none; allowed: the process that hammered; fix:
            rounds | [] | : rounds: found none; allowed: one round or more; fix:
            rounds | null | found values that do not belong together; allowed: what a run
            rounds | [{}] | found values that do not belong together; allowed: what a run
            environment | {} | found
            """)
    void aPartOfARunJsonThatIsMissingIsNamedAndNotInJavasWords(String key, String value, String expected)
            throws Exception {
        ObjectNode run = (ObjectNode) Json.tree(Json.write(SampleRun.record()));
        for (boolean leftOut : List.of(false, true)) {
            run.set(key, Json.tree(value));
            if (leftOut && value.equals("null")) {
                run.remove(key);
            }
            Files.writeString(folder.resolve("run.json"), Json.write(run));

            Result result = run("report", folder.toString());
            assertRefused(result, folder.resolve("run.json").toString(), expected);
            assertThat(result.err()).doesNotContain("Exception", "java.", "Cannot invoke", "because");
        }
    }

    @Test
    void everyRunJsonThatIsTornIsOneLine() throws Exception {
        String text = Json.write(SampleRun.record());
        for (int length = 0; length < text.length() - 2; length += 37) {
            Files.writeString(folder.resolve("run.json"), text.substring(0, length));

            assertRefused(
                    run("report", folder.toString()), folder.resolve("run.json").toString(), "found");
        }
    }

    @Test
    void everyRunJsonThatLacksAValueIsOneLineOrAReport() throws Exception {
        List<String> lines = Json.write(SampleRun.record()).lines().toList();
        for (int index = 1; index < lines.size() - 1; index++) {
            String line = lines.get(index).replaceFirst("( : )[^\\[{]+?(,?)$", "$1null$2");
            if (line.equals(lines.get(index)) || index > 200) {
                continue;
            }
            writeLines(lines, index, line);
            Result result = run("report", folder.toString());
            if (result.out().isEmpty()) {
                assertRefused(result, folder.resolve("run.json").toString(), "found");
            }
        }
    }

    private void writeLines(List<String> lines, int index, String line) throws IOException {
        String text = String.join("\n", lines.subList(0, index)) + "\n" + line + "\n"
                + String.join("\n", lines.subList(index + 1, lines.size()));
        Files.writeString(folder.resolve("run.json"), text);
    }

    @Test
    void bytesThatAreNoTextAreOneLine() throws Exception {
        Files.write(folder.resolve("run.json"), new byte[] {'{', (byte) 0xff, (byte) 0xfe});

        assertRefused(
                run("report", folder.toString()), "run.json", "found bytes that are no text; allowed: JSON in UTF-8");
    }

    @Test
    void nestingThatNeverEndsIsOneLine() throws Exception {
        Files.writeString(folder.resolve("run.json"), "[".repeat(1_000_000));

        assertRefused(run("report", folder.toString()), "run.json", "found");
    }

    @Test
    void aLogThatCannotBeReadIsOneLine() throws Exception {
        new RunFolder(folder).write(SampleRun.record());
        Files.createDirectory(folder.resolve("simulation.log"));

        assertRefused(run("report", folder.toString()), folder.toString(), "found files that cannot be read");
    }

    @Test
    void aFolderThatIsNoneIsOneLine() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("gone"));
        Path missing = folder.resolve("missing\u001b[2J");

        assertRefused(run("report", file.toString()), file.toString(), "found a file; allowed: a run folder");
        assertRefused(run("report", link.toString()), link.toString(), "found a link to no folder");
        assertRefused(run("report", missing.toString()), "missing?[2J", "found nothing; allowed: a run folder");
        assertRefused(run("report", folder.toString()), folder.toString(), "found a folder without run.json");
    }

    @Test
    void withoutAFolderItIsTheLatest() {
        assumeFalse(Files.exists(Path.of("results/latest")), "there is a run here");

        assertRefused(run("report"), "results/latest: found nothing", "fix: give one of those in results");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--loud", "report --loud", "report a b", "record", ""})
    void whatNoCommandKnowsIsOneLine(String line) {
        String[] words = line.isEmpty() ? new String[0] : line.split(" ");

        assertRefused(run(words), "weighbridge", "--help lists; fix: leave it out, or write it as it stands there");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reprot                | weighbridge: found "reprot"        | report
            compl                 | weighbridge: found "compl"         | completion
            report --detail       | weighbridge report: found "--detail" | --details
            run --cals 20         | weighbridge run: found "--cals"    | --calls
            run netty --cals=20   | weighbridge run: found "--cals=20" | --calls
            run --keepalive       | weighbridge run: found "--keepalive" | --keepAlive
            gate --thresh 5%      | weighbridge gate: found "--thresh" | --threshold
            capacity --slos=p99   | weighbridge capacity: found "--slos=p99" | --slo
            """)
    void theNearestNameIsTold(String line, String found, String meant) {
        assertRefused(run(line.split(" ")), found, "fix: did you mean " + meant + "?");
    }

    @Test
    void theIndexOfAFolderIsMadeAnewAndItsPathIsSaid() throws Exception {
        writeRun(Files.createDirectory(folder.resolve("burst-1")));
        run("report", folder.resolve("burst-1").toString());

        Result result = run("index", folder.toString());

        assertThat(result).isEqualTo(new Result(0, folder.resolve("index.html") + "\n", ""));
        assertThat(folder.resolve("index.html")).content().contains("1 run", "./burst-1/summary.txt");
    }

    @Test
    void anIndexThatCannotBeMadeIsOneLine() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Files.createDirectories(folder.resolve(".index.html.half/full"));

        assertRefused(
                run("index", file.toString()),
                file.toString(),
                "found a file; allowed: a folder that holds run folders");
        assertRefused(run("index", folder.resolve("gone").toString()), "gone", "found nothing");
        Result result = run("index", folder.toString());
        assertThat(result.err()).hasLineCount(1).startsWith(folder + "/index.html could not be made anew: ");
        assertThat(result.exitStatus()).isEqualTo(1);
    }

    @Test
    void helpAndVersionAreNoMistake() {
        assertThat(run("--version")).isEqualTo(new Result(0, "weighbridge " + WeighbridgeVersion.read() + "\n", ""));
        assertThat(WeighbridgeVersion.read()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        assertThat(run("--help").out())
                .contains("Usage: weighbridge", "\n  report  ", "\n  index  ", "\n  run  ", "\n  doctor  ")
                .doesNotContain("baseline");
        assertThat(run("report", "--help").out()).contains("Usage: weighbridge report", "results/latest");
        assertThat(run("report", "--help").exitStatus()).isZero();
    }

    /** In one line, and not in the words of the parser of the command line. */
    @Test
    void whatIsNoPathIsSaidWithItsCause() {
        String line = "path: found \"a?b\", which is none; allowed: a path; fix: correct it\n";

        assertThat(run("report", "a\0b")).isEqualTo(new Result(1, "", line));
        assertThat(run("gate", "--baseline", "a\0b")).isEqualTo(new Result(1, "", line));
        assertThat(run("index", "a\0b")).isEqualTo(new Result(1, "", line));
    }

    @Test
    void pathsCountFromTheFolderOfTheShell() throws IOException {
        writeRun(Files.createDirectories(folder.resolve("shell/run")));
        System.setProperty(TypedPath.FOLDER, folder.resolve("shell").toString());
        try {
            assertThat(run("report", "run").exitStatus()).isNotEqualTo(1);
            assertThat(run("report").err())
                    .startsWith(folder.resolve("shell/results/latest") + ": found nothing, for the newest run was"
                            + " refused or has not come to its end; allowed: a run folder");
            // A run that is refused leaves no older one as the latest of its results, and of no others.
            new RunFolder(folder.resolve("shell/run")).becomeLatest();
            assertThat(run("run", "--cals", "1", "--results", ".").exitStatus()).isEqualTo(1);
            assertThat(folder.resolve("shell/latest")).doesNotExist();
        } finally {
            System.clearProperty(TypedPath.FOLDER);
        }
    }

    private void writeRun() throws IOException {
        writeRun(folder);
    }

    private static void writeRun(Path path) throws IOException {
        RunFolder run = new RunFolder(path);
        run.write(SampleRun.record());
        try (SimulationLogWriter log = new SimulationLogWriter(run.simulationLog())) {
            log.run("good")
                    .request(List.of(), "good", 1, 2, true, "")
                    .request(List.of(), "good", 5, 1005, false, "Request timeout after 1000 ms")
                    .request(List.of(), "slow", 6, 7, true, "")
                    .request(List.of(), "slow", 8, 9, true, "");
        }
    }

    private void replaceInRun(String old, String other) throws IOException {
        Path file = folder.resolve("run.json");
        Files.writeString(file, Files.readString(file, StandardCharsets.UTF_8).replace(old, other));
    }

    private static void assertRefused(Result result, String... expected) {
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).contains(expected).contains("; allowed: ", "; fix: ");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitStatus()).isEqualTo(1);
    }
}
