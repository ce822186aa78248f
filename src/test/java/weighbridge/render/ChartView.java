package weighbridge.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import tools.jackson.databind.JsonNode;

/**
 * A chart of the page that is open: what it was given, what it shows, and what it answers.
 *
 * @param browser that shows it
 * @param title of the chart
 */
record ChartView(Browser browser, String title) {
    /** Enough for what was divided once. */
    static final Offset<Double> CLOSE = Offset.offset(1e-6);

    /** Finds it and calls it {@code chart}; its figure is {@code figure}. */
    private static final String FIND = """
            const figure = [...document.querySelectorAll("figure")]
              .find((one) => one.querySelector("figcaption").textContent === arguments[0]);
            if (!figure) {
              throw new Error("no chart " + arguments[0]);
            }
            const canvas = figure.querySelector(".canvas");
            const chart = echarts.getInstanceByDom(canvas);
            """;

    /** A point. @param y null where a line is interrupted */
    record Point(double x, Double y) {}

    /** The titles of all charts, in their order. */
    static List<String> titles(Browser browser) {
        List<String> titles = new ArrayList<>();
        browser.json("[...document.querySelectorAll('figure figcaption')].map((one) => one.textContent)")
                .forEach(title -> titles.add(title.asString()));
        return titles;
    }

    /** Waits until the page that was opened has unpacked its library and begun to draw. */
    static void drawn(Browser browser) {
        if (!browser.until("document.body.dataset.drawn === 'true'")) {
            throw new IllegalStateException("the page did not draw its charts");
        }
    }

    /**
     * Waits until all charts are drawn: large ones are drawn in several steps.
     *
     * @return when that was, ms after the browser was told to open the page
     */
    static double settle(Browser browser) {
        return ((Number) browser.waitFor("""
                        const done = arguments[arguments.length - 1];
                        const charts = [...document.querySelectorAll(".canvas")].map((canvas) => echarts.getInstanceByDom(canvas));
                        Promise.all(charts.map((chart) => new Promise((drawn) => {
                          chart.on("finished", drawn);
                          chart.getZr().refresh();
                        }))).then(() => done(performance.now()));
                        """)).doubleValue();
    }

    /** What this code returns as JSON; it knows {@code figure}, {@code canvas}, {@code chart} and {@code given}. */
    JsonNode ask(String code, Object... given) {
        return browser.json(
                "(function () {" + FIND + "const given = arguments[1];" + code + "}(...arguments))",
                title,
                List.of(given));
    }

    /** The points of its named series, as they are drawn; of several of one name those of the first. */
    Map<String, List<Point>> points() {
        return points("1");
    }

    /** The same with their exact values: those that a scale has no place for are drawn elsewhere. */
    Map<String, List<Point>> exactPoints() {
        return points("series.exact || 1");
    }

    private Map<String, List<Point>> points(String place) {
        JsonNode all = ask("""
                return chart.getOption().series.filter((series) => series.name).map((series) =>
                  [series.name, (series.data || []).map((entry) => Array.isArray(entry) ? entry : entry.value)
                    .map((point) => [point[0], point[PLACE]])]);
                """.replace("PLACE", place));
        Map<String, List<Point>> points = new LinkedHashMap<>();
        for (JsonNode series : all) {
            List<Point> own = new ArrayList<>();
            for (JsonNode point : series.get(1)) {
                own.add(new Point(
                        point.get(0).asDouble(),
                        point.get(1).isNull() ? null : point.get(1).asDouble()));
            }
            points.putIfAbsent(series.get(0).asString(), own); // a line through points has their name
        }
        return points;
    }

    /** The rows of the table behind it, which is opened by the mouse and closed again: many open ones make a page slow. */
    List<List<String>> table() {
        double[] at = place("figure.querySelector('summary')");
        browser.click(at[0] + at[2] / 2, at[1] + at[3] / 2);
        browser.waitFor(FIND + """
                        const done = arguments[arguments.length - 1];
                        const look = () => figure.querySelector("details[open] tbody") ? done() : requestAnimationFrame(look);
                        look();
                        """, title);
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : ask(
                "const rows = [...figure.querySelectorAll('tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent));"
                        + "figure.querySelector('details').open = false;"
                        + "return rows")) {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.asString()));
            rows.add(cells);
        }
        return rows;
    }

    /** How many colours its picture has. */
    int colors() {
        return ask("""
                        const seen = new Set();
                        for (const one of canvas.querySelectorAll("canvas")) {
                          let before = null; // most pixels are as the one before, and a set is slow
                          new Uint32Array(one.getContext("2d").getImageData(0, 0, one.width, one.height).data.buffer)
                            .forEach((pixel) => {
                              if (pixel !== before) {
                                seen.add(pixel);
                                before = pixel;
                              }
                            });
                        }
                        return seen.size;
                        """).asInt();
    }

    /** How many pixels of its picture have just one of these colours, #rrggbb. */
    int pixels(Collection<String> colors) {
        return ask("""
                        const wanted = new Set(given[0].map((hex) => {
                          const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
                          return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
                        }));
                        let found = 0;
                        for (const one of canvas.querySelectorAll("canvas")) {
                          new Uint32Array(one.getContext("2d").getImageData(0, 0, one.width, one.height).data.buffer)
                            .forEach((pixel) => found += pixel !== 0 && wanted.has(pixel));
                        }
                        return found;
                        """, List.copyOf(colors)).asInt();
    }

    /** Where an element of its figure is in the window once it is scrolled there, CSS px: left, top, width, height. */
    private double[] place(String element) {
        JsonNode box = ask("const element = " + element + """
                ;
                element.scrollIntoView({ block: "center", behavior: "instant" });
                const { left, top, width, height } = element.getBoundingClientRect();
                return [left, top, width, height];
                """);
        return new double[] {
            box.get(0).asDouble(),
            box.get(1).asDouble(),
            box.get(2).asDouble(),
            box.get(3).asDouble()
        };
    }

    /**
     * Where a value is in the window, CSS px.
     *
     * @param series by name, on whose axes the value is
     */
    private double[] pixel(String series, double x, double y) {
        double[] box = place("canvas");
        JsonNode pixel = ask("""
                const all = chart.getOption().series;
                const index = all.findIndex((series) => series.name === given[0]);
                const { xAxisIndex = 0, yAxisIndex = 0 } = all[index];
                return chart.convertToPixel({ xAxisIndex, yAxisIndex }, [given[1], given[2]]);
                """, series, x, y);
        return new double[] {
            box[0] + pixel.get(0).asDouble(), box[1] + pixel.get(1).asDouble()
        };
    }

    /** What its tooltip says with the mouse on this value, line by line: the title, and name and value of each line. */
    List<String> tip(String series, double x, double y) {
        double[] at = pixel(series, x, y);
        browser.mouseTo(at[0] - 3, at[1] - 3);
        browser.mouseTo(at[0], at[1]);
        Object shown = browser.waitFor("""
                const done = arguments[arguments.length - 1];
                const until = performance.now() + 3000;
                const look = () => {
                """ + FIND + """
                  const tip = figure.querySelector(".tip");
                  if (tip && getComputedStyle(tip).visibility === "visible") {
                    done([...tip.children].map((line) => [...line.children].map((part) => part.textContent).join(": ") || line.textContent));
                  } else if (performance.now() > until) {
                    done(["no tooltip"]);
                  } else {
                    requestAnimationFrame(look);
                  }
                };
                look();
                """, title);
        List<String> lines = new ArrayList<>();
        ((List<?>) shown).forEach(line -> lines.add(line.toString()));
        return lines;
    }

    /** Draws a rectangle with the mouse between two values. @param series by name, on whose axes the values are */
    void drag(String series, double fromX, double fromY, double toX, double toY) {
        double[] from = pixel(series, fromX, fromY);
        double[] to = pixel(series, toX, toY);
        browser.drag(from[0], from[1], to[0], to[1]);
    }

    /** What it shows of its axis to the right: from, to. */
    double[] zoom() {
        JsonNode range =
                ask("const { startValue, endValue } = chart.getOption().dataZoom[0]; return [startValue, endValue]");
        return new double[] {range.get(0).asDouble(), range.get(1).asDouble()};
    }

    /** A PNG of its figure. */
    void screenshot(Path file) {
        double[] box = place("figure");
        double scrolled = browser.json("scrollY").asDouble();
        browser.screenshot(file, box[0], box[1] + scrolled, box[2], box[3]);
    }

    /** Clicks a button above it, by its words. */
    void press(String words) {
        JsonNode box = ask("""
                const button = [...figure.parentElement.querySelectorAll(".views button")].find((one) => one.textContent === given[0]);
                button.scrollIntoView({ block: "center", behavior: "instant" });
                const { left, top, width, height } = button.getBoundingClientRect();
                return [left + width / 2, top + height / 2];
                """, words);
        browser.click(box.get(0).asDouble(), box.get(1).asDouble());
    }
}
