// Memory and load: all targets together, each of them, and the generator.

/** The round that all of them are shown in together: the one that was chosen, or the first target's. */
function showOverview() {
  const round = () =>
    chosenRound === null ? roundOf(names[0]) : traces.rounds.find((one) => one.number === chosenRound);
  const shown = () =>
    names
      .map((name, index) => ({ name, index, trace: round() && round().targets.find((trace) => trace.name === name) }))
      .filter(({ trace }) => trace && trace.rssBytes.atMillis.length);
  if (shown().length > 1) {
    const chart = addChart(
      part("memory-charts"),
      "All targets: RSS over time",
      OVERVIEW_HEIGHT,
      (colors) => overviewOption(shown(), colors),
      () => (isOfRounds ? "Round " + round().number : ""),
    );
    whenRoundChanges.push(() => chart.draw());
  }
}

/** How many samples are missing, in words; empty where about all are there. */
function lacking(trace) {
  const bursts = trace.phases.filter((phase) => phase.calls !== null);
  if (!bursts.length || !trace.moments.length) {
    return "";
  }
  const due = Math.floor((bursts[bursts.length - 1].toMillis - bursts[0].fromMillis) / 100);
  return trace.samples * 2 < due
    ? "Only " + number(trace.samples) + " of about " + number(due) + " samples: RSS between them is not known"
    : "";
}

/** What a process tree took over time. @param name of a target, or of the generator @param title of the chart */
function showMemory(name, title, parent) {
  const place = element("div");
  parent.append(place);
  let view = null;
  let pointed = null;
  const trace = () => traceOf(name);
  const views = () => (trace() ? memoryViews(trace()) : []);
  if (!trace() || !panelsOf(trace()).length) {
    place.append(element("p", { className: "quiet", textContent: title + ": nothing was recorded" }));
    return;
  }
  const buttons = element("div", { className: "views" });
  const press = (pressed) =>
    [...buttons.children].forEach((button) =>
      button.setAttribute("aria-pressed", String(button.textContent === pressed)),
    );
  const show = ([label, from, to]) => {
    view = [from, to];
    press(label);
  };
  const offer = () => {
    buttons.replaceChildren(
      ...views().map(([label]) => {
        const button = element("button", { type: "button", textContent: label });
        button.addEventListener("click", () => {
          show(views().find((one) => one[0] === label));
          chart.draw();
        });
        return button;
      }),
    );
    show(views()[0]);
  };
  offer();
  place.append(buttons);
  const chart = addChart(
    place,
    title,
    memoryHeight(trace()),
    (colors, width) =>
      memoryOption(
        trace(),
        () => view,
        () => pointed,
        colors,
        width,
      ),
    () => [isOfRounds ? "Round " + roundOf(name).number : "", lacking(trace())].filter((word) => word).join(". "),
  );
  chart.instance.on("datazoom", () => {
    const zoom = chart.instance.getOption().dataZoom[0];
    view = [zoom.startValue * 1000, zoom.endValue * 1000];
    press(null);
  });
  // Before ECharts gets to know of it.
  const point = (event) => (pointed = chart.instance.convertFromPixel({ xAxisIndex: 0 }, event.offsetX));
  chart.canvas.addEventListener("mousemove", point, true);
  // Off before the chart is drawn again: otherwise the old one goes on beside the new one, and a drag zooms twice.
  const dragToZoom = (isOn) =>
    chart.instance.dispatchAction({ type: "takeGlobalCursor", key: "dataZoomSelect", dataZoomSelectActive: isOn });
  const draw = chart.draw;
  chart.draw = () => {
    dragToZoom(false);
    draw();
    dragToZoom(true);
  };
  dragToZoom(true);
  whenRoundChanges.push(() => {
    if (trace()) {
      offer();
      chart.draw();
    }
  });
}
