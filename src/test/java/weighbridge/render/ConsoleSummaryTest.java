package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.analysis.Remark;
import weighbridge.analysis.Report;
import weighbridge.analysis.Report.Verdict;
import weighbridge.analysis.TargetReport;
import weighbridge.record.Outcome;
import weighbridge.record.Outcome.Kind;
import weighbridge.record.RoundRecord;
import weighbridge.workload.Settings;
import weighbridge.workload.Workload;

/** What a console shows at the end of a run: one screen, of which each line can be read at once. */
class ConsoleSummaryTest {
    private static final TextStyle COLOUR = new TextStyle(TextStyle.CONSOLE.columns(), true);
    private static final int SCREEN_LINES = 45;
    private static final int SCREEN_COLUMNS = 120;

    private static final List<String> NAMES = List.of("jdk-httpserver", "spark", "dropwizard", "jetty", "netty");
    private static final List<String> VERSIONS =
            List.of("17.0.12+7-Ubuntu-1ubuntu222.04", "2.9.4", "5.0.2-beta.3", "12.1.14.v20261101", "4.2.20.Final");
    private static final List<String> PATHS =
            List.of("/hello/World", "/World", "/hello/World", "/?name=World", "/hello?name=World");
    private static final String SENTENCE = "the measured burst may include cold-start effects, ";
    private static final String LONG = SENTENCE.repeat(7);

    private static final Map<String, Report> RUNS = runs();

    private static Map<String, Report> runs() {
        Map<String, Report> runs = new LinkedHashMap<>();
        runs.put("console.txt", noisy(bursts(1)));
        runs.put("console-rounds.txt", noisy(bursts(6)));
        runs.put("console-steady-open.txt", noisy(MadeUpLoads.open()));
        runs.put("console-steady-closed.txt", noisy(MadeUpLoads.closed()));
        runs.put("console-capacity.txt", noisy(capacity()));
        return runs;
    }

    @EachLocale
    void itIsTheSameInEveryLocale(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));

        for (Map.Entry<String, Report> run : RUNS.entrySet()) {
            Golden.check(run.getKey(), plain(run.getValue()));
        }
    }

    @Test
    void fiveTargetsFitOnAScreenWithManyRemarks() {
        RUNS.forEach((name, run) -> assertThat(plain(run).lines())
                .as(name)
                .hasSizeLessThanOrEqualTo(SCREEN_LINES)
                .allMatch(line -> line.length() <= SCREEN_COLUMNS)
                .anyMatch(line -> line.startsWith("More remarks: ")));
    }

    @Test
    void onlyASingleWordIsLongerThanALine() {
        String word = "/a/folder/of/a/long/name".repeat(10);
        Report report = with(bursts(1), List.of("no space in " + word + " any more"), List.of());

        assertThat(plain(report).lines().map(String::strip))
                .contains(word)
                .allMatch(line -> line.length() <= SCREEN_COLUMNS || !line.contains(" "));
    }

    @Test
    void itIsAsciiWithoutAnyControlCharacter() {
        RUNS.values().forEach(run -> assertThat(plain(run)).isASCII().doesNotContainPattern("[\\p{Cc}&&[^\n]]"));
    }

    /** Only colours: nothing moves the cursor, and nothing else is said. */
    @Test
    void coloursChangeNoText() {
        RUNS.forEach((name, run) -> {
            String coloured = SummaryFiles.console(run, false, COLOUR);

            assertThat(coloured).as(name).contains("\u001b[31mNot valid\u001b[0m: ");
            assertThat(coloured.replaceAll("\u001b\\[(31|32|0)m", ""))
                    .as(name)
                    .isEqualTo(plain(run))
                    .doesNotContain("\u001b");
        });
    }

    @Test
    void callsThatFailedStandOut() {
        assertThat(SummaryFiles.console(bursts(1), false, COLOUR).lines())
                .anyMatch(line -> line.startsWith("spark  ") && line.contains("  \u001b[31m75.0%\u001b[0m  "))
                .noneMatch(line -> line.contains("\u001b[31m100.0%"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "4, 0", "5, 0", "6, 1", "12, 7"})
    void eachRemarkIsShownOrCounted(int remarks, int more) {
        Report report = with(MadeUp.report().target("a", 1.0).get(), List.of(), Collections.nCopies(remarks, "short"));

        assertThat(plain(report).lines().filter(line -> line.startsWith("Remark: ")))
                .hasSize(remarks - more);
        assertThat(plain(report).lines().filter(line -> line.startsWith("More remarks: ")))
                .containsExactlyElementsOf(
                        more == 0 ? List.of() : List.of("More remarks: " + more + ", in summary.txt"));
    }

    /** Those that take several lines leave less room, and what matters most comes first. */
    @Test
    void longRemarksAreCountedByTheirLines() {
        Report report = with(
                MadeUp.report().failed("a", Kind.MEASURED, null, "was stopped").get(),
                List.of(LONG),
                List.of("b", "c"));

        assertThat(plain(report).lines().toList())
                .containsSubsequence(
                        "Not valid: the measured burst may include cold-start effects, the measured burst may include cold-start effects, the",
                        "Misbehaved: a 1.0: was stopped",
                        "More remarks: 2, in summary.txt")
                .noneMatch(line -> line.startsWith("Remark"));
    }

    @Test
    void whyATargetFailedIsToldWithTheEndOfItsOutput() {
        Report report = MadeUp.report()
                .failed("a", Kind.DIED_UNDER_LOAD, "exited with 9\n    its output ends with\nNot valid: b")
                .get();

        assertThat(plain(report))
                .contains("\na 1.0 died-under-load: exited with 9\n    its output ends with\n    Not valid: b\n");
    }

    private static String plain(Report report) {
        return SummaryFiles.console(report, false, TextStyle.CONSOLE);
    }

    /** Each remark is longer than a line. */
    private static Report noisy(Report report) {
        return with(report, List.of(SENTENCE.repeat(3).strip(), "b"), List.of(LONG, "d", LONG));
    }

    /** With these beside its own, and without SLOs. */
    private static Report with(Report report, List<String> faults, List<String> notes) {
        return new Report(
                report.schema(),
                report.run(),
                report.generatorWarmup(),
                report.floor(),
                report.rounds(),
                report.targets(),
                report.ranking(),
                List.of(),
                report.main(),
                Verdict.of(
                        Stream.concat(report.verdict().faults().stream(), remarks(faults))
                                .toList(),
                        Stream.concat(report.verdict().notes().stream(), remarks(notes))
                                .toList(),
                        report.targets().stream().map(TargetReport::name).toList()));
    }

    private static Stream<Remark> remarks(List<String> words) {
        return MadeUp.remarks(words.toArray(String[]::new)).stream();
    }

    /** The five default targets, one of which loses calls, without SLOs as in a default run. */
    private static Report bursts(int rounds) {
        MadeUpRun run = new MadeUpRun();
        for (int round = 0; round < rounds; round++) {
            List<MadeUpTarget> targets = new ArrayList<>();
            for (int index = 0; index < NAMES.size(); index++) {
                targets.add(target(index, NAMES.get(index), 4 * index + round));
            }
            int twice = round % NAMES.size();
            run.round(
                    targets,
                    rounds == 1 ? null : target(twice, RoundRecord.again(NAMES.get(twice)), 4 * twice + round));
        }
        return with(run.as("bursts").report(), List.of(), List.of());
    }

    private static MadeUpTarget target(int index, String name, int millis) {
        MadeUpTarget good = MadeUpTarget.good(name, 10 + millis)
                .saying(VERSIONS.get(index), "http://127.0.0.1:800" + index + PATHS.get(index), Outcome.MEASURED);
        return index == 1
                ? good.measuring(Loads.both(
                        Loads.answered(600, 10 + millis, 200, index),
                        Loads.failed(200, 1000, List.of("Request timeout after 1000 ms", "Connection refused"))))
                : good;
    }

    private static Report capacity() {
        Report like = MadeUpLoads.capacity();
        Settings settings = Settings.from(Workload.Kind.CAPACITY, Map.of("targets", String.join(",", NAMES))::get);
        List<TargetReport> targets = List.of(
                MadeUpLoads.holding("jdk-httpserver", MadeUpCards.bySlo()),
                MadeUpLoads.holding("spark", MadeUpCards.byGenerator()),
                MadeUpLoads.holding("dropwizard", MadeUpCards.none()),
                MadeUpLoads.holding("jetty", MadeUpCards.bySlo()),
                MadeUpLoads.holding("netty", MadeUpCards.byGenerator()));
        Report.Run run = like.run();
        return new Report(
                like.schema(),
                new Report.Run(run.id(), run.simulation(), run.startedAt(), true, settings, run.environment()),
                like.generatorWarmup(),
                like.floor(),
                like.rounds(),
                targets,
                like.ranking(),
                like.promises(),
                like.main(),
                like.verdict());
    }
}
