// Histogram of latencies.

/** Calls per ms of latency, since bars are not equally wide; of several targets in % of their calls. */
function histogramOption(shown, colors) {
  const alone = shown.length === 1;
  const parts = latencyParts(shown, colors);
  const unit = alone ? "calls per ms" : "% of calls per ms";
  const height = ({ part, burst }, count) => (alone ? count : (100 * count) / burst.calls) / burst[part].binMillis;
  return {
    ...onePanel(colors, ({ seriesIndex, seriesName, dataIndex }) => {
      const { part, burst } = parts[seriesIndex];
      const bin = Math.min(dataIndex, burst[part].bins.length - 1);
      const from = bin * burst[part].binMillis;
      return tip(seriesName, [
        ["took", number(from) + " to under " + number(from + burst[part].binMillis) + " ms"],
        ["calls", number(burst[part].bins[bin])],
      ]);
    }),
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
