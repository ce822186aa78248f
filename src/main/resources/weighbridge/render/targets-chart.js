// All targets in one picture: what they cost in memory, and what the run was for.

const TARGETS_HEIGHT = 380;
const POINT_SIZE = 11;

const isCapacity = summary.targets.some((target) => target.capacity) || Boolean((summary.run.settings.load || {}).limitMillis);

/** What is drawn upwards, by what the run was for. */
function upwards() {
  if (isCapacity) {
    return { name: "capacity, calls/s", title: "Capacity and peak RSS", of: capacityRange };
  }
  return summary.run.settings.load
    ? { name: "p99, ms", title: "p99 and peak RSS", of: figureRange("p99", 1) }
    : { name: "µs per call", title: "Time per call and peak RSS", of: figureRange("secondsPerCall", 1e6) };
}

/** The median of a figure with the ends of its interval. */
function figureRange(key, scale) {
  return ({ figures }) => {
    const { median, low, high } = figures[key];
    return [median, low, high].map((value) => (value === null ? null : value * scale));
  };
}

/** The interval in which it lies; it has no upper end where it may be higher. */
function capacityRange({ capacity }) {
  return capacity
    ? [capacity.callsPerSecond, capacity.low, isAtLeast(capacity) ? null : capacity.high]
    : [null, null, null];
}

function memoryRange(target) {
  if (!isCapacity) {
    return figureRange("peakRss", 1 / MEBIBYTE)(target);
  }
  const { peakRssBytes = null, atRateRssBytes = null } = (target.capacity && target.capacity.memory) || {};
  const bytes = peakRssBytes === null ? atRateRssBytes : peakRssBytes;
  return [bytes === null ? null : bytesToMiB(bytes), null, null];
}

/** What is drawn of each target: {name, index, x, y, label, isLossy}; x and y are [value, low, high]. */
function targetPoints() {
  const { of } = upwards();
  return summary.targets.map((target, index) => {
    const success = target.figures.success.min;
    const isLossy = !isCapacity && success !== null && success < 1;
    const isMore = isCapacity && isAtLeast(target.capacity);
    return {
      name: target.name,
      index,
      x: memoryRange(target),
      y: of(target),
      label: target.name + (isMore ? ", at least" : isLossy ? ", calls failed" : ""),
      isLossy,
    };
  });
}

const isDrawn = ({ x, y }) => x[0] !== null && y[0] !== null;

/** Which targets have no point, in words. */
function notDrawn() {
  const lacking = targetPoints().filter((point) => !isDrawn(point));
  return lacking.length ? "Without a point: " + lacking.map(({ name }) => name).join(", ") + "." : "";
}

/** A bar from the low to the high end, with caps. @param cap half of its length, in the unit of the other axis */
function intervalBar({ x, y }, isUp, cap) {
  const [low, high] = isUp ? y.slice(1) : x.slice(1);
  const at = (along, across) => ({ coord: isUp ? [x[0] + across, along] : [along, y[0] + across] });
  return isKnown(low) && isKnown(high)
    ? [
        [at(low, 0), at(high, 0)],
        [at(low, -cap), at(low, cap)],
        [at(high, -cap), at(high, cap)],
      ]
    : [];
}

function targetsOption(colors, width) {
  const { name } = upwards();
  const points = targetPoints().filter(isDrawn);
  const scale = (ranges) => roundScale(1.05 * Math.max(...ranges.flatMap((range) => range.filter(isKnown))));
  const [right, top] = [scale(points.map(({ x }) => x)), scale(points.map(({ y }) => y))];
  const grid = { ...GRID, top: 30 };
  const plot = { left: grid.left, right: width - grid.right, top: grid.top, bottom: TARGETS_HEIGHT - grid.bottom };
  const [across, up] = [(plot.right - plot.left) / right.max, (plot.bottom - plot.top) / top.max];
  const places = namePlaces(
    points.map(({ label, x, y }) => ({ at: [plot.left + x[0] * across, plot.bottom - y[0] * up], name: label })),
    plot,
  );
  return {
    table: targetsTable(name),
    grid,
    tooltip: { trigger: "item", formatter: ({ data }) => targetTip(data.point, name) },
    xAxis: axisBelow(colors, "peak RSS, MiB", right),
    yAxis: axis(colors, name, top),
    series: points.map((point, place) => {
      const look = colors.target(point.index);
      return {
        name: point.name,
        type: "scatter",
        symbol: point.isLossy ? CROSS : look.symbol,
        symbolSize: POINT_SIZE,
        itemStyle: { color: look.color },
        data: [
          {
            value: [point.x[0], point.y[0]],
            point,
            label: {
              show: places[place] !== null,
              formatter: () => forCanvas(point.label),
              position: (places[place] || [0, 0]).map((px) => px + POINT_SIZE / 2),
              color: colors.text,
              fontSize: LABEL_SIZE,
            },
          },
        ],
        markLine: {
          silent: true,
          symbol: "none",
          label: { show: false },
          lineStyle: { color: look.color, type: "solid", width: 1.5 },
          data: [...intervalBar(point, true, 4 / across), ...intervalBar(point, false, 4 / up)],
        },
      };
    }),
  };
}

function targetTip({ name, x, y }, upName) {
  const range = ([value, low, high]) =>
    digits(value) + (isKnown(low) && isKnown(high) ? " (" + digits(low) + " to " + digits(high) + ")" : "");
  return tip(name, [
    [upName, range(y)],
    ["peak RSS, MiB", range(x)],
  ]);
}

function targetsTable(upName) {
  const cell = (value) => (isKnown(value) ? exactly(value) : NOT_AVAILABLE);
  return {
    head: ["target", upName, "from", "to", "peak RSS, MiB", "from", "to"],
    rows: targetPoints().map(({ name, x, y }) => [name, ...y.map(cell), ...x.map(cell)]),
    isNumber: [false, true, true, true, true, true, true],
  };
}

function showTargets() {
  if (targetPoints().some(isDrawn)) {
    addChart(part("targets-chart"), upwards().title, TARGETS_HEIGHT, targetsOption, notDrawn);
  }
}
