// How long calls took: of all targets together, or of one with its failed calls.

const LATENCY_HEIGHT = 340;

/** Of which percentiles there are labels: one in so many calls. */
const RANKS = [1, 2, 4, 10, 20, 100, 200, 1e3, 1e4, 1e5, 1e6];

/** Logarithmic axes have no 0: what took under the log's resolution of 1 ms is drawn at it. */
const onLog = (millis) => Math.max(1, millis);

/** From the power of ten below the shortest of these bursts' calls. */
function latencyAxis(colors, bursts, isLog) {
  const shortest = Math.min(...bursts.flatMap(({ ok, ko }) => [ok, ko].filter((one) => one).map((one) => one.atLeastMillis[0])));
  const below = 10 ** Math.floor(Math.log10(onLog(shortest)));
  return axis(colors, "ms", isLog ? { type: "log", min: Number.isFinite(below) ? below : 1 } : { min: 0 });
}

function timeoutLine(colors, bursts, vertical) {
  const millis = bursts.length ? bursts[0].timeoutMillis : null;
  return millis === null
    ? {}
    : {
        markLine: {
          silent: true,
          symbol: "none",
          lineStyle: { color: colors.failed, type: "dashed", width: 1.5 },
          label: { formatter: "timeout " + number(millis) + " ms", color: colors.failed, position: vertical ? "end" : "insideEndTop" },
          data: [vertical ? { xAxis: millis } : { yAxis: millis }],
        },
      };
}

/** The series of each burst, as [name, burst, part, look]; `part` is ok or ko. @param shown {target index, burst} list */
function latencyParts(shown, colors) {
  return shown.flatMap(({ name, index, burst }) => {
    const look = colors.target(index);
    const alone = shown.length === 1;
    const ok = { ...look, name: alone ? "succeeded" : name, part: "ok", burst };
    const ko = { ...look, color: alone ? colors.failed : look.color, symbol: CROSS, dash: "dotted", name: (alone ? "" : name + " ") + "failed", part: "ko", burst };
    return [ok, ko].filter(({ part }) => burst[part] !== null);
  });
}

/** One in so many calls took at least so long. */
function percentileOption(shown, isLog, colors) {
  const parts = latencyParts(shown, colors);
  const bursts = shown.map(({ burst }) => burst);
  return {
    grid: GRID,
    legend: legend(colors),
    tooltip: {
      trigger: "item",
      formatter: ({ seriesName, value }) =>
        tip(seriesName, [
          ["percentile", percentile(value[0])],
          ["one in", digits(value[0]) + " calls"],
          ["took at least", number(value[1]) + " ms"],
        ]),
    },
    xAxis: axisBelow(colors, "percentile", {
      type: "log",
      min: 1,
      axisTick: { customValues: RANKS },
      axisLabel: { color: colors.quiet, fontSize: 12, formatter: percentile, customValues: RANKS, hideOverlap: true },
    }),
    yAxis: latencyAxis(colors, bursts, isLog),
    series: parts.map(({ name, part, burst, color, symbol, dash }, index) => ({
      name,
      type: "line",
      // A latency holds until fewer calls took longer: a step, and no slope of values that nobody measured.
      step: "end",
      symbol,
      symbolSize: 6,
      showAllSymbol: true,
      itemStyle: { color },
      lineStyle: { color, type: dash, width: 2 },
      data: burst[part].calls.map((calls, rank) => [burst[part].count / calls, isLog ? onLog(burst[part].atLeastMillis[rank]) : burst[part].atLeastMillis[rank]]),
      ...(index ? {} : timeoutLine(colors, bursts, false)),
    })),
  };
}

/** How many calls took how long; of several targets by ms, since their bars are not equally wide. */
function histogramOption(shown, colors) {
  const alone = shown.length === 1;
  const parts = latencyParts(shown, colors).filter(({ part }) => alone || part === "ok");
  const unit = alone ? "calls" : "% of calls per ms";
  const height = ({ part, burst }, count) => (alone ? count : (100 * count) / burst.calls / burst[part].binMillis);
  return {
    grid: GRID,
    legend: legend(colors),
    tooltip: {
      trigger: "item",
      formatter: ({ seriesIndex, seriesName, dataIndex }) => {
        const { part, burst } = parts[seriesIndex];
        const bin = Math.min(dataIndex, burst[part].bins.length - 1);
        const from = bin * burst[part].binMillis;
        return tip(seriesName, [
          ["took", number(from) + " to under " + number(from + burst[part].binMillis) + " ms"],
          ["calls", number(burst[part].bins[bin])],
        ]);
      },
    },
    xAxis: axisBelow(colors, "ms", { min: 0 }),
    yAxis: axis(colors, unit),
    series: parts.map((one) => {
      const { binMillis, bins } = one.burst[one.part];
      const points = bins.map((count, bin) => [bin * binMillis, height(one, count)]);
      return {
        name: one.name,
        type: "line",
        step: "end",
        symbol: one.symbol,
        symbolSize: 5,
        showAllSymbol: true,
        itemStyle: { color: one.color },
        lineStyle: { color: one.color, type: one.dash, width: 2 },
        areaStyle: { color: one.color, opacity: alone ? 0.18 : 0.04 },
        data: [...points, [bins.length * binMillis, 0]],
      };
    }),
  };
}

/** Each call, or of very many the fastest, the slowest and the quartiles of each stretch. */
function scatterOption(shown, isLog, colors) {
  const bursts = shown.map(({ burst }) => burst);
  const alone = shown.length === 1;
  const series = shown.flatMap(({ name, index, burst }) => {
    const look = colors.target(index);
    const points = (keep) =>
      burst.dots.atMillis
        .map((at, dot) => [at, isLog ? onLog(burst.dots.latencyMillis[dot]) : burst.dots.latencyMillis[dot], burst.dots.cause[dot]])
        .filter((point) => keep(point[2]));
    const ok = { name: alone ? "succeeded" : name, type: "scatter", symbol: look.symbol, symbolSize: 5, itemStyle: { color: look.color, opacity: 0.65 }, data: points((cause) => cause < 0) };
    const failed = alone
      ? burst.causes.map((cause, position) => ({ name: cause.label, color: colors.causes[position % colors.causes.length], data: points((one) => one === position) }))
      : [{ name: name + " failed", color: look.color, data: points((cause) => cause >= 0) }];
    return [ok, ...failed.map(({ name: label, color, data }) => ({ name: label, type: "scatter", symbol: CROSS, symbolSize: 8, itemStyle: { color }, data }))];
  });
  return {
    grid: GRID,
    legend: legend(colors),
    tooltip: {
      trigger: "item",
      formatter: ({ seriesName, value }) =>
        tip(seriesName, [
          ["started at", number(value[0]) + " ms"],
          ["took", number(value[1]) + " ms"],
        ]),
    },
    xAxis: axisBelow(colors, "ms after the start of the first call", { min: 0 }),
    yAxis: latencyAxis(colors, bursts, isLog),
    series: series
      .filter(({ data }) => data.length)
      .map((one, index) => (index ? one : { ...one, ...timeoutLine(colors, bursts, false) })),
  };
}

/** How honest the dots are, in words; empty where every call has its own. */
function thinned(shown) {
  const few = shown.filter(({ burst }) => burst.dots.atMillis.length < burst.dots.of);
  return few.length
    ? "Each call by its start: " +
        few.map(({ name, burst }) => number(burst.dots.atMillis.length) + " of " + number(burst.dots.of) + " calls of " + name).join(", ") +
        " are drawn. Of calls that started one after the other these are the fastest, the slowest and the quartiles, so that no extreme is left out."
    : "";
}
