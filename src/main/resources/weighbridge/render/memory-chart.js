// Memory and load of one target on one axis of time.

const PANELS = [
  { name: "MiB", height: 200 },
  { name: "calls/s", height: 110, ofLoad: true },
  { name: "in flight", height: 90, ofCalls: true },
  { name: "cores", height: 90 },
];
const PANEL_TOP = 44;
const PANEL_GAP = 34;
const PHASE_LABELS = { idle: "idle", cold: "cold", "warm-up": "warm-up", measured: "measured", settled: "settled" };

/** The panels that have something to show. Without a log only the mean rate of a load is known. */
function panelsOf(trace) {
  const isCalled = trace.bursts.length > 0;
  const isLoaded = isCalled || trace.phases.some((phase) => phase.calls !== null);
  const isSampled = trace.rssBytes.atMillis.length > 0;
  return PANELS.filter((panel) => (panel.ofCalls ? isCalled : panel.ofLoad ? isLoaded : isSampled));
}

/** Of the chart, in px. */
function memoryHeight(trace) {
  return PANEL_TOP + panelsOf(trace).reduce((sum, panel) => sum + panel.height + PANEL_GAP, 0) + 62;
}

/** What the panels show, as [panel, name, points, look] rows; look is part of an ECharts series. */
function memorySeries(trace, colors) {
  const [blue, green, purple, ochre, grey] = colors.accents;
  const points = (pick) =>
    trace.moments
      .filter((moment) => pick(moment) !== null)
      .map((moment) => [toSeconds(moment.atMillis), bytesToMiB(pick(moment))]);
  const dots = (symbol, color) => ({ type: "scatter", symbol, symbolSize: 11, itemStyle: { color } });
  const line = (color, more = {}) => ({
    type: "line",
    symbol: "none",
    lineStyle: { color, width: 2, ...more.lineStyle },
    itemStyle: { color },
    ...(more.area ? { areaStyle: { color, opacity: 0.15 } } : {}),
    ...(more.step ? { step: "end" } : {}),
  });
  const rows = [
    [0, "RSS", trackPoints(trace.rssBytes, bytesToMiB), line(blue)],
    [0, "PSS", points((moment) => moment.pssBytes), dots(PSS, purple)],
    [0, "live heap", points((moment) => moment.liveHeapBytes), dots(LIVE_HEAP, green)],
  ];
  const measured = trace.bursts.find((burst) => burst.kind === "measured");
  if (trace.peakRssBytes !== null && measured) {
    const peak = bytesToMiB(trace.peakRssBytes);
    rows.push([
      0,
      "RSS peak",
      [
        [toSeconds(measured.fromMillis), peak],
        [toSeconds(measured.toMillis), peak],
      ],
      { ...line(ochre, { lineStyle: { type: "dashed" } }), symbol: PEAK, showSymbol: true, symbolSize: 10 },
    ]);
  }
  if (trace.bursts.length) {
    rows.push([
      1,
      "succeeded",
      trace.bursts.flatMap((burst) => ratePoints(burst, burst.rates.ok)),
      line(green, { step: true, area: true }),
    ]);
    rows.push([
      1,
      "failed",
      trace.bursts.filter((burst) => burst.causes.length).flatMap((burst) => ratePoints(burst, failedCounts(burst))),
      line(colors.failed, { step: true, area: true, lineStyle: { type: "dashed" } }),
    ]);
    rows.push([
      2,
      "in flight",
      trace.bursts.flatMap((burst) => [...trackPoints(burst.inFlight), [toSeconds(burst.toMillis), null]]),
      line(purple, { step: true, area: true }),
    ]);
  }
  const means = (kind) => trace.phases.filter((phase) => phase.kind === kind).flatMap(meanRatePoints);
  rows.push([1, "warm-up, mean", means("warm-up"), line(grey, { lineStyle: { type: "dotted" } })]);
  rows.push([1, "load steps, mean", means("probe"), line(green, { area: true })]);
  if (!measured) {
    rows.push([1, "measured, mean", means("measured"), line(green, { area: true })]);
  }
  rows.push([3, "CPU", trackPoints(trace.cores), { ...line(ochre), step: "start" }]);
  return rows.filter(([, , data]) => data.length);
}

/**
 * Phases as areas behind a panel, named where there is room. Bursts of one kind that follow one another are one area; load
 * steps have their numbers.
 *
 * @param width of the panel, px
 */
function phaseAreas(trace, view, width, colors) {
  const areas = [];
  trace.phases
    .filter((phase) => colors.phases[phase.kind])
    .forEach((phase) => {
      const before = areas[areas.length - 1];
      const isStep = phase.kind === "probe";
      if (before && before.kind === phase.kind && !isStep) {
        before.to = phase.toMillis;
      } else {
        const label = isStep ? String(phase.number) : PHASE_LABELS[phase.kind];
        areas.push({ kind: phase.kind, label, from: phase.fromMillis, to: phase.toMillis });
      }
    });
  // The name of an area stands in the middle of what is seen of it.
  const seen = ({ from, to }) => Math.min(to, view[1]) - Math.max(from, view[0]);
  const isWide = (area) => textWidth(area.label) + 4 < (seen(area) * width) / (view[1] - view[0]);
  return areas.map((area) => [
    {
      xAxis: toSeconds(area.from),
      name: isWide(area) ? area.label : "",
      itemStyle: { color: colors.phases[area.kind] },
    },
    { xAxis: toSeconds(area.to) },
  ]);
}

/**
 * The chart of one target.
 *
 * @param shownView gives the [from, to] in ms that is shown at the moment
 * @param pointed gives the time in s that a reader points at, or null; ECharts itself gives the nearest point of a line, which
 *     may be far away where the line is flat
 */
function memoryOption(trace, shownView, pointed, colors, width) {
  const view = shownView();
  const panels = panelsOf(trace);
  const last = panels.length - 1;
  let top = PANEL_TOP;
  const grids = panels.map(({ height }) => {
    const grid = { ...GRID, top, bottom: undefined, height };
    top += height + PANEL_GAP;
    return grid;
  });
  const all = panels.map((ignored, index) => index);
  const series = memorySeries(trace, colors);
  const areas = phaseAreas(trace, view, width - GRID.left - GRID.right, colors);
  const [wholeFrom, wholeTo] = wholeSpan(trace);
  return {
    grid: grids,
    // Lines without marks have none in the legend either.
    legend: {
      ...legend(colors),
      data: series.map(([, name, , look]) => ({ name, itemStyle: { opacity: look.symbol === "none" ? 0 : "inherit" } })),
    },
    axisPointer: {
      snap: false,
      link: [{ xAxisIndex: "all" }],
      lineStyle: { color: colors.quiet },
      label: { show: false },
    },
    tooltip: {
      trigger: "axis",
      formatter: (points) => {
        const [from, to] = shownView();
        const at = pointed() === null ? points[0].axisValue : pointed();
        return tip(seconds(at * 1000), memoryAt(trace, at, (to - from) / 60));
      },
    },
    toolbox: { left: -9999, feature: { dataZoom: { yAxisIndex: "none" } } },
    xAxis: panels.map((panel, index) => ({
      ...axisBelow(colors, "seconds since the start of the run"),
      gridIndex: index,
      min: toSeconds(Math.min(wholeFrom, view[0])),
      max: toSeconds(Math.max(wholeTo, view[1])),
      axisLabel: {
        color: colors.quiet,
        fontSize: 12,
        showMinLabel: false,
        showMaxLabel: false,
        hideOverlap: true,
        show: index === last,
      },
      ...(index === last ? {} : { name: "" }),
    })),
    yAxis: panels.map((panel, index) => ({
      ...axis(colors, panel.name),
      gridIndex: index,
      min: 0,
      splitNumber: index ? 2 : 4,
    })),
    dataZoom: [
      {
        type: "inside",
        xAxisIndex: all,
        startValue: toSeconds(view[0]),
        endValue: toSeconds(view[1]),
        zoomOnMouseWheel: "ctrl",
        moveOnMouseMove: false,
        moveOnMouseWheel: false,
        filterMode: "none",
      },
      {
        type: "slider",
        xAxisIndex: all,
        startValue: toSeconds(view[0]),
        endValue: toSeconds(view[1]),
        height: 22,
        bottom: 4,
        filterMode: "none",
        labelFormatter: (value) => number(value, 1) + " s",
        textStyle: { color: colors.quiet },
      },
    ],
    series: [
      // A series of its own for each panel, so that the phases do not go with a line that is switched off in the legend.
      ...panels.map((panel, index) => ({
        type: "line",
        data: [],
        xAxisIndex: index,
        yAxisIndex: index,
        markArea: {
          silent: true,
          label: { show: index === 0, position: "insideTop", color: colors.text, fontSize: 12 },
          data: areas,
        },
      })),
      ...series.map(([panel, name, data, look]) => ({
        name,
        data,
        xAxisIndex: panels.indexOf(PANELS[panel]),
        yAxisIndex: panels.indexOf(PANELS[panel]),
        ...look,
      })),
    ],
  };
}
