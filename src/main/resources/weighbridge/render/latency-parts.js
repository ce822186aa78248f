// What the latency charts have in common.

const LATENCY_HEIGHT = 340;

/** Where a logarithmic axis, which has no 0, shows calls of less than 1 ms. The log has no finer resolution. */
const UNDER_ONE = 0.5;

/** Where a latency stands on the axis. */
const drawn = (millis, isLog) => (isLog && millis < 1 ? UNDER_ONE : millis);

/** From the power of ten below the shortest of these bursts' calls to beyond the timeout. */
function latencyAxis(colors, bursts, isLog) {
  const parts = bursts.flatMap(({ ok, ko }) => [ok, ko].filter((one) => one));
  const shortest = Math.min(...parts.map((one) => one.atLeastMillis[0]));
  const longest = Math.max(
    ...parts.map((one) => one.atLeastMillis[one.atLeastMillis.length - 1]),
    ...bursts.map(({ timeoutMillis }) => timeoutMillis),
  );
  if (!parts.length || !isLog) {
    return axis(colors, "ms", roundScale(longest));
  }
  const below = shortest < 1 ? UNDER_ONE : 10 ** Math.floor(Math.log10(shortest));
  const above = 10 ** Math.ceil(Math.log10(longest));
  return axis(colors, "ms", { type: "log", min: below, max: above, axisLabel: millisLabel(colors) });
}

const millisLabel = (colors) => ({
  color: colors.quiet,
  fontSize: 12,
  formatter: (millis) => (millis < 1 ? "under 1" : number(millis)),
});

/** The timeout, as a series of its own: it stays whatever is switched off in the legend. */
function timeoutLine(colors, bursts) {
  return bursts.slice(0, 1).map(({ timeoutMillis }) => ({
    type: "line",
    data: [],
    markLine: {
      silent: true,
      symbol: "none",
      lineStyle: { color: colors.failed, type: "dashed", width: 1.5 },
      label: {
        formatter: "timeout " + number(timeoutMillis) + " ms",
        color: colors.failed,
        position: "insideEndTop",
      },
      data: [{ yAxis: timeoutMillis }],
    },
  }));
}

/**
 * What is drawn of each burst: the calls that succeeded and those that failed, each with its look.
 *
 * @param shown {name, index, burst} list; index is the place of the target
 */
function latencyParts(shown, colors) {
  return shown.flatMap(({ name, index, burst }) => {
    const look = colors.target(index);
    const alone = shown.length === 1;
    const ok = { ...look, name: alone ? "succeeded" : name, part: "ok", burst };
    const ko = {
      ...look,
      color: alone ? colors.failed : look.color,
      symbol: CROSS,
      dash: "dotted",
      name: (alone ? "" : name + " ") + "failed",
      part: "ko",
      burst,
    };
    return [ok, ko].filter(({ part }) => burst[part] !== null);
  });
}
