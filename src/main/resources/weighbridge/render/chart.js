// Draws charts and keeps them as they are asked for: anew for other colours, for paper, for another width.

const charts = [];

/**
 * Adds a chart with a title and, behind it, the table of its points.
 *
 * @param parent where to
 * @param title of the chart; also what a reader hears who does not see it
 * @param height in px
 * @param option from colours to an ECharts option; called again whenever something changes. Its key `table`, which ECharts
 *     does not know, may hold `x`, a head for the first column of numbers, or a whole table as `head`, `rows`, `isNumber`
 * @param which what of the run is shown, in words; called again likewise
 */
function addChart(parent, title, height, option, which = () => "") {
  const canvas = element("div", { className: "canvas" });
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", title + ". Its points are in the table below it.");
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
      built = complete(option(theme()));
      chart.instance.setOption(built, { notMerge: true });
      shown.textContent = which();
      if (table.open) {
        fillTable();
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
 * A text as it may be drawn: ECharts keeps the widths of texts under themselves in an object, so one that every object has a
 * property of ("constructor") would change all objects of the page. A space without width makes it another one.
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

/** What charts of one panel have in common whose points are told one by one. @param formatter from a point to its tip */
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

/** The table behind a chart: every point that it was given, or what it brings itself. */
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
          // A series names the place of the exact value where it is drawn elsewhere.
          exactly(point[series.exact || 1]),
          ...(several ? [unit(series)] : []),
        ]),
    );
  const x = given.x || axes("xAxis")[axes("xAxis").length - 1].name;
  const head = ["what", x, several ? "value" : unit({})];
  return dataTable(title, several ? [...head, "unit"] : head, rows, [false, true, true, false]);
}

/** Takes a chart off the page. */
function removeChart(chart) {
  charts.splice(charts.indexOf(chart), 1);
  chart.instance.dispose();
}

/** Draws all charts anew. */
function drawAll() {
  charts.forEach((chart) => chart.draw());
}

/** So wide, in px, charts are drawn for paper; the style sheet shrinks them to it. */
const PAPER_WIDTH = 1280;

function toPaper() {
  charts.forEach((chart) => chart.instance.resize({ width: PAPER_WIDTH }));
  drawAll();
}

function toScreen() {
  charts.forEach((chart) => chart.instance.resize({ width: "auto" }));
  drawAll();
}

/** From here on charts follow the window, its colours and the printer. */
function followTheReader() {
  let width = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth !== width) {
      width = window.innerWidth;
      charts.forEach((chart) => chart.instance.resize());
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  matchMedia("print").addEventListener("change", (print) => (print.matches ? toPaper() : toScreen()));
}
