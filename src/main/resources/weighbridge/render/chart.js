// Draws charts, and draws them again for other colours, for paper and for another width.

const charts = [];

/**
 * Adds a chart with a title and, behind it, the table of its points.
 *
 * @param parent where to
 * @param title of the chart; a screen reader reads it too
 * @param height in px
 * @param option from colours and the width in px to an ECharts option; called again whenever something changes. Its key
 *     `table`, which ECharts does not know, may hold `x`, a head for the first column of numbers, or a whole table as `head`,
 *     `rows`, `isNumber`
 * @param note what of the run is shown, in words; called again likewise
 */
function addChart(parent, title, height, option, note = () => "") {
  const canvas = element("div", { className: "canvas" });
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", title + ". The table below it has its values.");
  canvas.style.height = height + "px";
  const body = element("div", { className: "scroll", tabIndex: 0 });
  const table = element("details", { className: "data" }, element("summary", { textContent: "Table" }), body);
  const shown = element("p", { className: "quiet" });
  parent.append(element("figure", {}, element("figcaption", { textContent: title }), shown, canvas, table));
  let built = null;

  const chart = {
    canvas,
    instance: echarts.init(canvas),
    draw() {
      built = complete(option(theme(), chart.instance.getWidth()));
      chart.instance.setOption(built, { notMerge: true });
      shown.textContent = note();
      if (table.open) {
        fillTable();
      }
    },
    /** As wide as its place, unless that is hidden or on paper. */
    fit() {
      if (canvas.clientWidth && canvas.clientWidth !== chart.instance.getWidth() && !matchMedia("print").matches) {
        chart.instance.resize({ width: "auto" });
        chart.draw();
      }
    },
  };
  const fillTable = () => body.replaceChildren(pointsTable(title, built));
  table.addEventListener("toggle", () => (table.open ? fillTable() : body.replaceChildren()));
  charts.push(chart);
  chart.draw();
  return chart;
}

/**
 * A text as it may be drawn. ECharts caches the width of a text in an object, under the text as its key, so that a text such
 * as "constructor" would change all objects of the page. A space of no width makes it another text.
 */
function forCanvas(text) {
  return text !== undefined && text in {} ? text + "\u200b" : text;
}

/** What all charts have in common. */
function complete(option) {
  return {
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    ...option,
    series: option.series.map((series) => ({ ...series, name: forCanvas(series.name) })),
    tooltip: {
      confine: true,
      transitionDuration: 0,
      className: "tooltip",
      // The style sheet decides how it looks.
      backgroundColor: "",
      borderWidth: 0,
      padding: 0,
      textStyle: { color: "", fontSize: 13 },
      ...option.tooltip,
    },
  };
}

/** What charts of one panel have in common in which each point has a tip. @param formatter from a point to its tip */
function onePanel(colors, formatter) {
  return { grid: GRID, legend: legend(colors), tooltip: { trigger: "item", formatter } };
}

/** What a tooltip says: a title, and lines of a name and a value. */
function tip(title, lines) {
  return element(
    "div",
    { className: "tip" },
    element("strong", { textContent: title }),
    ...lines.map(([name, value]) =>
      element("div", {}, element("span", { textContent: name }), element("b", { textContent: value })),
    ),
  );
}

/** The table behind a chart: every point of it, or the table that it brings. */
function pointsTable(title, option) {
  const given = option.table || {};
  if (given.rows) {
    return dataTable(title, given.head, given.rows, given.isNumber);
  }
  const axes = (key) => [].concat(option[key]);
  const several = axes("yAxis").length > 1;
  const unit = (series) => axes("yAxis")[series.yAxisIndex || 0].name;
  const rows = option.series
    .filter((series) => series.name)
    .flatMap((series) =>
      series.data
        .filter((point) => point[1] !== null)
        .map((point) => [
          series.name,
          exactly(point[0]),
          // A series whose points are drawn elsewhere names the place of the exact value.
          exactly(point[series.exact || 1]),
          ...(several ? [unit(series)] : []),
        ]),
    );
  const x = given.x || axes("xAxis")[axes("xAxis").length - 1].name;
  const head = ["series", x, several ? "value" : unit({})];
  return dataTable(title, several ? [...head, "unit"] : head, rows, [false, true, true, false]);
}

/** Takes a chart off the page. */
function removeChart(chart) {
  charts.splice(charts.indexOf(chart), 1);
  chart.instance.dispose();
}

/** Draws all charts again. */
function drawAll() {
  charts.forEach((chart) => chart.draw());
}

/** The width of charts on paper, px; the style sheet shrinks them to the sheet. */
const PAPER_WIDTH = 1280;

/** Gives back the screen as it was. */
let toScreen = () => {};

function toPaper() {
  const fold = unfoldAll();
  charts.forEach((chart) => chart.instance.resize({ width: PAPER_WIDTH }));
  drawAll();
  toScreen = () => {
    charts.forEach((chart) => chart.instance.resize({ width: "auto" }));
    drawAll();
    fold();
  };
}

/** From here on charts follow the window, its colours and the printer. */
function followTheReader() {
  window.addEventListener("resize", () => charts.forEach((chart) => chart.fit()));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  matchMedia("print").addEventListener("change", (print) => (print.matches ? toPaper() : toScreen()));
}
