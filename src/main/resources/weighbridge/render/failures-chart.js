// Which calls failed when, by cause.

const FAILURES_HEIGHT = 260;

const withStatus = (cause) =>
  cause.label + (cause.status < 0 ? " (no answer in time)" : " (status " + cause.status + ")");

/** Calls that failed in each bin of time, one cause on the other. */
function failuresOption(burst, colors) {
  const { binMillis, ko } = burst.rates;
  const at = (bin) => number(toSeconds(burst.fromMillis + bin * binMillis), 3);
  return {
    ...onePanel(colors, ({ seriesIndex, dataIndex }) => {
      const from = burst.fromMillis + dataIndex * binMillis;
      return tip(withStatus(burst.causes[seriesIndex]), [
        ["ended at", seconds(from) + " to " + seconds(from + binMillis)],
        ["calls", number(ko[seriesIndex][dataIndex])],
        ["of all with this cause", number(burst.causes[seriesIndex].calls)],
      ]);
    }),
    xAxis: axisBelow(colors, "seconds since the start of the run", {
      type: "category",
      data: burst.rates.ok.map((ignored, bin) => at(bin)),
    }),
    yAxis: axis(colors, "failed calls per " + number(binMillis) + " ms", { min: 0, minInterval: 1 }),
    // Patterns beside colours, so that causes are told apart without them.
    aria: { enabled: true, label: { enabled: false }, decal: { show: burst.causes.length > 1 } },
    series: burst.causes.map((cause, index) => ({
      name: withStatus(cause),
      type: "bar",
      stack: "failed",
      barCategoryGap: "10%",
      itemStyle: { color: colors.causes[index % colors.causes.length] },
      data: ko[index].map((count, bin) => [at(bin), count]),
    })),
  };
}
