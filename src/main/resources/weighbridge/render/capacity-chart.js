// Latency and memory of every load step over its rate.

const CAPACITY_HEIGHT = 420;

/** What came of a load step. Each has a mark of its own, so that no colour is needed. */
const VERDICTS = { kept: "SLO met", broken: "SLO broken", generator: "inconclusive", none: "not judged" };

/** The least latency that a logarithmic axis has a place for, ms: the histograms' resolution. */
const LEAST_MILLIS = 0.001;

/** How a load step is drawn: filled, as a cross, hollow or as a plus. */
function stepMark(verdict, { color, symbol }, colors) {
  const filled = { symbol, symbolSize: 9, itemStyle: { color } };
  return {
    kept: filled,
    broken: { ...filled, symbol: CROSS, symbolSize: 10 },
    generator: { ...filled, itemStyle: { color: colors.card, borderColor: color, borderWidth: 2 } },
    none: { ...filled, symbol: PLUS },
  }[verdict];
}

/** Load steps at a rate, by rate, without the warm-up and the tests of the generator. */
function ratedSteps(target) {
  return target.capacity.probes
    .filter(
      ({ load, purpose }) => load.offeredCallsPerSecond !== null && purpose !== "warm-up" && purpose !== "generator",
    )
    .sort((a, b) => a.load.offeredCallsPerSecond - b.load.offeredCallsPerSecond || a.number - b.number);
}

const p99Of = ({ load }) => load.plannedLatencyMillis && load.plannedLatencyMillis.p99;

/** A series of points of a target that are joined by a thin line. */
function joined(name, look, data, more = {}) {
  return {
    name,
    type: "line",
    symbol: look.symbol,
    symbolSize: 9,
    showAllSymbol: true,
    itemStyle: { color: look.color },
    lineStyle: { color: look.color, type: look.dash, width: 1.5 },
    data,
    ...more,
  };
}

/**
 * Load steps as points, and a thin line through the median of each rate: several steps at one rate would make it go up and
 * down there. Both have the name of the target, so that the legend switches them together.
 *
 * @param data points, by rate, as ECharts takes them
 */
function overRates(name, look, data, { line = {}, ...more } = {}) {
  const byRate = new Map();
  data.forEach((point) => {
    const [rate, value] = point.value;
    byRate.set(rate, [...(byRate.get(rate) || []), value]);
  });
  const medians = [...byRate].map(([rate, values]) => [rate, median(values)]);
  return [
    // A series of lines, for the legend stretches the marks of others.
    joined(name, look, data, { ...more, lineStyle: { color: look.color, width: 0 } }),
    joined(name, look, medians, { symbol: "none", silent: true, z: 1, tooltip: { show: false }, ...line }),
  ];
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

/** The axis of rates. @param shown {target, look, trace} list */
function rateScale(shown) {
  const rates = shown.flatMap(({ target }) => [
    ...ratedSteps(target).map(({ load }) => load.offeredCallsPerSecond),
    target.capacity.callsPerSecond,
  ]);
  return roundScale(Math.max(0, ...rates.filter(isKnown)));
}

/**
 * The capacities as vertical lines, each with its label above the plot.
 *
 * @param shown {target, look, trace} list
 * @return {marks, grid, nameGap}: marks by target, the grid with room for the labels, and where the name of the vertical axis
 *     stands above it
 */
function capacityLines(shown, width) {
  const found = shown.filter(({ target }) => isKnown(target.capacity.callsPerSecond));
  const perRate = (width - GRID.left - GRID.right) / rateScale(shown).max;
  const lines = found.map(({ target }) => ({
    at: GRID.left + target.capacity.callsPerSecond * perRate,
    text: target.name + (isAtLeast(target.capacity) ? ": at least " : ": ") + digits(target.capacity.callsPerSecond),
  }));
  const places = labelRows(lines, width);
  const rows = 1 + Math.max(-1, ...places.map(({ row }) => row));
  const marks = new Map(
    found.map(({ target, look }, index) => [
      target.name,
      {
        silent: true,
        symbol: "none",
        lineStyle: { color: look.color, type: look.dash, width: 2 },
        data: [
          {
            xAxis: target.capacity.callsPerSecond,
            label: labelAbove(lines[index].text, look.color, places[index]),
          },
        ],
      },
    ]),
  );
  return { marks, grid: { ...GRID, top: GRID.top + rows * LABEL_HEIGHT }, nameGap: 10 + rows * LABEL_HEIGHT };
}

/** Each limit of an SLO, as a series of its own: it stays whatever is switched off in the legend. */
function limitLines(colors, limits) {
  const text = (limit) => "SLO: p99 < " + plain(limit) + " ms";
  let left = 5;
  return {
    type: "line",
    data: [],
    markLine: {
      silent: true,
      symbol: "none",
      lineStyle: { color: colors.failed, type: "dashed", width: 1.5 },
      data: limits.map((limit) => {
        const distance = [left, 3];
        left += textWidth(text(limit)) + LABEL_GAP;
        return {
          yAxis: limit,
          label: { formatter: text(limit), color: colors.failed, position: "insideStartTop", distance },
        };
      }),
    },
  };
}

/** The 99th percentile over the rate. @param shown {target, look, trace} list */
function latencyRateOption(shown, colors, width) {
  const rows = shown.flatMap(({ target }) => ratedSteps(target).map((step) => [target.name, step]));
  const known = rows.map(([, step]) => p99Of(step)).filter(isKnown);
  const limits = [...new Set(shown.map(({ trace }) => trace.p99LimitMillis).filter(isKnown))];
  const all = [...known, ...limits].map((millis) => Math.max(millis, LEAST_MILLIS));
  const power = (millis, round) => 10 ** round(Math.log10(millis));
  const { marks, grid, nameGap } = capacityLines(shown, width);
  return {
    table: {
      head: ["target", "load step", "purpose", "offered calls/s", "p99 ms", "result"],
      rows: rows.map(([name, step]) => [
        name,
        String(step.number),
        step.purpose,
        exactly(step.load.offeredCallsPerSecond),
        isKnown(p99Of(step)) ? exactly(p99Of(step)) : NOT_AVAILABLE,
        VERDICTS[step.verdict],
      ]),
      isNumber: [false, true, false, true, true, false],
    },
    ...onePanel(colors, ({ seriesName, data }) => stepTip(seriesName, data.step)),
    grid,
    xAxis: axisBelow(colors, "offered calls/s", rateScale(shown)),
    yAxis: axis(colors, "p99 ms", {
      nameGap,
      type: "log",
      min: all.length ? power(Math.min(...all), Math.floor) : 1,
      max: all.length ? power(Math.max(...all) * 1.01, Math.ceil) : 10,
      axisLabel: { color: colors.quiet, fontSize: 12, formatter: plain },
    }),
    series: shown
      .flatMap(({ target, look }) =>
        overRates(
          target.name,
          look,
          ratedSteps(target)
            .filter((step) => isKnown(p99Of(step)))
            .map((step) => ({
              value: [step.load.offeredCallsPerSecond, Math.max(p99Of(step), LEAST_MILLIS)],
              step,
              ...stepMark(step.verdict, look, colors),
            })),
          { markLine: marks.get(target.name) },
        ),
      )
      .filter(({ data }) => data.length)
      .concat(limitLines(colors, limits)),
  };
}

/** How many load steps have no point, in words; empty where each has one. */
function withoutP99(shown) {
  const lacking = shown.flatMap(({ target }) => ratedSteps(target)).filter((step) => !isKnown(p99Of(step)));
  return lacking.length
    ? number(lacking.length) + " load steps had too few answers for a p99. They are only in the table."
    : "";
}

function stepTip(name, step) {
  const { load } = step;
  return tip(name + ": load step " + step.number + ", " + step.purpose, [
    ["offered", digits(load.offeredCallsPerSecond) + " calls/s"],
    ["achieved", digits(load.achievedCallsPerSecond) + " calls/s"],
    ["p99 from the planned start", digits(p99Of(step)) + " ms"],
    ["failed", share((load.calls - load.succeeded) / Math.max(1, load.calls))],
    ["result", [VERDICTS[step.verdict], ...step.reasons].join("; ")],
  ]);
}

/** Memory at the end of each load step, and the peak during it, over the rate. @param shown as above */
function memoryRateOption(shown, colors, width) {
  const points = (target, key) =>
    ratedSteps(target)
      .filter((step) => step[key] !== null)
      .map((step) => ({ value: [step.load.offeredCallsPerSecond, bytesToMiB(step[key]), step.number] }));
  const { marks, grid, nameGap } = capacityLines(shown, width);
  return {
    ...onePanel(colors, ({ seriesName, value }) =>
      tip(seriesName, [
        ["load step", number(value[2])],
        ["offered", digits(value[0]) + " calls/s"],
        ["resident memory", number(value[1], 2) + " MiB"],
      ]),
    ),
    grid,
    xAxis: axisBelow(colors, "offered calls/s", rateScale(shown)),
    yAxis: axis(colors, "MiB", { min: 0, nameGap }),
    series: shown
      .flatMap(({ target, look }) => [
        ...overRates(target.name + " RSS", look, points(target, "rssBytes"), { markLine: marks.get(target.name) }),
        ...overRates(target.name + " peak", look, points(target, "peakRssBytes"), {
          symbol: PEAK,
          line: { lineStyle: { color: look.color, type: "dotted", width: 1 } },
        }),
      ])
      .filter(({ data }) => data.length),
  };
}
