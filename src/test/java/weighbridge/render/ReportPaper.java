package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A page on paper: light, without what can be used only on a screen, and the screen is as it was when it is done. */
abstract class ReportPaper extends PageTest {
    /** A4 less the margins of {@link Browser#pdf}, 1 cm each, in CSS px. */
    private static final int PAPER_WIDTH = 717;

    private static final String MEMORY = "netty: memory and load";
    private static final String WIDTHS = "[...document.querySelectorAll('.canvas canvas')].map((one) => one.width)";

    @TempDir
    Path folder;

    @Test
    void itIsLightAndFitsAndLeavesTheScreenAsItWas() {
        browser.dark(true);
        openAll(RunCase.DEFAULT_FIVE);
        ChartView chart = chart(MEMORY);
        chart.press("Measured");
        List<Double> zoom = zoom(chart);
        JsonNode widths = browser.json(WIDTHS);
        String dark = property("--target-1");

        browser.size(PAPER_WIDTH, 1000);
        browser.print(true);
        assertThat(browser.until("getComputedStyle(document.querySelector('nav')).display === 'none'"))
                .isTrue();
        ChartView.settle(browser);
        assertThat(browser.json("[...document.querySelectorAll('nav, button, select')]"
                                + ".filter((one) => !one.closest('th') && one.checkVisibility()).length")
                        .asInt())
                .as("controls, but for the heads of columns, which have names")
                .isZero();
        assertThat(browser.json("document.querySelector('#targets').getBoundingClientRect().right <= innerWidth")
                        .asBoolean())
                .as("all columns of the first table are on the sheet")
                .isTrue();
        assertThat(browser.json("getComputedStyle(document.body).color").asString())
                .isEqualTo("rgb(24, 33, 44)");
        assertThat(property("--target-1")).isNotEqualTo(dark);
        for (String title : ChartView.titles(browser)) {
            assertThat(chart(title).pixels(List.of(dark))).as(title).isLessThan(ReportColors.BY_CHANCE);
        }
        assertThat(chart.pixels(List.of(property("--target-1")))).isPositive();
        assertThat(browser.json("""
                        [...document.querySelectorAll(".canvas canvas")].filter((one) => {
                          const paper = one.closest("figure").getBoundingClientRect();
                          const drawn = one.getBoundingClientRect();
                          return drawn.left < paper.left || drawn.right > Math.min(paper.right, innerWidth) || drawn.width < 100;
                        }).length""").asInt()).as("charts beyond their figure").isZero();

        browser.print(false);
        browser.size(1280, 900);
        checkScreen(chart, zoom, widths, dark);
    }

    @Test
    void itIsPrintedAndLeavesTheScreenAsItWas() throws IOException {
        browser.dark(true);
        open(RunCase.SIX_ROUNDS);
        ChartView chart = chart(MEMORY);
        chart.press("Measured");
        List<Double> zoom = zoom(chart);
        JsonNode widths = browser.json(WIDTHS);

        browser.pdf(folder.resolve("page.pdf"));

        String pdf = Files.readString(folder.resolve("page.pdf"), StandardCharsets.ISO_8859_1);
        assertThat(pdf).startsWith("%PDF-").endsWith("%%EOF\n");
        assertThat(pdf.split("/Type /Page\\b").length - 1).as("sheets").isBetween(3, 20);
        checkScreen(chart, zoom, widths, property("--target-1"));
        assertThat(browser.complaints()).isEmpty();
    }

    private static void checkScreen(ChartView chart, List<Double> zoom, JsonNode widths, String color) {
        browser.until("JSON.stringify(" + WIDTHS + ") === given[0]", widths.toString());
        ChartView.settle(browser);
        assertThat(browser.json(WIDTHS)).isEqualTo(widths);
        assertThat(zoom(chart)).isEqualTo(zoom);
        assertThat(chart.pixels(List.of(color))).as("in the colours of before").isPositive();
        assertThat(browser.json("[...document.querySelectorAll('nav, .views, .controls')]"
                                + ".every((one) => one.checkVisibility())")
                        .asBoolean())
                .isTrue();
    }

    private static List<Double> zoom(ChartView chart) {
        double[] zoom = chart.zoom();
        return List.of(zoom[0], zoom[1]);
    }

    private static String property(String name) {
        return browser.json("getComputedStyle(document.documentElement).getPropertyValue(arguments[0]).trim()", name)
                .asString();
    }
}
