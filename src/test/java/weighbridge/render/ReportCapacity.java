package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;
import static weighbridge.render.ChartView.CLOSE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;
import weighbridge.analysis.CapacityTrace;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.StepVerdict;
import weighbridge.render.ChartView.Point;
import weighbridge.statistics.Medians;
import weighbridge.workload.Purpose;

/** The page of a run that looked for capacities, and that of a steady one. */
abstract class ReportCapacity extends PageTest {
    private static final String LATENCY = "Capacity: p99 over the rate";
    private static final Map<StepVerdict, String> VERDICTS = Map.of(
            StepVerdict.KEPT, "SLO met",
            StepVerdict.BROKEN, "SLO broken",
            StepVerdict.INCONCLUSIVE, "inconclusive",
            StepVerdict.UNJUDGED, "not judged");
    private static final String MEMORY = "Capacity: memory over the rate";
    private static final String USERS = "Capacity: throughput over calls in flight (USL)";

    private static TargetReport target(String name) {
        return RunCase.CAPACITY.made().report().targets().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Those at a rate but for the warm-up, by rate and in the order in which they were made. */
    private static List<ProbeReport> rated(String name) {
        return target(name).capacity().probes().stream()
                .filter(probe -> probe.load().offeredCallsPerSecond() != null && probe.purpose() != Purpose.WARM_UP)
                .sorted(Comparator.comparing((ProbeReport probe) -> probe.load().offeredCallsPerSecond()))
                .toList();
    }

    private static List<Point> points(String name, Function<ProbeReport, Double> value) {
        return rated(name).stream()
                .filter(probe -> value.apply(probe) != null)
                .map(probe -> new Point(probe.load().offeredCallsPerSecond(), value.apply(probe)))
                .toList();
    }

    private static Double p99(ProbeReport probe) {
        return probe.load().plannedLatencyMillis() == null
                ? null
                : probe.load().plannedLatencyMillis().p99();
    }

    private static Double mebibytes(Long bytes) {
        return bytes == null ? null : bytes / Expected.MIB;
    }

    @Test
    @Looks(RunCase.CAPACITY)
    void latencyAndMemoryAreThoseOfTheProbes() {
        assertThat(chart(LATENCY).points())
                .isEqualTo(Map.of(
                        "netty",
                        points("netty", ReportCapacity::p99),
                        "{a}jetty",
                        points("{a}jetty", ReportCapacity::p99)));
        assertThat(points("netty", ReportCapacity::p99)).hasSize(18);
        Map<String, List<Point>> memory = chart(MEMORY).points();
        for (String name : List.of("netty", "{a}jetty", "spark")) {
            assertThat(memory.get(name + " RSS")).isEqualTo(points(name, probe -> mebibytes(probe.rssBytes())));
            assertThat(memory.get(name + " peak")).isEqualTo(points(name, probe -> mebibytes(probe.peakRssBytes())));
        }
    }

    @Test
    @Looks(RunCase.CAPACITY)
    void theTableBehindTheLatenciesHasAlsoProbesWithoutAPoint() {
        List<List<String>> expected = new ArrayList<>();
        for (String name : List.of("netty", "{a}jetty", "spark")) {
            rated(name)
                    .forEach(probe -> expected.add(List.of(
                            name,
                            Integer.toString(probe.number()),
                            probe.purpose().label(),
                            plain(probe.load().offeredCallsPerSecond()),
                            p99(probe) == null ? "n/a" : "a number",
                            VERDICTS.get(probe.verdict()))));
        }
        List<List<String>> rows = chart(LATENCY).table();
        assertThat(rows.stream()
                        .map(row -> List.of(
                                row.get(0),
                                row.get(1),
                                row.get(2),
                                row.get(3),
                                row.get(4).equals("n/a") ? "n/a" : "a number",
                                row.get(5)))
                        .toList())
                .isEqualTo(expected);
        assertThat(rows.stream()
                        .map(row -> row.get(4))
                        .filter(text -> !text.equals("n/a"))
                        .map(Double::valueOf)
                        .toList())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 * a ? 0 : Double.compare(a, b))
                .isEqualTo(Stream.of("netty", "{a}jetty")
                        .flatMap(name -> rated(name).stream())
                        .map(ReportCapacity::p99)
                        .filter(Objects::nonNull)
                        .toList());
        assertThat(chart(LATENCY).ask("return figure.textContent").asString())
                .contains("2 load steps had too few answers for a p99");
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** Without their colours. */
    @Test
    @Looks(RunCase.CAPACITY)
    void verdictsAreToldByTheShapesOfPoints() {
        JsonNode looks = chart(LATENCY).ask("""
                return chart.getOption().series.filter((series) => series.data.some((point) => point.step)).map((series) => series.data.map((point) =>
                  [point.step.verdict, [point.symbol, point.symbolSize, point.itemStyle.borderWidth || 0].join(" ")]))
                """);
        List<String> ofNetty = looks(looks.get(0));
        List<String> ofJetty = looks(looks.get(1));

        assertThat(ofNetty).hasSize(2).anyMatch(look -> look.startsWith("kept circle 9 0"));
        assertThat(ofNetty).anyMatch(look -> look.startsWith("broken path:"));
        assertThat(ofJetty).containsExactlyInAnyOrder("kept rect 9 0", "generator rect 9 2");
    }

    private static List<String> looks(JsonNode points) {
        List<String> looks = new ArrayList<>();
        points.forEach(
                point -> looks.add(point.get(0).asString() + " " + point.get(1).asString()));
        return looks.stream().distinct().toList();
    }

    /** Three processes confirmed one rate: three points, and one of the line. */
    @Test
    @Looks(RunCase.CAPACITY)
    void theLinesGoThroughTheMedianOfEachRate() {
        JsonNode lines = chart(LATENCY).ask("""
                return chart.getOption().series.filter((series) => series.name && Array.isArray(series.data[0]))
                  .map((series) => series.data)
                """);
        Map<Double, List<Double>> byRate = new TreeMap<>();
        points("netty", ReportCapacity::p99)
                .forEach(point -> byRate.computeIfAbsent(point.x(), rate -> new ArrayList<>())
                        .add(point.y()));

        assertThat(byRate.get(2100.0)).hasSize(3);
        assertThat(lines.get(0).size()).isEqualTo(byRate.size()).isLessThan(18);
        int index = 0;
        for (Map.Entry<Double, List<Double>> rate : byRate.entrySet()) {
            double[] values =
                    rate.getValue().stream().mapToDouble(Double::doubleValue).toArray();
            JsonNode point = lines.get(0).get(index++);
            assertThat(point.get(0).asDouble()).isEqualTo(rate.getKey());
            assertThat(point.get(1).asDouble()).isEqualTo(Medians.median(values), CLOSE);
        }
    }

    @Test
    @Looks(RunCase.CAPACITY)
    void theLimitAndTheRatesThatWereHeldAreLines() {
        String lines =
                "return chart.getOption().series.flatMap((series) => series.markLine ? series.markLine.data : [])"
                        + ".map(({ xAxis, yAxis }) => ({ xAxis, yAxis }))";

        assertThat(chart(LATENCY).ask(lines).toString())
                .isEqualTo("[{\"xAxis\":4200},{\"xAxis\":6000},{\"yAxis\":50}]");
        assertThat(chart(MEMORY).ask(lines).toString()).isEqualTo("[{\"xAxis\":4200},{\"xAxis\":6000}]");
        assertThat(chart(LATENCY)
                        .ask("const [axis] = chart.getOption().yAxis; return [axis.type, axis.min, axis.max]")
                        .toString())
                .isEqualTo("[\"log\",1,10000]");
    }

    @Test
    @Looks(RunCase.CAPACITY)
    void theLawIsDrawnToTwiceTheUsersThatWereMeasured() {
        Map<String, List<Point>> points = chart(USERS).points();
        CapacityTrace law = RunCase.CAPACITY.made().traces().capacities().get(0);

        assertThat(points.keySet()).containsExactly("netty", "netty, USL");
        assertThat(points.get("netty")).extracting(Point::x).containsExactly(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0);
        List<Point> line = points.get("netty, USL");
        assertThat(line).extracting(Point::x).isEqualTo(law.users());
        assertThat(line).extracting(Point::y).isEqualTo(law.callsPerSecond());
        assertThat(line.get(0)).isEqualTo(new Point(1, 610.0));
        Point last = line.get(line.size() - 1);
        assertThat(last.x()).isEqualTo(128);
        assertThat(last.y()).isEqualTo(610.0 * 128 / (1 + 0.02 * 127 + 0.0004 * 128 * 127), CLOSE);
    }

    @Test
    @Looks(RunCase.CAPACITY)
    void aPointSaysWhatItIs() {
        ProbeReport broken = rated("netty").get(16);

        assertThat(broken.number()).isEqualTo(8);
        assertThat(chart(LATENCY).tip("netty", 5600, p99(broken)))
                .contains(
                        "netty: load step 8, narrow",
                        "offered: 5,600 calls/s",
                        "achieved: 5,208 calls/s",
                        "failed: 2.0 %",
                        "result: SLO broken; p99 < 50 ms: 61.3 ms; achieved 93 % of what was offered");
    }

    /** Its loads are told by their numbers and mean rates, for no log has their calls. */
    @Test
    @Looks(RunCase.CAPACITY)
    void theMemoryOfATargetStandsBesideItsProbes() {
        Map<String, List<Point>> lines = chart("netty: memory and load").points();

        assertThat(lines).containsOnlyKeys("RSS", "warm-up, mean", "load steps, mean", "CPU");
        assertThat(lines.get("load steps, mean"))
                .extracting(Point::y)
                .contains(250.0, 8000.0)
                .hasSize(5 * 25);
        JsonNode areas = chart("netty: memory and load")
                .ask(
                        "return chart.getOption().series[0].markArea.data.map(([from]) => from.name).filter((name) => name)");
        assertThat(areas.toString()).contains("\"25\"", "\"26\"");
    }

    @Test
    @Looks(RunCase.CAPACITY)
    void nothingIsMissingWithoutSayingSo() {
        checkWords();
        assertThat(sections())
                .containsExactly(
                        "summary-title",
                        "each-title",
                        "capacity-title",
                        "memory-title",
                        "generator-title",
                        "run-title");
        assertThat(browser.json("[...document.querySelectorAll('nav a[href^=\"#\"]')].map((one) => one.hash)")
                        .toString())
                .isEqualTo("[\"#each\",\"#capacity\",\"#memory\",\"#generator\",\"#run\"]");
    }

    @Test
    @Looks(RunCase.STEADY)
    void aSteadyRunHasItsLoadsAndAllThatABurstHas() {
        checkWords();
        assertThat(sections())
                .containsExactly(
                        "summary-title",
                        "each-title",
                        "load-title",
                        "memory-title",
                        "latency-title",
                        "rounds-title",
                        "generator-title",
                        "run-title");
        assertThat(ChartView.titles(browser))
                .contains(
                        "netty: memory and load",
                        "Latency by percentile",
                        "netty: failed calls, measured",
                        "seconds/call");
        assertThat(chart("netty: memory and load").points().get("succeeded")).isNotEmpty();
        assertThat(browser.json("document.getElementById('load').textContent").asString())
                .contains("open, at most 500 in flight, for 10 s, keep-alive")
                .contains("closed, 8 users, for 10 s, a new connection for each call");
    }

    private static List<String> sections() {
        List<String> sections = new ArrayList<>();
        browser.json("[...document.querySelectorAll('section')].map((one) => one.getAttribute('aria-labelledby'))")
                .forEach(section -> sections.add(section.asString()));
        return sections;
    }

    private static void checkWords() {
        assertThat(browser.json("document.querySelector('main').textContent").asString())
                .doesNotContain("NaN", "undefined", "null", "Infinity");
    }

    /** All of it without a mouse. */
    @Test
    void theProbesAreSortedAndTheTargetsChosenByKeys() {
        open(RunCase.CAPACITY);
        browser.script("document.querySelector('#capacity > details > summary').focus()");
        browser.press(Keys.ENTER, Keys.TAB);
        browser.script("[...document.querySelectorAll('#capacity th button')]"
                + ".find((one) => one.textContent === 'p99 ms').focus()");
        browser.press(Keys.ENTER);
        assertThat(column("p99 ms").subList(0, 2)).containsExactly("1.63", "1.67");
        browser.press(Keys.ENTER);
        List<String> falling = column("p99 ms");
        assertThat(falling.get(0)).isEqualTo("1,120");
        assertThat(falling.subList(falling.size() - 2, falling.size())).containsExactly("n/a", "n/a");

        choose("Targets:", "{a}jetty");
        assertThat(chart(LATENCY).points()).containsOnlyKeys("{a}jetty");
        assertThat(chart(MEMORY).points()).containsOnlyKeys("{a}jetty RSS", "{a}jetty peak");
        assertThat(chart(USERS).points()).isEmpty();
        choose("Targets:", "spark");
        assertThat(chart(LATENCY).points()).isEmpty();
        assertThat(chart(LATENCY).ask("return figure.textContent").asString()).contains("spark; nothing was measured");
        assertThat(browser.complaints()).isEmpty();
    }

    private static List<String> column(String label) {
        List<String> cells = new ArrayList<>();
        browser.json("""
                        ((table) => {
                          const place = [...table.tHead.rows[0].cells].findIndex((head) => head.textContent === arguments[0]);
                          return [...table.tBodies[0].rows].map((row) => row.cells[place].textContent);
                        })(document.querySelector("#capacity .sortable"))""", label).forEach(cell -> cells.add(cell.asString()));
        return cells;
    }
}
