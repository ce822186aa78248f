// Capacity: all targets whose capacity was searched for, in three charts.

function showCapacity() {
  const place = part("capacity-charts");
  if (!place) {
    return;
  }
  let only = "";
  const all = (traces.capacities || []).map((trace) => ({ trace, index: names.indexOf(trace.name) }));
  const shown = (colors) =>
    all
      .filter(({ trace }) => only === "" || only === trace.name)
      .map(({ trace, index }) => ({ trace, target: summary.targets[index], look: colors.target(index) }));
  const some = (has) => all.some(({ trace, index }) => has(summary.targets[index], trace));
  const drawn = [];
  if (all.length > 1) {
    place.append(
      element(
        "div",
        { className: "controls" },
        choice("Targets:", [["", "all"], ...all.map(({ trace }) => [trace.name, trace.name])], (value) => {
          only = value;
          drawn.forEach((chart) => chart.draw());
        }),
      ),
    );
  }
  const add = (title, option, note = () => "") => {
    let isEmpty = false;
    const draw = (colors, width) => {
      const built = option(shown(colors), colors, width);
      isEmpty = built.series.every(({ data }) => !data.length);
      return built;
    };
    const which = () =>
      [only, isEmpty ? "nothing was measured" : "", note(shown(theme()))].filter((word) => word).join("; ");
    drawn.push(addChart(place, title, CAPACITY_HEIGHT, draw, which));
  };
  if (some((target) => ratedSteps(target).some((step) => isKnown(p99Of(step))))) {
    add("Capacity: p99 over the rate", latencyRateOption, withoutP99);
  }
  if (some((target) => ratedSteps(target).some((step) => step.rssBytes !== null))) {
    add("Capacity: memory over the rate", memoryRateOption);
  }
  if (some((target) => closedSteps(target).length > 1)) {
    add("Capacity: throughput over calls in flight (USL)", (those, colors) =>
      uslOption(
        those.filter(({ target }) => closedSteps(target).length > 1),
        colors,
      ),
    );
  }
}
