// Memory and load of one target on one axis of time.

const PANELS = [
  { name: "MiB", height: 200 },
  { name: "calls/s", height: 110 },
  { name: "in flight", height: 90 },
  { name: "cores", height: 90 },
];
const PANEL_TOP = 44;
const PANEL_GAP = 34;
const MEMORY_HEIGHT = PANEL_TOP + PANELS.reduce((sum, panel) => sum + panel.height + PANEL_GAP, 0) + 62;
const PHASE_LABELS = { idle: "idle", cold: "cold", "warm-up": "warm-up", measured: "window", settled: "settled" };
const PHASE_WORDS = {
  idle: "idle",
  cold: "cold burst",
  "warm-up": "warm-up burst",
  floor: "burst at the sink, for the generator's floor",
  measured: "window",
  settled: "settled",
};

const OVERVIEW_HEIGHT = 320;

const bytesToMiB = (bytes) => bytes / MEBIBYTE;
const toSeconds = (millis) => millis / 1000;

/** The points of a track. */
function trackPoints(track, value = (same) => same) {
  return track.atMillis.map((at, index) => [toSeconds(at), value(track.values[index])]);
}

/** Calls/s as steps: each value holds until the next point. @param counts of each bin */
function ratePoints(burst, counts) {
  const { binMillis } = burst.rates;
  const points = counts.map((count, bin) => [toSeconds(burst.fromMillis + bin * binMillis), (count * 1000) / binMillis]);
  const end = toSeconds(burst.fromMillis + counts.length * binMillis);
  return [[points.length ? points[0][0] : end, 0], ...points, [end, 0], [end, null]];
}

/** Calls that failed in each bin, whatever the cause. */
function failedCounts(burst) {
  return burst.rates.ok.map((ignored, bin) => burst.rates.ko.reduce((sum, counts) => sum + counts[bin], 0));
}

/** Of a burst that is not logged only the mean over all of it is known. */
function meanRatePoints(phase) {
  const rate = (phase.calls * 1000) / Math.max(1, phase.toMillis - phase.fromMillis);
  const [from, to] = [toSeconds(phase.fromMillis), toSeconds(phase.toMillis)];
  return [[from, 0], [from, rate], [to, rate], [to, 0], [to, null]];
}

/** What the panels show, as [panel, name, points, look] rows; look is part of an ECharts series. */
function memorySeries(trace, colors) {
  const [blue, green, purple, ochre, grey] = colors.accents;
  const points = (pick) =>
    trace.moments.filter((moment) => pick(moment) !== null).map((moment) => [toSeconds(moment.atMillis), bytesToMiB(pick(moment))]);
  const dots = (symbol, color) => ({ type: "scatter", symbol, symbolSize: 11, itemStyle: { color } });
  const line = (color, more = {}) => ({
    type: "line",
    showSymbol: false,
    lineStyle: { color, width: 2, ...more.lineStyle },
    itemStyle: { color },
    ...(more.area ? { areaStyle: { color, opacity: 0.15 } } : {}),
    ...(more.step ? { step: "end" } : {}),
  });
  const rows = [
    [0, "rss", trackPoints(trace.rssBytes, bytesToMiB), line(blue)],
    [0, "pss", points((moment) => moment.pssBytes), dots("diamond", purple)],
    [0, "live heap", points((moment) => moment.liveHeapBytes), dots("triangle", green)],
  ];
  const measured = trace.bursts.find((burst) => burst.kind === "measured");
  if (trace.peakRssBytes !== null && measured) {
    const peak = bytesToMiB(trace.peakRssBytes);
    rows.push([
      0,
      "rss peak",
      [[toSeconds(measured.fromMillis), peak], [toSeconds(measured.toMillis), peak]],
      { ...line(ochre, { lineStyle: { type: "dashed" } }), symbol: "rect", showSymbol: true, symbolSize: 7 },
    ]);
  }
  if (trace.bursts.length) {
    rows.push([1, "succeeded", trace.bursts.flatMap((burst) => ratePoints(burst, burst.rates.ok)), line(blue, { step: true, area: true })]);
    rows.push([
      1,
      "failed",
      trace.bursts.filter((burst) => burst.causes.length).flatMap((burst) => ratePoints(burst, failedCounts(burst))),
      line(colors.failed, { step: true, area: true, lineStyle: { type: "dashed" } }),
    ]);
    rows.push([2, "in flight", trace.bursts.flatMap((burst) => [...trackPoints(burst.inFlight), [toSeconds(burst.toMillis), null]]), line(blue, { step: true, area: true })]);
  }
  const warmups = trace.phases.filter((phase) => phase.kind === "warm-up");
  if (warmups.length) {
    rows.push([1, "warm-up, mean", warmups.flatMap(meanRatePoints), line(grey, { lineStyle: { type: "dotted" } })]);
  }
  rows.push([3, "CPU", trackPoints(trace.cores), { ...line(ochre), step: "start" }]);
  return rows.filter(([, , data]) => data.length);
}

/** Phases as areas behind a panel, named where there is room; the bursts of one kind that follow one another are one. */
function phaseAreas(trace, view, colors) {
  const areas = [];
  trace.phases
    .filter((phase) => colors.phases[phase.kind])
    .forEach((phase) => {
      const before = areas[areas.length - 1];
      if (before && before.kind === phase.kind) {
        before.to = phase.toMillis;
      } else {
        areas.push({ kind: phase.kind, from: phase.fromMillis, to: phase.toMillis });
      }
    });
  const isWide = (area) => area.to - area.from > 0.045 * (view[1] - view[0]);
  return areas.map((area) => [
    { xAxis: toSeconds(area.from), name: isWide(area) ? PHASE_LABELS[area.kind] : "", itemStyle: { color: colors.phases[area.kind] } },
    { xAxis: toSeconds(area.to) },
  ]);
}

/** The whole stretch of time that a target has anything for, in ms. */
function wholeSpan(trace) {
  const times = [...trace.rssBytes.atMillis, ...trace.phases.flatMap((phase) => [phase.fromMillis, phase.toMillis]), ...trace.moments.map((moment) => moment.atMillis)];
  return times.length ? [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))] : [0, 1];
}

/** The stretches of time that a reader may want to see, as [name, from, to] in ms; the first one is shown first. */
function memoryViews(trace) {
  const bursts = trace.phases.filter((phase) => phase.calls !== null);
  const views = [];
  const add = (name, from, to, margin) => views.push([name, from - margin * (to - from), to + margin * (to - from)]);
  if (bursts.length) {
    add("Its turn", bursts[0].fromMillis, bursts[bursts.length - 1].toMillis, 0.06);
  }
  const span = wholeSpan(trace);
  add("Whole round", span[0], span[1], 0);
  bursts.filter((phase) => phase.kind === "cold").forEach((phase) => add("Cold burst", phase.fromMillis, phase.toMillis, 0.1));
  bursts.filter((phase) => phase.kind === "measured").forEach((phase) => add("Window", phase.fromMillis, phase.toMillis, 0.1));
  return views;
}

/** Index of the point of a track that lies closest to this time; -1 where it has none. */
function nearest(track, at) {
  return track.atMillis.reduce((best, time, index) => (best < 0 || Math.abs(time - at) < Math.abs(track.atMillis[best] - at) ? index : best), -1);
}

/** What was at this moment, as [name, value] lines. @param reachMillis so close a weighing has to be for its dot to be meant */
function memoryAt(trace, atSeconds, reachMillis) {
  const at = atSeconds * 1000;
  const lines = [];
  const holding = (track) => track.atMillis.reduce((last, time, index) => (time <= at ? index : last), -1);
  const phase = trace.phases.find((one) => one.fromMillis <= at && at <= one.toMillis);
  if (phase) {
    lines.push(["phase", PHASE_WORDS[phase.kind] + (phase.kind === "warm-up" ? " " + phase.number : "")]);
  }
  const sample = nearest(trace.rssBytes, at);
  if (sample >= 0) {
    lines.push(["rss at " + seconds(trace.rssBytes.atMillis[sample]), mebibytes(trace.rssBytes.values[sample])]);
  }
  trace.moments
    .filter((moment) => Math.abs(moment.atMillis - at) < reachMillis)
    .forEach((moment) => {
      lines.push(["pss " + moment.moment, mebibytes(moment.pssBytes)]);
      lines.push(["live heap " + moment.moment, mebibytes(moment.liveHeapBytes)]);
    });
  const burst = trace.bursts.find((one) => one.fromMillis <= at && at <= one.toMillis);
  if (burst) {
    if (burst.kind === "measured") {
      lines.push(["rss peak of the window", mebibytes(trace.peakRssBytes)]);
    }
    const bin = Math.min(burst.rates.ok.length - 1, Math.floor((at - burst.fromMillis) / burst.rates.binMillis));
    const rate = (count) => number((count * 1000) / burst.rates.binMillis) + " calls/s";
    lines.push(["succeeded", rate(burst.rates.ok[bin])]);
    lines.push(["failed", rate(failedCounts(burst)[bin])]);
    const step = holding(burst.inFlight);
    lines.push(["in flight", number(step < 0 ? 0 : burst.inFlight.values[step])]);
  } else if (phase && phase.kind === "warm-up") {
    lines.push(["calls/s, mean of the burst", number((phase.calls * 1000) / Math.max(1, phase.toMillis - phase.fromMillis))]);
  }
  const use = trace.cores.atMillis.findIndex((time) => time >= at);
  if (use >= 0) {
    lines.push(["CPU", number(trace.cores.values[use], 2) + " cores"]);
  }
  return lines;
}

/** The chart of one target. @param view [from, to] in ms that is shown */
function memoryOption(trace, view, colors) {
  let top = PANEL_TOP;
  const grids = PANELS.map((panel) => {
    const grid = { ...GRID, top, bottom: undefined, height: panel.height };
    top += panel.height + PANEL_GAP;
    return grid;
  });
  const all = PANELS.map((ignored, index) => index);
  const areas = phaseAreas(trace, view, colors);
  const [wholeFrom, wholeTo] = wholeSpan(trace);
  return {
    grid: grids,
    legend: legend(colors),
    axisPointer: { link: [{ xAxisIndex: "all" }], lineStyle: { color: colors.quiet }, label: { show: false } },
    tooltip: {
      trigger: "axis",
      formatter: (points) => tip(seconds(points[0].axisValue * 1000), memoryAt(trace, points[0].axisValue, (view[1] - view[0]) / 60)),
    },
    toolbox: { left: -9999, feature: { dataZoom: { yAxisIndex: "none" } } },
    xAxis: PANELS.map((panel, index) => ({
      ...axisBelow(colors, "s after the start of the run"),
      gridIndex: index,
      min: toSeconds(Math.min(wholeFrom, view[0])),
      max: toSeconds(Math.max(wholeTo, view[1])),
      axisLabel: { color: colors.quiet, fontSize: 12, showMinLabel: false, showMaxLabel: false, hideOverlap: true, show: index === PANELS.length - 1 },
      ...(index === PANELS.length - 1 ? {} : { name: "" }),
    })),
    yAxis: PANELS.map((panel, index) => ({ ...axis(colors, panel.name), gridIndex: index, min: 0, splitNumber: index ? 2 : 4 })),
    dataZoom: [
      { type: "inside", xAxisIndex: all, startValue: toSeconds(view[0]), endValue: toSeconds(view[1]), zoomOnMouseWheel: "ctrl", moveOnMouseMove: false, moveOnMouseWheel: false, filterMode: "none" },
      { type: "slider", xAxisIndex: all, startValue: toSeconds(view[0]), endValue: toSeconds(view[1]), height: 22, bottom: 4, filterMode: "none", labelFormatter: (value) => number(value, 1) + " s", textStyle: { color: colors.quiet } },
    ],
    series: [
      // A series of its own for each panel, so that the phases do not go with a line that is switched off in the legend.
      ...PANELS.map((panel, index) => ({ type: "line", data: [], xAxisIndex: index, yAxisIndex: index, markArea: { silent: true, label: { show: index === 0, position: "insideTop", color: colors.text, fontSize: 12 }, data: areas } })),
      ...memorySeries(trace, colors).map(([panel, name, data, look]) => ({ name, data, xAxisIndex: panel, yAxisIndex: panel, ...look })),
    ],
  };
}

/**
 * The memory of all of them over the whole round.
 *
 * @param shown {name, index, trace, zero} list; zero is when the round of the trace began, in ms
 */
function overviewOption(shown, colors) {
  const at = ({ trace, zero }, afterMillis) => trace.rssBytes.values[nearest(trace.rssBytes, zero + afterMillis)];
  return {
    grid: GRID,
    legend: legend(colors),
    tooltip: {
      trigger: "axis",
      formatter: (points) =>
        tip(seconds(points[0].axisValue * 1000), shown.map((one) => ["rss of " + one.name, mebibytes(at(one, points[0].axisValue * 1000))])),
    },
    axisPointer: { lineStyle: { color: colors.quiet }, label: { show: false } },
    toolbox: { left: -9999, feature: { dataZoom: { yAxisIndex: "none" } } },
    dataZoom: [{ type: "inside", zoomOnMouseWheel: "ctrl", moveOnMouseMove: false, moveOnMouseWheel: false, filterMode: "none" }],
    xAxis: axisBelow(colors, "s after the first weighing of the round", { min: 0, max: "dataMax", axisLabel: { color: colors.quiet, fontSize: 12, showMinLabel: false, showMaxLabel: false } }),
    yAxis: axis(colors, "MiB", { min: 0 }),
    series: shown.map(({ name, index, trace, zero }) => {
      const look = colors.target(index);
      return { name, type: "line", showSymbol: false, symbol: look.symbol, itemStyle: { color: look.color }, lineStyle: { color: look.color, type: look.dash, width: 2 }, data: trackPoints(trace.rssBytes, bytesToMiB).map(([at, value]) => [at - toSeconds(zero), value]) };
    }),
  };
}
