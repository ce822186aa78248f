package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;
import weighbridge.analysis.FigureReport;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Figure;
import weighbridge.render.ChartView.Point;

/** All targets in the first chart, a section for each that is folded beyond the third, and the command that repeats the run. */
abstract class ReportTargets extends PageTest {
    /** Of a run of bursts. */
    static final String PICTURE = "Time per call and peak RSS";

    private static final String OPEN = "[...document.querySelectorAll('details.target')].map((one) => one.open)";
    private static final String DRAWN =
            "[...document.querySelectorAll('details.target')].map((one) => one.querySelectorAll('canvas').length > 0)";

    @Test
    @Looks(RunCase.DEFAULT_FIVE)
    void theFirstChartHasAllTargets() {
        assertThat(ChartView.titles(browser).get(0)).isEqualTo(PICTURE);
        Map<String, List<Point>> points = chart(PICTURE).points();
        for (TargetReport target : RunCase.DEFAULT_FIVE.made().report().targets()) {
            assertThat(points.get(target.name()))
                    .containsExactly(new Point(
                            target.figure(Figure.PEAK_RSS_BYTES).median() / Expected.MIB,
                            target.figure(Figure.SECONDS_PER_CALL).median() * 1e6));
        }
        assertThat(points).hasSize(5);
        assertThat(symbols()).containsExactly("circle", "triangle", "cross", "diamond", "roundRect");
    }

    /** By target; a cross is one that lost calls. */
    private static List<String> symbols() {
        List<String> symbols = new ArrayList<>();
        chart(PICTURE)
                .ask(
                        "return chart.getOption().series.map((one) => one.symbol.startsWith('path:') ? 'cross' : one.symbol)")
                .forEach(symbol -> symbols.add(symbol.asString()));
        return symbols;
    }

    @Test
    @Looks(RunCase.SIX_ROUNDS)
    void overRoundsEachPointHasItsIntervals() {
        for (TargetReport target : RunCase.SIX_ROUNDS.made().report().targets()) {
            FigureReport time = target.figure(Figure.SECONDS_PER_CALL);
            JsonNode bars = chart(PICTURE)
                    .ask(
                            "return chart.getOption().series.find((one) => one.name === given[0]).markLine.data.map(([from, to]) => [from.coord, to.coord])",
                            target.name());
            List<Double> upwards = new ArrayList<>();
            bars.forEach(bar -> {
                if (bar.get(0).get(0).asDouble() == bar.get(1).get(0).asDouble()) {
                    upwards.add(bar.get(0).get(1).asDouble());
                    upwards.add(bar.get(1).get(1).asDouble());
                }
            });
            assertThat(bars.size()).as("a bar and two caps each way").isEqualTo(6);
            assertThat(upwards.subList(0, 2)).containsExactly(time.low() * 1e6, time.high() * 1e6);
        }
    }

    @Test
    @Looks(RunCase.CAPACITY)
    void theFirstChartOfCapacitiesSaysWhoHasNone() {
        assertThat(ChartView.titles(browser).get(0)).isEqualTo("Capacity and peak RSS");
        assertThat(chart("Capacity and peak RSS").points()).containsOnlyKeys("netty");
        assertThat(chart("Capacity and peak RSS")
                        .ask("return figure.textContent")
                        .asString())
                .contains("Without a point: broken, {a}jetty, spark.");
        assertThat(chart("Capacity and peak RSS").table().get(0)).startsWith("netty", "4200", "4187.3", "4400");
    }

    /** Its memory is a multiple of theirs. */
    @Test
    @Looks(RunCase.FIVE_CAPACITIES)
    void theGeneratorNeverSetsTheScaleOfTheServers() {
        double most = chart("Generator: memory and CPU").points().get("RSS").stream()
                .mapToDouble(Point::y)
                .max()
                .orElseThrow();
        assertThat(most).isGreaterThan(900);
        for (String title : ChartView.titles(browser)) {
            if (!title.startsWith("Generator")) {
                assertThat(chart(title).points()).as(title).doesNotContainKeys("main", "Generator");
            }
        }
        assertThat(chart("All targets: RSS over time")
                        .ask("return chart.getModel().getComponent('yAxis').axis.scale.getExtent()[1]")
                        .asDouble())
                .isLessThan(200);
    }

    @Test
    void onlyTheFirstThreeAreUnfolded() {
        open(RunCase.DEFAULT_FIVE);

        assertThat(browser.json(OPEN)).hasToString("[true,true,true,false,false]");
        assertThat(browser.json(DRAWN)).as("what is folded costs nothing").hasToString("[true,true,true,false,false]");
        browser.click("#target-5 > summary");
        assertThat(browser.until("JSON.stringify(" + DRAWN + ") === '[true,true,true,false,true]'"))
                .isTrue();
        assertThat(chart("netty: memory and load").points().get("RSS"))
                .isEqualTo(Expected.rss(RunCase.DEFAULT_FIVE.trace("netty", 1)));
        browser.script("document.querySelector('#target-4 > summary').focus()");
        browser.press(Keys.ENTER);
        assertThat(browser.until("JSON.stringify(" + DRAWN + ") === '[true,true,true,true,true]'"))
                .isTrue();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatWasFoldedIsAsWideAsTheWindowThatItIsOpenedIn() {
        open(RunCase.DEFAULT_FIVE);
        browser.click("#target-1 > summary");
        browser.size(800, 900);
        browser.until("innerWidth === 800");
        browser.click("#target-1 > summary");

        assertThat(browser.until(
                        "((one) => one.clientWidth < 800 && one.clientWidth === one.querySelector('canvas').clientWidth)"
                                + "(document.querySelector('#target-1 .canvas'))"))
                .isTrue();
    }

    @Test
    void onPaperAllAreUnfoldedAndALinkUnfoldsItsTarget() {
        open(RunCase.DEFAULT_FIVE);

        browser.print(true);
        assertThat(browser.until("JSON.stringify(" + DRAWN + ") === '[true,true,true,true,true]'"))
                .isTrue();
        assertThat(browser.json(OPEN)).hasToString("[true,true,true,true,true]");
        browser.print(false);
        assertThat(browser.until("JSON.stringify(" + OPEN + ") === '[true,true,true,false,false]'"))
                .isTrue();
        browser.script("location.hash = 'target-5'");
        assertThat(browser.until("document.querySelector('#target-5').open")).isTrue();
    }

    @Test
    @Looks(RunCase.DEFAULT_FIVE)
    void theCommandIsCopiedWhole() {
        String command = RepeatCommand.of(RunCase.DEFAULT_FIVE.made().report());
        browser.script("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }");

        browser.click("#copy");

        assertThat(browser.until("document.querySelector('#copy').textContent === 'Copied'"))
                .isTrue();
        assertThat(browser.json("window.copied").asString()).isEqualTo(command).contains("-Dslo='p99 < 50 ms'");
        assertThat(browser.json("getSelection().toString()").asString()).isEqualTo(command);
    }

    /** Where a page from a file has no clipboard the browser's own command copies what is selected. */
    @Test
    @Looks(RunCase.DEFAULT_FIVE)
    void theCommandIsCopiedWithoutAClipboardToo() {
        browser.script("window.copied = null;"
                + "navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));"
                + "document.addEventListener('copy', () => window.copied = getSelection().toString())");

        browser.click("#copy");

        assertThat(browser.until(
                        "window.copied === given[0]",
                        RepeatCommand.of(RunCase.DEFAULT_FIVE.made().report())))
                .isTrue();
    }
}
