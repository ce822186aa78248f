// One in so many calls took at least so long.

/** Of which percentiles there are labels: one in so many calls. */
const RANKS = [1, 2, 4, 10, 20, 100, 200, 1e3, 1e4, 1e5, 1e6];

function percentileOption(shown, isLog, colors) {
  const parts = latencyParts(shown, colors);
  const bursts = shown.map(({ burst }) => burst);
  return {
    table: { x: "one in … calls" },
    ...onePanel(colors, ({ seriesName, value }) =>
      tip(seriesName, [
        ["beyond the percentile", percentile(value[0])],
        ["one in", digits(value[0]) + " calls"],
        ["took at least", number(value[2]) + " ms"],
      ]),
    ),
    xAxis: axisBelow(colors, "percentile", {
      type: "log",
      min: 1,
      axisTick: { customValues: RANKS },
      axisLabel: { color: colors.quiet, fontSize: 12, formatter: percentile, customValues: RANKS, hideOverlap: true },
    }),
    yAxis: latencyAxis(colors, bursts, isLog),
    series: parts
      .map(({ name, part, burst, color, symbol, dash }) => ({
        name,
        type: "line",
        // A latency holds until fewer calls took longer: a step, and no slope of values that nobody measured.
        step: "end",
        symbol,
        symbolSize: 6,
        showAllSymbol: true,
        itemStyle: { color },
        lineStyle: { color, type: dash, width: 2 },
        exact: 2,
        data: burst[part].calls.map((calls, rank) => {
          const millis = burst[part].atLeastMillis[rank];
          return [burst[part].count / calls, drawn(millis, isLog), millis];
        }),
      }))
      .concat(timeoutLine(colors, bursts)),
  };
}
