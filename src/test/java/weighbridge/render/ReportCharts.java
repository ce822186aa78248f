package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;
import static weighbridge.render.ChartView.CLOSE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import weighbridge.analysis.BurstTrace;
import weighbridge.analysis.FigureReport;
import weighbridge.analysis.TargetReport;
import weighbridge.analysis.TargetTrace;
import weighbridge.analysis.TargetTrace.MomentTrace;
import weighbridge.figure.Figure;
import weighbridge.render.ChartView.Point;

/** Each chart, and the table behind it, has the points of what the page was made from. */
abstract class ReportCharts extends PageTest {
    private static final String PERCENTILES = "Latency by percentile";
    private static final String HISTOGRAM = "Latency: histogram";
    private static final String DOTS = "Latency: each call over time";

    @Test
    @Looks(RunCase.DEFAULT_FIVE)
    void memoryAndLoadAreThoseOfTheTraces() {
        for (String name : List.of("netty", "dropwizard")) {
            TargetTrace trace = RunCase.DEFAULT_FIVE.trace(name, 1);
            Map<String, List<Point>> points = chart(name + ": memory and load").points();
            assertThat(points.get("RSS")).isEqualTo(Expected.rss(trace));
            assertThat(points.get("CPU")).isEqualTo(Expected.track(trace.cores(), 1));
            assertThat(points.get("PSS")).isEqualTo(Expected.moments(trace, MomentTrace::pssBytes));
            assertThat(points.get("live heap")).isEqualTo(Expected.moments(trace, MomentTrace::liveHeapBytes));
            BurstTrace measured = RunCase.DEFAULT_FIVE.burst(name, "measured");
            double peak = trace.peakRssBytes() / Expected.MIB;
            assertThat(points.get("RSS peak"))
                    .containsExactly(
                            new Point(measured.fromMillis() / 1000.0, peak),
                            new Point(measured.toMillis() / 1000.0, peak));
            for (BurstTrace burst : trace.bursts()) {
                checkRates(points.get("succeeded"), burst, burst.rates().ok());
                if (!burst.causes().isEmpty()) {
                    checkRates(points.get("failed"), burst, Expected.failed(burst));
                }
                assertThat(points.get("in flight")).containsAll(Expected.track(burst.inFlight(), 1));
            }
        }
        assertThat(chart("Generator: memory and CPU").points().get("RSS"))
                .isEqualTo(Expected.rss(RunCase.DEFAULT_FIVE.trace("main", 1)));
    }

    private static void checkRates(List<Point> points, BurstTrace burst, List<Integer> counts) {
        int millis = burst.rates().binMillis();
        for (int bin = 0; bin < counts.size(); bin++) {
            double middle = (burst.fromMillis() + (bin + 0.5) * millis) / 1000;
            assertThat(Expected.stepAt(points, middle))
                    .as("calls/s at %s s", middle)
                    .isEqualTo(counts.get(bin) * 1000.0 / millis, CLOSE);
        }
        double end = (burst.fromMillis() + counts.size() * millis) / 1000.0;
        assertThat(points).as("ends with the burst").contains(new Point(end, 0.0), new Point(end, null));
    }

    /** Over the time since the first weighing of the round of each. */
    @Test
    @Looks(RunCase.TEN)
    void theOverviewHasTheMemoryOfAll() {
        Map<String, List<Point>> lines = chart("All targets: RSS over time").points();
        assertThat(lines).hasSize(9).doesNotContainKeys("broken", "main");
        lines.forEach((name, line) -> assertClose(line, Expected.rss(RunCase.TEN.trace(name, 1))));
    }

    @Test
    @Looks(RunCase.DEFAULT_FIVE)
    void latenciesAreThoseOfTheTraces() {
        Map<String, List<Point>> curves = chart(PERCENTILES).points();
        Map<String, List<Point>> bars = chart(HISTOGRAM).points();
        Map<String, List<Point>> dots = chart(DOTS).points();
        for (TargetReport target : RunCase.DEFAULT_FIVE.made().report().targets()) {
            BurstTrace burst = RunCase.DEFAULT_FIVE.burst(target.name(), "measured");
            assertThat(curves.get(target.name())).isEqualTo(Expected.percentiles(burst.ok(), 0.5));
            assertClose(
                    withoutEnd(bars.get(target.name())),
                    Expected.histogram(
                            burst.ok(), 100.0 / burst.calls() / burst.ok().binMillis()));
            assertThat(dots.get(target.name())).isEqualTo(Expected.dots(burst, true, 0.5));
        }
        BurstTrace failing = RunCase.DEFAULT_FIVE.burst("dropwizard", "measured");
        assertThat(curves.get("dropwizard failed")).isEqualTo(Expected.percentiles(failing.ko(), 0.5));
        assertThat(dots.get("dropwizard failed")).isEqualTo(Expected.dots(failing, false, 0.5));
        assertThat(curves).hasSize(6);
        assertThat(dots).hasSize(6);
    }

    /** The point behind the last bar, which closes it. */
    private static List<Point> withoutEnd(List<Point> bars) {
        assertThat(bars.get(bars.size() - 1).y()).isZero();
        return bars.subList(0, bars.size() - 1);
    }

    private static void assertClose(List<Point> actual, List<Point> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int index = 0; index < actual.size(); index++) {
            assertThat(actual.get(index).x()).isEqualTo(expected.get(index).x(), CLOSE);
            assertThat(actual.get(index).y()).isEqualTo(expected.get(index).y(), CLOSE);
        }
    }

    @Test
    @Looks(RunCase.ALL_FAILED)
    void failuresAreThoseOfTheTracesByCause() {
        BurstTrace burst = RunCase.ALL_FAILED.burst("mixed", "measured");
        Map<String, List<Point>> points = chart("mixed: failed calls, measured").points();
        assertThat(points).hasSize(burst.causes().size());
        for (int cause = 0; cause < burst.causes().size(); cause++) {
            int place = cause;
            List<Point> bars = points.entrySet().stream()
                    .filter(series ->
                            series.getKey().startsWith(burst.causes().get(place).label()))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
            assertThat(bars.stream().map(bar -> bar.y().intValue()).toList())
                    .isEqualTo(burst.rates().ko().get(cause));
            assertThat(bars.get(0).x()).isEqualTo(burst.fromMillis() / 1000.0, Offset.offset(0.0005));
        }
        assertThat(points.keySet()).anyMatch(name -> name.contains("status 503"));
    }

    @Test
    @Looks(RunCase.SIX_ROUNDS)
    void roundsHaveTheirValuesMediansIntervalsAndNoise() {
        // The key of the figure in the summary, the title of the chart, and what a value is multiplied by.
        checkRounds("secondsPerCall", "seconds/call", 1e6);
        checkRounds("p99", "p99", 1);
        checkRounds("idleRss", "RSS idle", 1 / Expected.MIB);
        checkRounds("startup", "start-up", 1);
    }

    private static void addRow(
            List<List<String>> table, TargetReport target, String which, Double value, double factor) {
        if (value != null) {
            table.add(List.of(target.name(), which, number(value * factor)));
        }
    }

    private static void checkRounds(String key, String title, double factor) {
        ChartView chart = chart(title);
        List<TargetReport> targets = RunCase.SIX_ROUNDS.made().report().targets();
        List<Double> values = targets.stream()
                .flatMap(target -> target.figure(Figure.of(key).orElseThrow()).values().stream())
                .filter(Objects::nonNull)
                .map(value -> value * factor)
                .toList();
        assertSame(chart.points().get("rounds").stream().map(Point::y).toList(), values);
        List<FigureReport> figures = targets.stream()
                .map(target -> target.figure(Figure.of(key).orElseThrow()))
                .toList();
        assertSame(
                chart.points().get("median").stream().map(Point::y).toList(),
                figures.stream().map(figure -> figure.median() * factor).toList());
        JsonNode marks = chart.ask("""
                const { markArea, markLine } = chart.getOption().series[0];
                const tops = (lines) => lines.map(([from, to]) => [from.coord[1], to.coord[1]]);
                return [tops(markLine.data).filter(([from, to]) => from !== to), markArea ? tops(markArea.data) : []];
                """);
        assertSame(
                numbers(marks.get(0)),
                figures.stream()
                        .filter(figure -> !figure.low().equals(figure.high()))
                        .flatMap(figure -> List.of(figure.low() * factor, figure.high() * factor).stream())
                        .toList());
        Double noise = RunCase.SIX_ROUNDS
                .made()
                .report()
                .rounds()
                .noise()
                .get(Figure.of(key).orElseThrow());
        List<List<String>> table = new ArrayList<>();
        for (TargetReport target : targets) {
            FigureReport figure = target.figure(Figure.of(key).orElseThrow());
            int round = 0;
            for (Double value : figure.values()) {
                addRow(table, target, "round " + ++round, value, factor);
            }
            addRow(table, target, "median", figure.median(), factor);
            addRow(table, target, "95 % interval from", figure.low(), factor);
            addRow(table, target, "to", figure.high(), factor);
            addRow(table, target, "A/A noise from", noise == null ? null : figure.median() / noise, factor);
            addRow(table, target, "to", noise == null ? null : figure.median() * noise, factor);
        }
        assertThat(chart.table().stream()
                        .map(row -> List.of(row.get(0), row.get(1), plain(row.get(2))))
                        .toList())
                .as("table of " + title)
                .isEqualTo(table);
        assertSame(
                numbers(marks.get(1)),
                noise == null
                        ? List.of()
                        : figures.stream()
                                .flatMap(figure ->
                                        List.of(figure.median() * factor / noise, figure.median() * factor * noise)
                                                .stream())
                                .toList());
    }

    private static List<Double> numbers(JsonNode pairs) {
        List<Double> numbers = new ArrayList<>();
        pairs.forEach(pair -> pair.forEach(number -> numbers.add(number.asDouble())));
        return numbers;
    }

    private static void assertSame(List<Double> actual, List<Double> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int index = 0; index < actual.size(); index++) {
            assertThat(actual.get(index))
                    .isEqualTo(expected.get(index), Offset.offset(1e-9 * Math.abs(expected.get(index)) + 1e-9));
        }
    }

    @Test
    @Looks(RunCase.MILLION)
    void ofAMillionCallsItSaysHowManyAreDrawnAndDrawsTheExtremes() {
        BurstTrace burst = RunCase.MILLION.burst("netty", "measured");
        assertThat(browser.json("document.getElementById('latency').textContent")
                        .asString())
                .contains(String.format(
                        Locale.ROOT,
                        "%,d of 1,000,000 calls",
                        burst.dots().atMillis().size()));
        List<Point> dots = chart(DOTS).points().get("succeeded");
        assertThat(dots).isEqualTo(Expected.dots(burst, true, 0.5));
        assertThat(dots).extracting(Point::y).contains((double) Loads.SLOWEST_MILLIS);
        assertThat(dots)
                .as("the fastest, drawn at the least that the scale has")
                .contains(new Point(3456, 0.5));
    }

    @Test
    @Looks(RunCase.ONE)
    void theTableBehindEachChartHasItsPoints() {
        checkTables();
    }

    @Test
    @Looks(RunCase.SIX_ROUNDS)
    void theTableBehindEachChartOfSeveralRoundsHasItsPoints() {
        checkTables();
    }

    @Test
    @Looks(RunCase.ALL_FAILED)
    void theTableBehindEachChartOfFailuresHasItsPoints() {
        checkTables();
    }

    private static void checkTables() {
        for (String title : ChartView.titles(browser)) {
            List<List<String>> rows = chart(title).table();
            if (chart(title).points().containsKey("rounds") || title.equals(ReportTargets.PICTURE)) {
                assertThat(rows)
                        .as(title)
                        .isNotEmpty(); // of targets and rounds by name: see checkRounds, ReportTargets
                continue;
            }
            List<List<String>> expected = new ArrayList<>();
            chart(title)
                    .exactPoints()
                    .forEach((name, points) -> points.stream()
                            .filter(point -> point.y() != null)
                            .forEach(point -> expected.add(List.of(name, number(point.x()), number(point.y())))));
            assertThat(rows.stream()
                            .map(row -> List.of(row.get(0), plain(row.get(1)), plain(row.get(2))))
                            .toList())
                    .as(title)
                    .isEqualTo(expected);
        }
    }

    private static String plain(String number) {
        return number(Double.parseDouble(number.replace(",", "")));
    }

    /** With as many digits as can be compared. */
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.9g", value);
    }
}
