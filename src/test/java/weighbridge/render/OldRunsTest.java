package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.Report;
import weighbridge.record.RecordingReader;
import weighbridge.record.RunFolder;
import weighbridge.text.Json;

/** Real runs of older versions, held against the summaries that those versions made of them. */
class OldRunsTest {
    private static final Path RUNS = Path.of("src/test/resources/runs");

    static Stream<String> runs() throws IOException {
        try (Stream<Path> entries = Files.list(RUNS)) {
            return entries
                    .filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void figuresAreThoseThatTheirOwnVersionTold(String run) throws IOException {
        JsonNode then = Json.tree(Files.readString(RUNS.resolve(run).resolve("summary.json")));
        JsonNode now = Json.tree(SummaryJson.format(report(run)));

        assertThat(now.get("targets")).hasSize(2);
        assertThat(now.at("/verdict/faults")).isEmpty();
        same(then, now, "/run/id", "/run/startedAt", "/run/settings/calls", "/run/settings/warmup", "/main/version");
        for (String target : new String[] {"/targets/0", "/targets/1"}) {
            assertThat(now.at(target + "/calls").asInt()).isEqualTo(20);
            same(
                    then.at(target),
                    now.at(target),
                    "/name",
                    "/version",
                    "/outcome",
                    "/pid",
                    "/url",
                    "/calls",
                    "/counter",
                    "/failures",
                    "/successRatio",
                    "/windowSeconds",
                    "/secondsPerCall",
                    "/peakInFlight",
                    "/latencyMillis",
                    "/memory/idle/rssBytes",
                    "/memory/idle/vmsBytes",
                    "/memory/after/rssBytes",
                    "/memory/peakRssBytes",
                    "/memory/deltaRssBytes",
                    "/startupMillis");
        }
        same(then, now, "/main/memory/idle/rssBytes", "/main/memory/after/rssBytes");
    }

    @ParameterizedTest
    @MethodSource("runs")
    void whatIsSaidIsValidAgainstTheSchemaOfToday(String run) throws IOException {
        assertThat(FormatsTest.faults(SummaryJson.format(report(run)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theSameBytesComeOutTwice(String run) {
        assertThat(SummaryJson.format(report(run))).isEqualTo(SummaryJson.format(report(run)));
        assertThat(ConsoleSummary.format(report(run))).isEqualTo(ConsoleSummary.format(report(run)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void figuresOfThreeKindsAreSaidOnTheConsole(String run) {
        assertThat(ConsoleSummary.format(report(run)))
                .contains("with 100.0% success - Counter({200: 20})", "Linux PID= ", "MiB  rss +")
                .doesNotContain("null", "NaN");
    }

    @ParameterizedTest
    @MethodSource("runs")
    void whatTheyDidNotRecordIsNotMadeUpInAnyFormat(String run) {
        Report report = report(run);

        assertThat(Headline.of(report)).isEqualTo("Both targets answered all of their calls in time.");
        assertThat(MarkdownSummary.format(report)).contains("n/a").doesNotContain("null", "NaN");
        assertThat(TargetsCsv.format(report))
                .contains(",success,success,ratio,1,,,1,1\n")
                .doesNotContain("null", "NaN");
    }

    private static Report report(String run) {
        return Analysis.of(RecordingReader.read(new RunFolder(RUNS.resolve(run))));
    }

    private static void same(JsonNode then, JsonNode now, String... pointers) {
        Arrays.stream(pointers)
                .forEach(pointer -> assertThat(now.at(pointer)).as(pointer).isEqualTo(then.at(pointer)));
    }
}
