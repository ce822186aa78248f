// Each call over its start.

/** Each call, or, of very many, the fastest, the slowest and the quartiles of each group. */
function scatterOption(shown, isLog, colors) {
  const bursts = shown.map(({ burst }) => burst);
  const alone = shown.length === 1;
  const series = shown.flatMap(({ name, index, burst }) => {
    const look = colors.target(index);
    const points = (keep) =>
      burst.dots.atMillis
        .map((at, dot) => {
          const millis = burst.dots.latencyMillis[dot];
          return [at, drawn(millis, isLog), millis, burst.dots.cause[dot]];
        })
        .filter((point) => keep(point[3]));
    const ok = {
      name: alone ? "succeeded" : name,
      type: "scatter",
      exact: 2,
      symbol: look.symbol,
      symbolSize: 5,
      itemStyle: { color: look.color, opacity: 0.65 },
      data: points((cause) => cause < 0),
    };
    const failed = alone
      ? burst.causes.map((cause, position) => ({
          name: cause.label,
          color: colors.causes[position % colors.causes.length],
          data: points((one) => one === position),
        }))
      : [{ name: name + " failed", color: look.color, data: points((cause) => cause >= 0) }];
    return [
      ok,
      ...failed.map(({ name: label, color, data }) => ({
        name: label,
        type: "scatter",
        exact: 2,
        symbol: CROSS,
        symbolSize: 8,
        itemStyle: { color },
        data,
      })),
    ];
  });
  return {
    ...onePanel(colors, ({ seriesName, value }) =>
      tip(seriesName, [
        ["started at", number(value[0]) + " ms"],
        ["took", number(value[2]) + " ms"],
      ]),
    ),
    xAxis: axisBelow(colors, "ms after the start of the first call", { min: 0 }),
    yAxis: latencyAxis(colors, bursts, isLog),
    series: series.filter(({ data }) => data.length).concat(timeoutLine(colors, bursts)),
  };
}

/** How many calls have a point, in words; empty where each call has one. */
function thinned(shown) {
  const few = shown.filter(({ burst }) => burst.dots.atMillis.length < burst.dots.of);
  return few.length
    ? "The last chart shows " +
        few
          .map(
            ({ name, burst }) =>
              number(burst.dots.atMillis.length) + " of " + number(burst.dots.of) + " calls of " + name,
          )
          .join(", ") +
        ": the fastest, the slowest and the quartiles of each group of calls that started one after the other. No extreme is left out."
    : "";
}
