package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No text in a chart lies on another, however wide the window is. */
abstract class ReportLabels extends PageTest {
    private static final int NARROW = 390;

    /** The texts that are drawn, as polygons of what is seen of them, and the pairs of which one lies on the other. */
    private static final String OVERLAPS = """
            const corners = (element) => {
              const { x, y, width, height } = element.getBoundingRect();
              const [a, b, c, d, e, f] = element.transform || [1, 0, 0, 1, 0, 0];
              const edge = 1; // of a glyph's box, which is larger than the glyph
              return [[x + edge, y + edge], [x + width - edge, y + edge], [x + width - edge, y + height - edge], [x + edge, y + height - edge]]
                .map(([px, py]) => [a * px + c * py + e, b * px + d * py + f]);
            };
            const ends = (points, at) => [Math.min(...points.map((one) => one[at])), Math.max(...points.map((one) => one[at]))];
            // Pages of a legend are cut out of all of it.
            const cut = (points, clips) => clips.reduce((left, clip) => {
              const [[x0, x1], [y0, y1]] = [ends(corners(clip), 0), ends(corners(clip), 1)];
              return left.map(([x, y]) => [Math.max(x0, Math.min(x, x1)), Math.max(y0, Math.min(y, y1))]);
            }, points);
            const area = (points) => (ends(points, 0)[1] - ends(points, 0)[0]) * (ends(points, 1)[1] - ends(points, 1)[0]);
            // A text is part of another element, and hidden with it.
            const isHidden = (one) => Boolean(one) && (one.invisible || one.ignore || isHidden(one.parent || one.__hostTarget));
            const texts = chart.getZr().storage.getDisplayList(true, false)
              .filter((one) => one.type === "tspan" && one.style.text && !isHidden(one))
              .map((one) => ({ text: one.style.text, box: cut(corners(one), one.__clipPaths || []) }))
              .filter(({ box }) => area(box) > 1);
            // Two convex shapes are apart where a side of one has all of the other beyond it.
            const isApart = (one, other) => one.some((from, index) => {
              const to = one[(index + 1) % one.length];
              const normal = [to[1] - from[1], from[0] - to[0]];
              const along = (points) => points.map(([x, y]) => x * normal[0] + y * normal[1]);
              return Math.max(...along(one)) <= Math.min(...along(other)) || Math.max(...along(other)) <= Math.min(...along(one));
            });
            const pairs = [];
            texts.forEach((one, index) => texts.slice(index + 1).forEach((other) => {
              if (!isApart(one.box, other.box) && !isApart(other.box, one.box)) {
                pairs.push(one.text + " on " + other.text);
              }
            }));
            const outside = texts.filter(({ box }) => ends(box, 0)[0] < -1 || ends(box, 0)[1] > chart.getWidth() + 1)
              .map(({ text }) => text + " is cut");
            return [texts.length, [...pairs, ...outside]];
            """;

    /** Opened in a wide window and made narrow, and opened in a narrow one: opening a page costs more than to look at it. */
    @ParameterizedTest
    @CsvSource({
        "FIVE_CAPACITIES, 1280",
        "DEFAULT_FIVE, 1280",
        "SIX_ROUNDS, 1280",
        "TEN, 1280",
        "CAPACITY, 390",
        "STEADY, 390"
    })
    void noTextLiesOnAnotherAndTargetsHaveTheirs(RunCase shown, int width) {
        browser.size(width, 900);
        openAll(shown);
        checkTexts(shown);
        if (width > NARROW) {
            browser.size(NARROW, 900);
            browser.until("[...document.querySelectorAll('.canvas')].every((one) => one.clientWidth < " + NARROW
                    + " && one.clientWidth === one.querySelector('canvas').clientWidth)");
            checkTexts(shown);
        }
    }

    private static void checkTexts(RunCase shown) {
        ChartView.settle(browser);
        List<String> overlaps = new ArrayList<>();
        for (String title : ChartView.titles(browser)) {
            var found = chart(title).ask(OVERLAPS);
            assertThat(found.get(0).asInt()).as("texts of " + title).isGreaterThan(3);
            found.get(1).forEach(pair -> overlaps.add(title + ": " + pair.asString()));
        }
        assertThat(overlaps).isEmpty();
        if (shown == RunCase.FIVE_CAPACITIES) {
            checkCapacities();
        }
        if (shown == RunCase.TEN) {
            checkNames();
        }
    }

    /** Each capacity has its line and its label, and says "at least" where its card does. */
    private static void checkCapacities() {
        for (String title : List.of("Capacity: p99 over the rate", "Capacity: memory over the rate")) {
            assertThat(drawn(title))
                    .contains(
                            "jdk-httpserver: 4,100",
                            "spark: 4,210",
                            "netty: at least 4,250",
                            "jetty: 4,330",
                            "dropwizard: 4,050");
        }
    }

    /** The first chart names each target beside its point, and nobody twice. */
    private static void checkNames() {
        assertThat(drawn(ReportTargets.PICTURE))
                .filteredOn(text -> text.startsWith("target-"))
                .containsExactlyInAnyOrder(
                        "target-1",
                        "target-2",
                        "target-3",
                        "target-4",
                        "target-5",
                        "target-6",
                        "target-7",
                        "target-8",
                        "target-9");
    }

    private static List<String> drawn(String title) {
        List<String> texts = new ArrayList<>();
        chart(title)
                .ask(
                        "return chart.getZr().storage.getDisplayList(true).filter((one) => one.type === 'tspan').map((one) => one.style.text)")
                .forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
