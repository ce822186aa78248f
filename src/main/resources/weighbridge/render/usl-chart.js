// Throughput over the calls in flight of closed loads, and the USL (Universal Scalability Law) fitted to it.

/** The closed loads as points, the USL as a line. @param shown {target, look, trace} list */
function uslOption(shown, colors) {
  return {
    ...onePanel(colors, ({ seriesName, value }) =>
      tip(seriesName, [
        ["calls in flight", digits(value[0])],
        ["calls/s", digits(value[1])],
      ]),
    ),
    xAxis: axisBelow(colors, "calls in flight, mean", { min: 0 }),
    yAxis: axis(colors, "calls/s", { min: 0 }),
    series: shown.flatMap(({ target, look, trace }) => [
      {
        name: target.name,
        type: "scatter",
        symbol: look.symbol,
        symbolSize: 9,
        itemStyle: { color: look.color },
        data: closedSteps(target).map(({ load }) => [load.inFlight, load.achievedCallsPerSecond]),
      },
      joined(
        target.name + ", USL",
        look,
        trace.users.map((users, index) => [users, trace.callsPerSecond[index]]),
        { showSymbol: false },
      ),
    ]),
  };
}

/** The loads that the USL was fitted to. */
function closedSteps(target) {
  return target.capacity.probes.filter(
    ({ purpose, verdict, reasons, load }) =>
      purpose === "closed" && verdict === "none" && reasons.length === 0 && load.inFlight >= 1,
  );
}
