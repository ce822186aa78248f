package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.Gap;
import weighbridge.analysis.Ranking;
import weighbridge.analysis.Ranking.NotRanked;
import weighbridge.analysis.Report;
import weighbridge.analysis.SloReport;
import weighbridge.figure.Figure;
import weighbridge.figure.Unit;
import weighbridge.record.Outcome.Kind;
import weighbridge.record.SampleRounds;
import weighbridge.record.SampleRun;
import weighbridge.workload.Settings;
import weighbridge.workload.Workload;

class MarkdownRendererTest {
    /** What GitHub takes as a comment. */
    private static final int MOST_CHARS = 65_536;

    @EachLocale
    void theFormatIsTheSameInEveryLocale(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));

        Golden.check("summary.md", SummaryFiles.markdown(Analysis.of(SampleRun.recording())));
        Golden.check("summary-rounds.md", SummaryFiles.markdown(Analysis.of(SampleRounds.six())));
    }

    @Test
    void aRunWithoutPromisesOrdersAndRemarksHasNoPartsForThem() {
        String text = SummaryFiles.markdown(MadeUp.report().target("a", 1.0).get());

        assertThat(text.lines().filter(line -> line.startsWith("#")))
                .containsExactly("## Weighbridge", "### What was run", "### Again");
    }

    @Test
    void theSettingsThatAreTheDefaultsAreNotRepeated() {
        Report report = MadeUp.report()
                .settings(Settings.from(Workload.Kind.BURST, name -> null))
                .get();

        assertThat(SummaryFiles.markdown(report))
                .contains("- **Settings:** the defaults\n", "```sh\n./mvnw gatling:test\n```\n");
    }

    @Test
    void bestAndTiesReadWithoutColour() {
        String text = SummaryFiles.markdown(MadeUp.report()
                .target("a", Figure.P50_MILLIS, 1.0)
                .target("b", Figure.P50_MILLIS, 1.0)
                .target("c", Figure.P50_MILLIS, 2.0)
                .get());

        assertThat(text.lines().filter(line -> line.startsWith("| a 1.0")))
                .singleElement()
                .asString()
                .startsWith("| a 1.0 | 100.0 | n/a | **1** = | n/a |");
        assertThat(text).contains("**Bold** is best, **bold** = is a tie for it. Marked: the best value seen.");
    }

    @Test
    void manyRemarksAreFoldedTheFaultsFirst() {
        MadeUp report = MadeUp.report().target("a", 1.0).faults("fault").notes(words("note", 20));

        List<String> remarks = SummaryFiles.markdown(report.get())
                .lines()
                .dropWhile(line -> !line.equals("### Remarks"))
                .takeWhile(line -> !line.equals("### What was run"))
                .toList();

        assertThat(remarks.subList(0, 4))
                .containsExactly("### Remarks", "", "- **Not valid:** fault", "- **Remark:** note 0");
        assertThat(remarks)
                .containsSubsequence(
                        "- **Remark:** note 6",
                        "",
                        "<details><summary>13 more</summary>",
                        "",
                        "- **Remark:** note 7",
                        "- **Remark:** note 19",
                        "",
                        "</details>");
    }

    /** As only somebody else's run folder could hold them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a|b",
                "a\\|b",
                "</details><img src=x onerror=alert(1)>",
                "</code></summary><script>",
                "`",
                "``",
                "a`b``c```d",
                "\n```\n# gotcha\n",
                "line\r\nbreak",
                "@somebody and me@x.example",
                "[a](http://x.example) https://x.example www.x.example",
                "- # > 1. a",
                "<!--",
                "-->",
                "&lt;",
                "'; rm -rf ~ #1",
                "\\",
                "\u202e\ud800\u0000",
            })
    void hostileTextsActOnNothing(String text) {
        MadeUp made = MadeUp.report()
                .hostile(text)
                .target("b", 1.0)
                .faults(text)
                .notes(words(text, 20))
                .promise(new SloReport(text, "p99", Unit.MILLIS, text, 50, null, false, failed(text)))
                .ranking(new Ranking(
                        Figure.SECONDS_PER_CALL,
                        6,
                        1.1,
                        List.of(List.of(text), List.of("b")),
                        text + " < b",
                        List.of(),
                        List.of(new NotRanked(text, failed(text))),
                        null))
                .settings(Settings.from(Workload.Kind.BURST, Map.of("targets", "x" + text + "x", "rounds", "6")::get));
        List<String> lines = SummaryFiles.markdown(made.get()).lines().toList();

        assertThat(shape(lines))
                .isEqualTo(shape(SummaryFiles.markdown(harmless().get()).lines().toList()));
        int fence = lines.size() - 3;
        assertThat(lines.get(fence)).matches("`{3,}sh");
        assertThat(lines.get(fence + 2))
                .matches("`{3,}")
                .isEqualTo(lines.get(fence).replace("sh", ""));
        assertThat(lines.get(fence + 1)).doesNotContain(lines.get(fence + 2));
        String outside = String.join("\n", lines.subList(0, fence));
        assertThat(outside.replaceAll("</?code>|</?details>|</?summary>", "")).doesNotContain("<", "script>");
        assertThat(outside).doesNotContain("://", "www.");
        assertThat(outside.replace("@&#8203;", "")).doesNotContain("@");
        assertThat(outside.replaceAll("\\\\.", "")).doesNotContain("`", "[", "_");
        assertThat(outside.replaceAll("\\p{Cf}|[\\p{Cc}&&[^\\n]]|\\p{Cs}", "")).isEqualTo(outside);
    }

    /** What each line begins with, and how many cells it has. */
    private static List<String> shape(List<String> lines) {
        return lines.stream()
                .map(line -> line.startsWith("|")
                        ? "cells " + line.replaceAll("\\\\.", "").split("\\|", -1).length
                        : line.startsWith("`") ? "fence" : line.replaceFirst("(?s)^(- \\*\\*|- |<?[^ ]+).*", "$1"))
                .map(line -> line.startsWith("./mvnw") || line.startsWith("</") ? line.split(" ")[0] : line)
                .toList();
    }

    private static MadeUp harmless() {
        return MadeUp.report()
                .hostile("x")
                .target("b", 1.0)
                .faults("x")
                .notes(words("x", 20))
                .promise(new SloReport("x", "p99", Unit.MILLIS, "x", 50, null, false, failed("x")))
                .ranking(new Ranking(
                        Figure.SECONDS_PER_CALL,
                        6,
                        1.1,
                        List.of(List.of("x"), List.of("b")),
                        "x < b",
                        List.of(),
                        List.of(new NotRanked("x", failed("x"))),
                        null))
                .settings(Settings.from(Workload.Kind.BURST, Map.of("targets", "x", "rounds", "6")::get));
    }

    @Test
    void fiftyOrdinaryTargetsAllFit() {
        MadeUp report = MadeUp.report().notes(words("target-1: 99 % of the machine's processor time", 300));
        Map<Figure, List<Double>> figures = new LinkedHashMap<>();
        Arrays.stream(Figure.values()).forEach(figure -> figures.put(figure, List.of(1.0)));
        IntStream.range(0, 50).forEach(index -> report.target("target-" + index, figures));
        String text = SummaryFiles.markdown(report.get());

        assertThat(text)
                .hasSizeLessThan(MOST_CHARS)
                .contains("| target-49 1.0 |")
                .doesNotContain("targets are left");
        assertThat(text)
                .contains("<details><summary>292 more</summary>")
                .containsPattern(
                        "\n- \\d+ more remarks are left out here; summary.txt has all of them.\n\n</details>\n");
    }

    @Test
    void theLongestTextsFitAndSayWhatWasLeftOut() {
        String longest = "@|".repeat(1_000);
        MadeUp report = MadeUp.report()
                .faults(words(longest, 50))
                .settings(Settings.from(Workload.Kind.BURST, Map.of("targets", "x".repeat(9_000), "rounds", "6")::get));
        List<NotRanked> notRanked = new ArrayList<>();
        for (int index = 0; index < 100; index++) {
            report.hostile(index + longest);
            report.promise(new SloReport(longest, "p99", Unit.MILLIS, longest, 50, null, false, failed(longest)));
            notRanked.add(new NotRanked(longest, failed(longest)));
        }
        for (Figure figure : List.of(Figure.SECONDS_PER_CALL, Figure.PEAK_RSS_BYTES)) {
            report.ranking(new Ranking(figure, 6, 1.1, List.of(List.of(longest)), longest, List.of(), notRanked, null));
        }
        String text = SummaryFiles.markdown(report.get());

        assertThat(text).hasSizeLessThan(60_000);
        assertThat(leftOut(text)).hasSize(5);
        assertThat(leftOut(text).get(0))
                .matches("\\d+ of 100 targets are left out here; summary.txt and targets.csv .*");
    }

    private static List<String> leftOut(String text) {
        return text.lines()
                .filter(line -> line.contains("left out here") || line.contains("too long for here"))
                .collect(Collectors.toList());
    }

    private static String[] words(String text, int count) {
        return IntStream.range(0, count).mapToObj(index -> text + " " + index).toArray(String[]::new);
    }

    private static Gap failed(String reason) {
        return new Gap.Failed(Kind.FAILED_TO_START, reason);
    }
}
