// How a target scales with users that call without a pause, and the law that was fitted to it.

/** The closed loads as points, the law as a line. @param shown {target, look, trace} list */
function uslOption(shown, colors) {
  return {
    ...onePanel(colors, ({ seriesName, value }) =>
      tip(seriesName, [
        ["users", digits(value[0])],
        ["calls/s", digits(value[1])],
      ]),
    ),
    xAxis: axisBelow(colors, "users at once", { min: 0 }),
    yAxis: axis(colors, "calls/s", { min: 0 }),
    series: shown.flatMap(({ target, look, trace }) => [
      {
        name: target.name,
        type: "scatter",
        symbol: look.symbol,
        symbolSize: 9,
        itemStyle: { color: look.color },
        data: closedProbes(target).map(({ load }) => [load.concurrency, load.achievedCallsPerSecond]),
      },
      joined(
        target.name + ", law",
        look,
        trace.users.map((users, index) => [users, trace.callsPerSecond[index]]),
        { showSymbol: false },
      ),
    ]),
  };
}

/** The loads that the law is held against. */
function closedProbes(target) {
  return target.capacity.probes.filter(({ purpose }) => purpose === "closed");
}
