package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;
import weighbridge.analysis.BurstTrace;
import weighbridge.render.ChartView.Point;
import weighbridge.render.Sheet.Cell;
import weighbridge.render.Sheet.Table;

/** What a reader does with a page, by mouse and by keyboard: sort, zoom, choose. */
abstract class ReportUse extends PageTest {
    private static final String PERCENTILES = "Latency by percentile";

    @Test
    void eachColumnSortsUpDownAndBack() {
        open(RunCase.TEN);
        Table table = TargetsTable.of(RunCase.TEN.made().report());
        List<String> given = table.rows().stream().map(ReportUse::name).toList();

        for (int column = 0; column < table.columns().size(); column++) {
            String button = "#targets thead th:nth-child(" + (column + 1) + ") button";
            browser.click(button);
            assertThat(names()).as("up by column %s", column).isEqualTo(sorted(table, column, false));
            assertThat(sorts()).isEqualTo(only(column, "ascending", table));
            browser.press(Keys.ENTER);
            assertThat(names()).as("down by column %s", column).isEqualTo(sorted(table, column, true));
            assertThat(sorts()).isEqualTo(only(column, "descending", table));
            browser.press(Keys.SPACE);
            assertThat(names()).as("back by column %s", column).isEqualTo(given);
            assertThat(sorts()).isEqualTo(only(column, "none", table));
        }
    }

    /** Where values are not known they are last, up and down. */
    private static List<String> sorted(Table table, int column, boolean down) {
        List<List<Cell>> rows = new ArrayList<>(table.rows());
        boolean words = !table.columns().get(column).isNumber();
        Comparator<List<Cell>> order = words
                ? Comparator.comparing(row -> row.get(column).text())
                : Comparator.comparing(row -> row.get(column).value());
        List<List<Cell>> known = rows.stream()
                .filter(row -> words || row.get(column).value() != null)
                .sorted(down ? order.reversed() : order)
                .toList();
        rows.removeAll(known);
        List<String> names = new ArrayList<>(known.stream().map(ReportUse::name).toList());
        rows.forEach(row -> names.add(name(row)));
        return names;
    }

    private static String name(List<Cell> row) {
        return row.get(0).text();
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        browser.json(
                        "[...document.querySelectorAll('#targets tbody th')].map((head) => head.firstChild.textContent.trim())")
                .forEach(name -> names.add(name.asString()));
        return names;
    }

    private static List<String> sorts() {
        List<String> sorts = new ArrayList<>();
        browser.json(
                        "[...document.querySelectorAll('#targets thead th')].map((head) => head.getAttribute('aria-sort') || 'none')")
                .forEach(sort -> sorts.add(sort.asString()));
        return sorts;
    }

    private static List<String> only(int column, String sort, Table table) {
        List<String> sorts = new ArrayList<>(Collections.nCopies(table.columns().size(), "none"));
        sorts.set(column, sort);
        return sorts;
    }

    @Test
    void theMemoryChartZoomsByADragAndByItsButtons() {
        open(RunCase.ONE);
        ChartView chart = chart("netty: memory and load");
        List<Long> times = RunCase.ONE.trace("netty", 1).rssBytes().atMillis();
        BurstTrace burst = RunCase.ONE.burst("netty", "measured");
        double from = burst.fromMillis() / 1000.0;
        double to = burst.toMillis() / 1000.0;

        chart.press("Whole round");
        assertThat(chart.zoom()[0]).isLessThanOrEqualTo(times.get(0) / 1000.0);
        assertThat(chart.zoom()[1]).isGreaterThanOrEqualTo(times.get(times.size() - 1) / 1000.0);

        double pixel = (chart.zoom()[1] - chart.zoom()[0]) / 500;
        chart.drag("RSS", from, 10, to, 40);
        checkZoom(chart, from, to, pixel);

        chart.press("Measured");
        assertThat(chart.zoom()[0]).isBetween(from - (to - from), from);
        assertThat(chart.zoom()[1]).isBetween(to, to + (to - from));
        assertThat(pressed()).isEqualTo("Measured");

        double middle = (from + to) / 2;
        chart.drag("RSS", from, 10, middle, 40);
        checkZoom(chart, from, middle, pixel);
        assertThat(pressed()).as("none of the buttons shows this").isEmpty();

        String text = "getComputedStyle(document.body).color";
        String light = browser.json(text).asString();
        browser.dark(true);
        assertThat(browser.until(text + " !== given[0]", light)).isTrue();
        checkZoom(chart, from, middle, pixel);
        double quarter = (from + middle) / 2;
        chart.drag("RSS", quarter, 10, middle, 40);
        checkZoom(chart, quarter, middle, pixel);
    }

    private static void checkZoom(ChartView chart, double from, double to, double within) {
        assertThat(chart.zoom()).containsExactly(new double[] {from, to}, Offset.offset(within));
    }

    /** The buttons above the first chart that are pressed. */
    private static String pressed() {
        return browser.json("[...document.querySelector('.views').querySelectorAll('[aria-pressed=true]')]"
                        + ".map((one) => one.textContent).join()")
                .asString();
    }

    @Test
    void theLatencyChartsFollowTheirSelectors() {
        open(RunCase.DEFAULT_FIVE);
        BurstTrace measured = RunCase.DEFAULT_FIVE.burst("dropwizard", "measured");
        BurstTrace cold = RunCase.DEFAULT_FIVE.burst("dropwizard", "cold");

        choose("Targets:", "dropwizard");
        assertThat(chart(PERCENTILES).points()).containsOnlyKeys("succeeded", "failed");
        List<Point> bars = chart("Latency: histogram").points().get("failed");
        assertThat(bars.subList(0, bars.size() - 1))
                .isEqualTo(Expected.histogram(measured.ko(), 1.0 / measured.ko().binMillis()));

        choose("Scale:", "linear");
        assertThat(chart(PERCENTILES).points().get("succeeded")).isEqualTo(Expected.percentiles(measured.ok(), 0));
        assertThat(scale()).isEqualTo("value");
        choose("Scale:", "logarithmic");
        assertThat(scale()).isEqualTo("log");

        choose("Burst:", "cold");
        assertThat(chart(PERCENTILES).points().get("succeeded")).isEqualTo(Expected.percentiles(cold.ok(), 1));
        choose("Targets:", "all");
        assertThat(chart(PERCENTILES).points().keySet())
                .containsExactly("jdk-httpserver", "spark", "dropwizard", "jetty", "netty");
    }

    private static String scale() {
        return chart(PERCENTILES).ask("return chart.getOption().yAxis[0].type").asString();
    }

    @Test
    void theRoundThatIsShownCanBeChosen() {
        open(RunCase.SIX_ROUNDS);

        for (int round : new int[] {6, 5}) {
            choose("Round shown in the charts below:", "round " + round);
            assertThat(chart("jetty: memory and load").points().get("RSS"))
                    .isEqualTo(Expected.rss(RunCase.SIX_ROUNDS.trace("jetty", round)));
            assertThat(chart(PERCENTILES).points().get("jetty"))
                    .isEqualTo(Expected.percentiles(
                            RunCase.SIX_ROUNDS
                                    .trace("jetty", round)
                                    .bursts()
                                    .get(1)
                                    .ok(),
                            1));
        }
    }

    @Test
    void theKeyboardReachesEveryControlAndShowsWhereItIs() {
        open(RunCase.SIX_ROUNDS);
        String controls = "[...document.querySelectorAll('a[href], button, select, summary, [tabindex=\"0\"]')]"
                + ".filter((one) => one.checkVisibility({ contentVisibilityAuto: true }) && !one.closest('details:not([open]) > :not(summary)'))";
        int count = browser.json(controls + ".length").asInt();
        for (String kind :
                List.of("nav a", "th button", ".views button", "#rounds-shown select", ".controls select", "summary")) {
            assertThat(browser.json(controls + ".some((one) => one.matches(arguments[0]))", kind)
                            .asBoolean())
                    .as(kind)
                    .isTrue();
        }
        List<Integer> reached = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        for (int press = 0; press < count; press++) {
            browser.press(Keys.TAB);
            JsonNode at = browser.json("((one, style) => [" + controls
                    + ".indexOf(one), style.outlineStyle, parseFloat(style.outlineWidth), one.outerHTML.slice(0, 80)])"
                    + "(document.activeElement, getComputedStyle(document.activeElement))");
            reached.add(at.get(0).asInt());
            if (at.get(1).asString().equals("none") || at.get(2).asDouble() < 2) {
                hidden.add(at.get(3).asString());
            }
        }

        assertThat(reached)
                .as("in the order of the page")
                .isEqualTo(IntStream.range(0, count).boxed().toList());
        assertThat(hidden).as("focused and not seen to be").isEmpty();
    }

    /** Heads of columns and drop-downs are used by keys above. */
    @Test
    void buttonsTablesAndLinksWorkByEnterAndSpace() {
        open(RunCase.ONE);
        ChartView chart = chart("netty: memory and load");
        String views = ".views button";
        for (Keys key : List.of(Keys.ENTER, Keys.SPACE)) {
            double[] before = chart.zoom();
            focus(views, key == Keys.ENTER ? "Whole round" : "Measured");
            browser.press(key);
            assertThat(pressed()).isEqualTo(key == Keys.ENTER ? "Whole round" : "Measured");
            assertThat(chart.zoom()).isNotEqualTo(before);
        }

        focus("figure summary", "Table");
        String rows = "document.querySelector('figure').querySelectorAll('details[open] tbody tr').length";
        browser.press(Keys.ENTER);
        assertThat(browser.until(rows + " > 0")).as("opened by Enter").isTrue();
        browser.press(Keys.SPACE);
        assertThat(browser.until(rows + " === 0")).as("closed by Space").isTrue();

        for (String title : List.of("Targets", "Memory", "Latency", "Failures", "Rounds", "Generator")) {
            focus("nav a", title);
            browser.press(Keys.ENTER);
            assertThat(browser.until(
                            "location.hash !== '' && document.querySelector(location.hash + ' > h2').textContent.toLowerCase().startsWith(given[0].toLowerCase().replace('targets', 'each target'))",
                            title))
                    .as(title)
                    .isTrue();
        }
    }

    /** Gives the first of these elements that has this text the focus. */
    private static void focus(String selector, String text) {
        browser.script(
                "[...document.querySelectorAll(arguments[0])].find((one) => one.textContent === arguments[1]).focus()",
                selector,
                text);
    }

    @Test
    void severalRoundsHaveTheirChoiceAndTheirLegends() {
        open(RunCase.SIX_ROUNDS);
        String rounds = "[...document.querySelectorAll('#rounds-shown select option')].map((one) => one.text)";

        assertThat(browser.json(rounds).toString())
                .isEqualTo(
                        "[\"each target's median round\",\"round 1\",\"round 2\",\"round 3\",\"round 4\",\"round 5\",\"round 6\"]");
        assertThat(legend(PERCENTILES)).containsExactly("netty", "jetty", "spark");
        assertThat(legend("All targets: RSS over time")).containsExactly("netty", "jetty", "spark");
        browser.print(true);
        assertThat(browser.until("!document.querySelector('#rounds-shown').checkVisibility()"))
                .as("on paper nothing can be chosen")
                .isTrue();
        assertThat(legend(PERCENTILES)).containsExactly("netty", "jetty", "spark");
        assertThat(browser.json("document.querySelectorAll('#round-charts canvas').length")
                        .asInt())
                .isEqualTo(7);
    }

    /** What is drawn in the legend. */
    private static List<String> legend(String title) {
        List<String> names = new ArrayList<>();
        chart(title).ask("""
                        return chart.getZr().storage.getDisplayList(true)
                          .filter((one) => one.type === "text" || one.type === "tspan").map((one) => one.style.text)
                          .filter((text) => chart.getOption().series.some((series) => series.name === text))
                        """).forEach(name -> names.add(name.asString()));
        return names;
    }
}
