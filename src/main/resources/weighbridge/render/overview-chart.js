// The memory of all targets on one axis of time.

const OVERVIEW_HEIGHT = 320;

/** The memory of all over the whole round; the generator is not among them. @param shown {name, index, trace} list */
function overviewOption(shown, colors) {
  const at = ({ trace }, millis) => trace.rssBytes.values[nearest(trace.rssBytes, millis)];
  return {
    grid: GRID,
    legend: legend(colors),
    tooltip: {
      trigger: "axis",
      formatter: (points) =>
        tip(
          seconds(points[0].axisValue * 1000),
          shown.map((one) => [one.name, mebibytes(at(one, points[0].axisValue * 1000))]),
        ),
    },
    axisPointer: { snap: false, lineStyle: { color: colors.quiet }, label: { show: false } },
    xAxis: axisBelow(colors, "seconds since the start of the run", {
      min: "dataMin",
      max: "dataMax",
      axisLabel: { color: colors.quiet, fontSize: 12, showMinLabel: false, showMaxLabel: false },
    }),
    yAxis: axis(colors, "MiB", { min: 0 }),
    series: shown.map(({ name, index, trace }) => {
      const look = colors.target(index);
      return {
        name,
        type: "line",
        showSymbol: false,
        symbol: look.symbol,
        itemStyle: { color: look.color },
        lineStyle: { color: look.color, type: look.dash, width: 2 },
        data: trackPoints(trace.rssBytes, bytesToMiB),
      };
    }),
  };
}
