// The same server in several boxes: what more cores or more memory bring.

const MIB = 1048576;

/** What is drawn over the size of a box. */
const BOX_FIGURES = [
  { name: "capacity, calls/s", of: ({ card }) => card && card.callsPerSecond },
  {
    name: "p99, ms",
    of: ({ card, target }) =>
      card ? card.points.map(({ p99Millis }) => p99Millis).pop() : target.figures.p99 && target.figures.p99.median,
  },
  {
    name: "RSS, MiB",
    of: ({ card, target }) => {
      const bytes = card ? card.memory && card.memory.atRateRssBytes : target.figures.peakRss.median;
      return isKnown(bytes) ? bytes / MIB : null;
    },
  },
  {
    name: "CPU s per 1,000 calls",
    of: ({ card, target }) => (card ? card.coresPer1000CallsPerSecond : target.figures.cpuPer1000Calls.median),
  },
];

/** Each server with its boxes: those that it was given by name, or those of its capacity. */
function boxedServers() {
  const servers = new Map();
  const add = (server, box) => servers.set(server, [...(servers.get(server) || []), box]);
  summary.targets.forEach((target) => {
    const card = target.capacity;
    if (target.name.includes("[")) {
      add(target.name.replace(/\[.*/, ""), { target, card, limits: (card && card.limits) || target.limits || {} });
    } else if (card && card.boxes) {
      card.boxes.forEach((box) => add(target.name, { target, card: box, limits: box }));
    }
  });
  return [...servers].filter(([, boxes]) => boxes.length > 1);
}

/** One figure of all servers over the size of their boxes. @param size of limits: cores or MiB */
function boxOption(figure, servers, name, size, colors) {
  return {
    ...onePanel(colors, ({ seriesName, value }) =>
      tip(seriesName, [
        [name, digits(value[0])],
        [figure.name, digits(value[1])],
      ]),
    ),
    xAxis: axisBelow(colors, name, { min: 0 }),
    yAxis: axis(colors, figure.name, { min: 0 }),
    series: servers.map(([server, boxes], index) =>
      joined(
        server,
        colors.target(index),
        boxes
          .map((box) => [size(box.limits), figure.of(box)])
          .filter((point) => point.every(isKnown))
          .sort((a, b) => a[0] - b[0]),
      ),
    ),
  };
}

function showBoxes() {
  const place = part("box-charts");
  if (!place) {
    return;
  }
  const servers = boxedServers();
  const byCores = servers.some(([, boxes]) => new Set(boxes.map(({ limits }) => limits.cpus)).size > 1);
  const name = byCores ? "cores" : "memory, MiB";
  const size = byCores
    ? ({ cpus }) => cpus
    : ({ memoryBytes }) => (isKnown(memoryBytes) ? memoryBytes / MIB : null);
  BOX_FIGURES.filter((figure) => servers.some(([, boxes]) => boxes.some((box) => isKnown(figure.of(box))))).forEach(
    (figure) =>
      addChart(place, "Boxes: " + figure.name + " over " + name, ROUNDS_HEIGHT, (colors) =>
        boxOption(figure, servers, name, size, colors),
      ),
  );
}
