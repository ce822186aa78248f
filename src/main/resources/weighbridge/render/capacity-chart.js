// What targets take for which rate of calls: latency and memory of every probe.

const CAPACITY_HEIGHT = 380;

/** What is said of a probe: told by its mark, so that no colour is needed for it. */
const VERDICTS = { kept: "kept", broken: "broken", generator: "generator", none: "not judged" };

/** The least latency that a logarithmic axis has a place for, ms: the histograms' resolution. */
const LEAST_MILLIS = 0.001;

/** How a probe is drawn: filled, as a cross, hollow or small. */
function probeMark(verdict, { color, symbol }, colors) {
  const filled = { symbol, symbolSize: 9, itemStyle: { color } };
  return {
    kept: filled,
    broken: { ...filled, symbol: CROSS, symbolSize: 10 },
    generator: { ...filled, itemStyle: { color: colors.card, borderColor: color, borderWidth: 2 } },
    none: { ...filled, symbolSize: 5 },
  }[verdict];
}

/** Probes at a rate, by rate. Those that warm are none: they show the way to what is measured, and no rate. */
function ratedProbes(target) {
  return target.capacity.probes
    .filter(
      ({ load, purpose }) => load.offeredCallsPerSecond !== null && purpose !== "warm-up" && purpose !== "generator",
    )
    .sort((a, b) => a.load.offeredCallsPerSecond - b.load.offeredCallsPerSecond || a.number - b.number);
}

const p99Of = ({ load }) => load.plannedLatencyMillis && load.plannedLatencyMillis.p99;
const isKnown = (value) => value !== null && value !== undefined;

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

/** The rate that was held. @param withName whether it has to be said whose it is */
function heldLine(target, look, withName) {
  const rate = target.capacity.callsPerSecond;
  return isKnown(rate)
    ? {
        silent: true,
        symbol: "none",
        lineStyle: { color: look.color, type: look.dash, width: 2 },
        label: {
          formatter: () => (withName ? target.name + " holds " : "holds ") + digits(rate),
          color: look.color,
          position: "insideEndTop",
        },
        data: [{ xAxis: rate }],
      }
    : undefined;
}

/** Each limit that is promised, as a series of its own: it stays whatever is switched off in the legend. */
function limitLines(colors, limits) {
  return {
    type: "line",
    data: [],
    markLine: {
      silent: true,
      symbol: "none",
      lineStyle: { color: colors.failed, type: "dashed", width: 1.5 },
      label: {
        formatter: ({ value }) => "promised p99 " + plain(value) + " ms",
        color: colors.failed,
        position: "insideStartTop",
      },
      data: limits.map((limit) => ({ yAxis: limit })),
    },
  };
}

/** The 99th percentile over the rate. @param shown {target, look, trace} list */
function latencyRateOption(shown, colors) {
  const rows = shown.flatMap(({ target }) => ratedProbes(target).map((probe) => [target.name, probe]));
  const known = rows.map(([, probe]) => p99Of(probe)).filter(isKnown);
  const limits = [...new Set(shown.map(({ trace }) => trace.p99LimitMillis).filter(isKnown))];
  const all = [...known, ...limits].map((millis) => Math.max(millis, LEAST_MILLIS));
  const power = (millis, round) => 10 ** round(Math.log10(millis));
  return {
    table: {
      head: ["target", "probe", "for", "offered calls/s", "p99 ms", "came of it"],
      rows: rows.map(([name, probe]) => [
        name,
        String(probe.number),
        probe.purpose,
        exactly(probe.load.offeredCallsPerSecond),
        isKnown(p99Of(probe)) ? exactly(p99Of(probe)) : NOT_AVAILABLE,
        VERDICTS[probe.verdict],
      ]),
      isNumber: [false, true, false, true, true, false],
    },
    ...onePanel(colors, ({ seriesName, data }) => probeTip(seriesName, data.probe)),
    xAxis: axisBelow(colors, "offered calls/s", { min: 0 }),
    yAxis: axis(colors, "p99 ms", {
      type: "log",
      min: all.length ? power(Math.min(...all), Math.floor) : 1,
      max: all.length ? power(Math.max(...all) * 1.01, Math.ceil) : 10,
      axisLabel: { color: colors.quiet, fontSize: 12, formatter: plain },
    }),
    series: shown
      .map(({ target, look }) =>
        joined(
          target.name,
          look,
          ratedProbes(target)
            .filter((probe) => isKnown(p99Of(probe)))
            .map((probe) => ({
              value: [probe.load.offeredCallsPerSecond, Math.max(p99Of(probe), LEAST_MILLIS)],
              probe,
              ...probeMark(probe.verdict, look, colors),
            })),
          { markLine: heldLine(target, look, shown.length > 1) },
        ),
      )
      .filter(({ data }) => data.length)
      .concat(limitLines(colors, limits)),
  };
}

/** How many probes have no point, in words; empty where each has one. */
function withoutP99(shown) {
  const lacking = shown.flatMap(({ target }) => ratedProbes(target)).filter((probe) => !isKnown(p99Of(probe)));
  return lacking.length
    ? number(lacking.length) + " of the probes had too few answers for a p99 and stand in the table alone"
    : "";
}

function probeTip(name, probe) {
  const { load } = probe;
  return tip(name + ": probe " + probe.number + ", " + probe.purpose, [
    ["offered", digits(load.offeredCallsPerSecond) + " calls/s"],
    ["achieved", digits(load.achievedCallsPerSecond) + " calls/s"],
    ["p99 from the planned start", digits(p99Of(probe)) + " ms"],
    ["failed", share((load.calls - load.succeeded) / Math.max(1, load.calls))],
    ["came of it", [VERDICTS[probe.verdict], ...probe.reasons].join("; ")],
  ]);
}

/** Memory at the end of each probe, and the most during it, over the rate. @param shown as above */
function memoryRateOption(shown, colors) {
  const points = (target, key) =>
    ratedProbes(target)
      .filter((probe) => probe[key] !== null)
      .map((probe) => [probe.load.offeredCallsPerSecond, bytesToMiB(probe[key]), probe.number]);
  return {
    ...onePanel(colors, ({ seriesName, value }) =>
      tip(seriesName, [
        ["probe", number(value[2])],
        ["offered", digits(value[0]) + " calls/s"],
        ["resident", number(value[1], 2) + " MiB"],
      ]),
    ),
    xAxis: axisBelow(colors, "offered calls/s", { min: 0 }),
    yAxis: axis(colors, "MiB", { min: 0 }),
    series: shown
      .flatMap(({ target, look }) => [
        joined(target.name + " rss", look, points(target, "rssBytes"), {
          markLine: heldLine(target, look, shown.length > 1),
        }),
        joined(target.name + " peak", look, points(target, "peakRssBytes"), {
          itemStyle: { color: colors.card, borderColor: look.color, borderWidth: 2 },
          lineStyle: { color: look.color, type: "dotted", width: 1 },
        }),
      ])
      .filter(({ data }) => data.length),
  };
}
