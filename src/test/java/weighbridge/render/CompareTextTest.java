package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.FigureReport;
import weighbridge.compare.ComparedRun;
import weighbridge.compare.ComparedTarget;
import weighbridge.compare.Comparison;
import weighbridge.compare.Runs;
import weighbridge.figure.Figure;

class CompareTextTest {
    private static final Map<Figure, Double> NOISE =
            Map.of(Figure.SECONDS_PER_CALL, 0.02, Figure.P50_MILLIS, 0.021, Figure.SUCCESS_RATIO, 0.0005);

    @EachLocale
    void theComparisonIsTheSameInEveryLocale(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));

        Golden.check("compare.txt", CompareText.format(Comparison.of(List.of(baseline(), later()), 0.05), false));
        Golden.check(
                "compare-all.txt",
                CompareText.format(Comparison.of(List.of(baseline(), later(), elsewhere(), latest()), 0.075), true));
    }

    @Test
    void theLastLineSaysWhatGotWorse() {
        assertThat(ending(baseline(), later()))
                .startsWith("worse: ")
                .endsWith(
                        " points (-10.00 to -10.00), beyond the noise of 0.05 points and the threshold of 0.1 points");
        assertThat(ending(baseline(), baseline()))
                .isEqualTo("same: none of 36 figures changed beyond the noise and the threshold of 5 %");
        assertThat(ending(baseline(), elsewhere())).isEqualTo("not comparable: calls: 800 in A, 2000 in B");
    }

    @Test
    void namesAndVersionsOfSomebodyElseAreOnlyWords() {
        ComparedTarget target = Runs.target("1\u001b[2J\nworse: x", Runs.figures(1, 1));
        ComparedRun run = Runs.run("run\u202e", Map.of("one\r", target), Map.of(), null);

        String text = CompareText.format(Comparison.of(List.of(run, run), 0.05), true);

        assertThat(text.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
        assertThat(text.lines()).noneMatch(line -> line.startsWith("worse"));
    }

    private static String ending(ComparedRun... runs) {
        List<String> lines = CompareText.format(Comparison.of(List.of(runs), 0.05), false)
                .lines()
                .toList();
        return lines.get(lines.size() - 1);
    }

    private static ComparedRun baseline() {
        Map<String, ComparedTarget> targets = new LinkedHashMap<>();
        targets.put("netty", Runs.target("4.2.19.Final", Runs.figures(1, 1)));
        targets.put("jetty", Runs.target("12.1.14", Runs.figures(2, 1)));
        targets.put("spark", Runs.target("2.9.4", Runs.figures(1.5, 1)));
        targets.put("kept", Runs.target("1.0", Runs.figures(1, 1)));
        return Runs.run("burstsimulation-20261123101531000", targets, NOISE, 0.000126);
    }

    /** One got slower, one faster, one fails now and then, one is called otherwise. */
    private static ComparedRun later() {
        Map<String, ComparedTarget> targets = new LinkedHashMap<>();
        targets.put("netty", Runs.target("4.2.20.Final", Runs.figures(1.112, 1)));
        targets.put("jetty", Runs.target("12.1.14", Runs.figures(1.6, 1)));
        Map<Figure, FigureReport> failing = new LinkedHashMap<>(Runs.figures(1.5, 0.9));
        FigureReport none = Runs.figure(Runs.GAP, Runs.GAP, Runs.GAP, Runs.GAP, Runs.GAP, Runs.GAP);
        List.of(
                        Figure.SECONDS_PER_CALL,
                        Figure.P50_MILLIS,
                        Figure.P75_MILLIS,
                        Figure.P95_MILLIS,
                        Figure.P99_MILLIS,
                        Figure.MAX_MILLIS)
                .forEach(figure -> failing.put(figure, none));
        targets.put("spark", Runs.target("2.9.4", failing));
        targets.put("kept", new ComparedTarget("1.0", Map.of("keep-alive", "true"), Runs.figures(1, 1)));
        return new ComparedRun(
                "burstsimulation-20261124101531000",
                true,
                MadeUp.remarks("the generator stood still", "the log is damaged"),
                Runs.CONDITIONS,
                targets,
                Map.of(),
                0.000131);
    }

    /** With other settings. */
    private static ComparedRun elsewhere() {
        return Runs.with(later(), "calls", "2000");
    }

    /** With another choice of targets, of one round. */
    private static ComparedRun latest() {
        Map<Figure, FigureReport> once = new LinkedHashMap<>();
        Runs.figures(1, 1).forEach((figure, report) -> once.put(figure, Runs.figure(report.median())));
        Map<String, ComparedTarget> targets = new LinkedHashMap<>();
        targets.put("netty", Runs.target("4.2.21.Final", once));
        targets.put("tornado", Runs.target("6.2", once));
        return Runs.run("burstsimulation-20261125101531000", targets, Map.of(), null);
    }
}
