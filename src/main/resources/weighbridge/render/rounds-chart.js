// Each figure over all rounds: the value of each round, the median, its interval, and the A/A noise.

const ROUNDS_HEIGHT = 300;
const FIGURES = [
  { key: "secondsPerCall", name: "seconds/call", unit: "µs", scale: 1e6 },
  { key: "p50", name: "p50", unit: "ms", scale: 1 },
  { key: "p99", name: "p99", unit: "ms", scale: 1 },
  { key: "cpuPer1000Calls", name: "CPU per 1,000 calls", unit: "ms", scale: 1e3 },
  { key: "idleRss", name: "RSS idle", unit: "MiB", scale: 1 / MEBIBYTE },
  { key: "peakRss", name: "RSS peak", unit: "MiB", scale: 1 / MEBIBYTE },
  { key: "startup", name: "start-up", unit: "ms", scale: 1 },
];

/** By how much a figure may differ from the median by A/A noise alone. @param noise a ratio of 1 or more */
function noiseBand(place, median, noise) {
  return [{ coord: [place - 0.38, median / noise] }, { coord: [place + 0.38, median * noise] }];
}

/** What the chart shows, in words and numbers. */
function roundsTable(figure, targets, noise) {
  const rows = targets.flatMap(({ name, figures }) => {
    const report = figures[figure.key];
    const ends = report.median === null || !noise ? [null, null] : [report.median / noise, report.median * noise];
    return [
      ...report.values.map((value, round) => ["round " + (round + 1), value]),
      ["median", report.median],
      ["95 % interval from", report.low],
      ["to", report.high],
      ["A/A noise from", ends[0]],
      ["to", ends[1]],
    ]
      .filter(([, value]) => value !== null)
      .map(([which, value]) => [name, which, exactly(value * figure.scale)]);
  });
  return { head: ["target", "which", figure.unit], rows, isNumber: [false, false, true] };
}

function roundsOption(figure, targets, noise, colors, width) {
  const targetNames = targets.map(({ name }) => name);
  const angle = nameAngle(targetNames, (width - GRID.left - 16) / targets.length);
  const nameHeight = Math.sin((angle * Math.PI) / 180) * Math.min(110, Math.max(...targetNames.map(textWidth)));
  const reports = targets.map((target) => target.figures[figure.key]);
  const rounds = Math.max(...reports.map((report) => report.values.length));
  const scaled = (value) => value * figure.scale;
  const place = (index, round) => index + (rounds < 2 ? 0 : ((round - (rounds - 1) / 2) / (rounds - 1)) * 0.56);
  const having = (key) => reports.map((report, index) => [index, report[key]]).filter(([, value]) => value !== null);
  const dots = reports.flatMap((report, index) =>
    report.values
      .map((value, round) => ({
        value: [place(index, round), value === null ? null : scaled(value), round + 1, index],
        symbol: colors.target(index).symbol,
        itemStyle: { color: colors.target(index).color, opacity: 0.8 },
      }))
      .filter(({ value }) => value[1] !== null),
  );
  const isNoise = isKnown(noise);
  const bandTops = isNoise ? having("median").map(([, median]) => scaled(median * noise)) : [];
  const tops = [...dots.map(({ value }) => value[1]), ...having("high").map(([, high]) => scaled(high)), ...bandTops];
  const show = (value) => digits(value) + " " + figure.unit;
  const says = (index) => {
    const report = reports[index];
    return [
      ["median", show(scaled(report.median))],
      [
        "95 % interval",
        report.low === null
          ? NOT_AVAILABLE + ", fewer than six rounds"
          : show(scaled(report.low)) + " to " + show(scaled(report.high)),
      ],
      ["A/A noise", isNoise ? share(noise - 1) : NOT_AVAILABLE],
    ];
  };
  return {
    table: roundsTable(figure, targets, noise),
    grid: { ...GRID, right: 16, top: 30, bottom: 36 + Math.ceil(nameHeight) },
    tooltip: {
      trigger: "item",
      formatter: ({ seriesName, value }) => {
        const index = seriesName === "rounds" ? value[3] : value[0];
        const own = seriesName === "rounds" ? [["round " + value[2], show(value[1])]] : [];
        return tip(targets[index].name, [...own, ...says(index)]);
      },
    },
    xAxis: axisBelow(colors, "", {
      min: -0.5,
      max: targets.length - 0.5,
      interval: 1,
      axisTick: { show: false },
      axisLabel: {
        show: true,
        color: colors.text,
        fontSize: 12,
        customValues: targets.map((ignored, index) => index),
        formatter: (value) => forCanvas(targetNames[value] || ""),
        rotate: angle,
        hideOverlap: false,
        overflow: "truncate",
        width: 110,
      },
    }),
    yAxis: axis(colors, figure.unit, roundScale(Math.max(0, ...tops))),
    series: [
      {
        type: "line",
        data: [],
        markArea: isNoise
          ? {
              silent: true,
              itemStyle: { color: colors.noise },
              data: having("median").map(([index, median]) => noiseBand(index, scaled(median), noise)),
            }
          : undefined,
        markLine: {
          silent: true,
          symbol: "none",
          label: { show: false },
          lineStyle: { color: colors.text, type: "solid", width: 2 },
          data: having("low").flatMap(([index]) => {
            const [low, high] = [scaled(reports[index].low), scaled(reports[index].high)];
            const bar = (y) => [{ coord: [index - 0.08, y] }, { coord: [index + 0.08, y] }];
            return [[{ coord: [index, low] }, { coord: [index, high] }], bar(low), bar(high)];
          }),
        },
      },
      { name: "rounds", type: "scatter", symbolSize: 8, data: dots },
      {
        name: "median",
        type: "scatter",
        symbol: "rect",
        symbolSize: [26, 4],
        itemStyle: { color: colors.text },
        data: having("median").map(([index, median]) => [index, scaled(median)]),
        z: 5,
      },
    ],
  };
}
