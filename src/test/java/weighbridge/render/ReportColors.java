package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Colours: light and dark, strong enough to be read, and never alone in telling things apart. */
abstract class ReportColors extends PageTest {
    /** WCAG 2.2, success criteria 1.4.3 for text and 1.4.11 for graphics. */
    private static final double FOR_TEXT = 4.5;

    private static final double FOR_GRAPHICS = 3;

    /** So many pixels at the edge between two colours may have just a third. */
    static final int BY_CHANCE = 10;

    /** All that something is drawn in. */
    private static final List<String> DRAWN = List.of(
            "--target-1",
            "--target-2",
            "--target-3",
            "--target-4",
            "--target-5",
            "--failed",
            "--cause-1",
            "--cause-2",
            "--cause-3",
            "--cause-4",
            "--cause-5");

    /** What a text is written in, and each ground that it has somewhere. */
    private static final Map<String, List<String>> WRITTEN = Map.of(
            "--text",
                    List.of(
                            "--page",
                            "--card",
                            "--phase-idle",
                            "--phase-cold",
                            "--phase-warm-up",
                            "--phase-measured",
                            "--phase-probe",
                            "--phase-settled"),
            "--quiet", List.of("--page", "--card"),
            "--link", List.of("--page", "--card"),
            "--good", List.of("--page", "--card", "--good-on"),
            "--doubt", List.of("--doubt-on"),
            "--bad", List.of("--page", "--card", "--bad-on"),
            "--card", List.of("--text"),
            "--failed", List.of("--card"));

    @Test
    void theyChangeWithTheReadersSystemAlsoWhileThePageIsOpen() {
        browser.dark(true);
        open(RunCase.ONE);
        Map<String, String> dark = checkScheme(Map.of());
        browser.dark(false);
        Map<String, String> light = checkScheme(dark);
        browser.dark(true);

        assertThat(checkScheme(light)).isEqualTo(dark);
        assertThat(light.get("--page")).isEqualTo("#f4f6f8");
        assertThat(Contrast.ratio(color("#000000"), color(light.get("--page")))).isGreaterThan(10);
        assertThat(Contrast.ratio(color("#ffffff"), color(dark.get("--page")))).isGreaterThan(10);
    }

    /** Page and charts have the colours that the style sheet has now, and none of those before. @return those of now */
    private static Map<String, String> checkScheme(Map<String, String> before) {
        assertThat(browser.until(
                        "getComputedStyle(document.documentElement).getPropertyValue('--page').trim() !== given[0]",
                        before.getOrDefault("--page", "")))
                .isTrue();
        ChartView.settle(browser);
        Map<String, String> now = new TreeMap<>();
        for (String name : List.of("--page", "--text", "--quiet", "--line", "--target-1", "--failed")) {
            now.put(name, property(name));
        }
        JsonNode body =
                browser.json("((style) => [style.backgroundColor, style.color])(getComputedStyle(document.body))");
        assertThat(color(body.get(0).asString())).containsExactly(color(now.get("--page")));
        assertThat(color(body.get(1).asString())).containsExactly(color(now.get("--text")));
        for (String title : ChartView.titles(browser)) {
            assertThat(chart(title).pixels(now.values())).as("now " + title).isPositive();
            assertThat(chart(title).pixels(before.values()))
                    .as("before " + title)
                    .isLessThan(BY_CHANCE);
        }
        return now;
    }

    @Test
    void textsAndChartsAreStrongEnough() {
        open(RunCase.DEFAULT_FIVE);
        checkContrasts();
        String light = property("--page");
        browser.dark(true);
        assertThat(browser.until(
                        "getComputedStyle(document.documentElement).getPropertyValue('--page').trim() !== given[0]",
                        light))
                .isTrue();
        checkContrasts();
    }

    private static void checkContrasts() {
        double[] card = color(property("--card"));
        List<String> weak = new ArrayList<>();

        WRITTEN.forEach((text, grounds) -> grounds.forEach(ground -> {
            double[] below = color(property(ground));
            double ratio =
                    Contrast.ratio(color(property(text)), below.length == 4 ? Contrast.over(below, card) : below);
            if (ratio < FOR_TEXT) {
                weak.add(text + " on " + ground + ": " + ratio);
            }
        }));
        DRAWN.forEach(name -> {
            double ratio = Contrast.ratio(color(property(name)), card);
            if (ratio < FOR_GRAPHICS) {
                weak.add(name + ": " + ratio);
            }
        });
        for (String ground : List.of("--page", "--card")) {
            double ratio = Contrast.ratio(color(property("--focus")), color(property(ground)));
            if (ratio < FOR_GRAPHICS) {
                weak.add("--focus on " + ground + ": " + ratio);
            }
        }
        for (JsonNode text : texts()) {
            double ratio = Contrast.ratio(
                    color(text.get(0).asString()), color(text.get(1).asString()));
            if (ratio < FOR_TEXT) {
                weak.add(text + ": " + ratio);
            }
        }

        assertThat(weak).isEmpty();
    }

    /** Each text of the page that is seen: its colour, the first ground below it, and what it is. */
    private static JsonNode texts() {
        JsonNode texts = browser.json("""
                [...document.querySelectorAll("body *")]
                  .filter((one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
                  .filter((one) => one.checkVisibility())
                  .map((one) => {
                    let ground = one;
                    const color = () => getComputedStyle(ground).backgroundColor;
                    while (color() === "rgba(0, 0, 0, 0)") {
                      ground = ground.parentElement;
                    }
                    return [getComputedStyle(one).color, color(), one.tagName + " " + one.textContent.slice(0, 30)];
                  })""");
        assertThat(texts.size()).isGreaterThan(100);
        return texts;
    }

    @Test
    @Looks(RunCase.TEN)
    void noTwoTargetsLookTheSame() {
        String look =
                "return chart.getOption().series.filter((one) => one.name).map((one) => [one.name, [LOOK].join(' ')])";
        String line = look.replace("LOOK", "one.itemStyle.color, one.lineStyle.type");

        assertThat(looks("All targets: RSS over time", line)).hasSize(9).doesNotHaveDuplicates();
        assertThat(looks("Latency by percentile", line.replace("one.lineStyle", "one.symbol, one.lineStyle")))
                .hasSize(9)
                .doesNotHaveDuplicates();
    }

    /** Patterns beside colours, as they are drawn. */
    @Test
    @Looks(RunCase.ALL_FAILED)
    void noTwoCausesLookTheSameWithoutColors() {
        assertThat(looks("mixed: failed calls, measured", """
                        return chart.getModel().getSeries().map((one) => [one.name, JSON.stringify(one.getData().getVisual("decal"))])
                        """))
                .hasSize(6)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    private static List<String> looks(String title, String code) {
        List<String> looks = new ArrayList<>();
        chart(title)
                .ask(code)
                .forEach(
                        one -> looks.add(one.get(1).isNull() ? null : one.get(1).asString()));
        return looks;
    }

    private static String property(String name) {
        return browser.json("getComputedStyle(document.documentElement).getPropertyValue(arguments[0]).trim()", name)
                .asString();
    }

    /** Of #rrggbb, rgb(red, green, blue) or rgba(red, green, blue, opacity), the last with four parts. */
    private static double[] color(String text) {
        if (text.startsWith("#")) {
            int all = Integer.parseInt(text.substring(1), 16);
            return new double[] {all >> 16, all >> 8 & 255, all & 255};
        }
        String[] parts =
                text.substring(text.indexOf('(') + 1, text.indexOf(')')).split(",");
        double[] color = new double[parts.length];
        for (int part = 0; part < parts.length; part++) {
            color[part] = Double.parseDouble(parts[part].trim());
        }
        return color;
    }
}
