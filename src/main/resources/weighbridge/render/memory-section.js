// Memory and load: all targets together, then each.

/** The round that all of them are shown in together: the one that was chosen, or the first target's. */
function showOverview() {
  const round = () =>
    chosenRound === null ? roundOf(names[0]) : traces.rounds.find((one) => one.number === chosenRound);
  const shown = () =>
    [...names, "main"]
      .map((name, index) => ({ name, index, trace: round() && round().targets.find((trace) => trace.name === name) }))
      .filter(({ trace }) => trace && trace.rssBytes.atMillis.length);
  if (shown().length > 2) {
    const chart = addChart(
      part("memory-charts"),
      "All targets: rss over the round",
      OVERVIEW_HEIGHT,
      (colors) => overviewOption(shown(), colors),
      () => (isOfRounds ? "round " + round().number : ""),
    );
    whenRoundChanges.push(() => chart.draw());
  }
}

/** Of these, the stretches of samples that were due but are not there, in words; empty where about all are. */
function lacking(trace) {
  const bursts = trace.phases.filter((phase) => phase.calls !== null);
  if (!bursts.length || !trace.moments.length) {
    return "";
  }
  const due = Math.floor((bursts[bursts.length - 1].toMillis - bursts[0].fromMillis) / 100);
  return trace.samples * 2 < due
    ? "only " +
        number(trace.samples) +
        " samples of about " +
        number(due) +
        ": rss between them and the weighings is not known"
    : "";
}

function showMemory() {
  [...names, "main"].forEach((name) => {
    const place = element("div", { className: "target" });
    part("memory-charts").append(place);
    let view = null;
    let pointed = null;
    const trace = () => traceOf(name);
    const views = () => (trace() ? memoryViews(trace()) : []);
    if (!trace() || !panelsOf(trace()).length) {
      place.append(element("p", { className: "quiet", textContent: name + ": nothing of it was recorded." }));
      return;
    }
    const title = name === "main" ? "main, the process that hammers" : name;
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
    place.append(element("h3", { textContent: title }), buttons);
    const chart = addChart(
      place,
      title + ": memory and load",
      memoryHeight(trace()),
      (colors) =>
        memoryOption(
          trace(),
          () => view,
          () => pointed,
          colors,
        ),
      () => [isOfRounds ? "round " + roundOf(name).number : "", lacking(trace())].filter((word) => word).join("; "),
    );
    chart.instance.on("datazoom", () => {
      const zoom = chart.instance.getOption().dataZoom[0];
      view = [zoom.startValue * 1000, zoom.endValue * 1000];
      press(null);
    });
    // Before ECharts gets to know of it.
    const point = (event) => (pointed = chart.instance.convertFromPixel({ xAxisIndex: 0 }, event.offsetX));
    chart.canvas.addEventListener("mousemove", point, true);
    // Off before it is drawn anew: otherwise the old one goes on beside the new one, and a drag zooms twice.
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
  });
}
