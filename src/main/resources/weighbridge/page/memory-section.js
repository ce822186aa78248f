// Memory and load: all targets together, then each.

function showOverview() {
  const shown = () =>
    [...names, "main"]
      .map((name, index) => ({ name, index, trace: traceOf(name) }))
      .filter(({ trace }) => trace && trace.rssBytes.atMillis.length)
      .map((one) => ({ ...one, zero: beginOf(roundOf(one.name)) }));
  if (shown().length > 2) {
    const chart = addChart(part("memory-charts"), "All targets: rss over the round", OVERVIEW_HEIGHT, (colors) =>
      overviewOption(shown(), colors),
    );
    whenRoundChanges.push(() => chart.draw());
  }
}

function showMemory() {
  [...names, "main"].forEach((name) => {
    const place = element("div", { className: "target" });
    part("memory-charts").append(place);
    let view = null;
    const trace = () => traceOf(name);
    const views = () => (trace() ? memoryViews(trace()) : []);
    if (!views().length || !trace().rssBytes.atMillis.length) {
      place.append(element("p", { className: "quiet", textContent: name + ": nothing of it was sampled." }));
      return;
    }
    const title = name === "main" ? "main, the process that hammers" : name;
    const buttons = element("div", { className: "views" });
    const show = (chosen) => {
      view = [chosen[1], chosen[2]];
      buttons.replaceChildren(
        ...views().map((one) => {
          const button = element("button", { type: "button", textContent: one[0] });
          button.setAttribute("aria-pressed", String(one[0] === chosen[0]));
          button.addEventListener("click", () => {
            show(one);
            chart.draw();
          });
          return button;
        }),
      );
    };
    show(views()[0]);
    place.append(element("h3", { textContent: title }), buttons);
    const chart = addChart(place, title + ": memory and load", memoryHeight(trace()), (colors) =>
      memoryOption(trace(), view, colors),
    );
    chart.instance.on("datazoom", () => {
      const zoom = chart.instance.getOption().dataZoom[0];
      view = [zoom.startValue * 1000, zoom.endValue * 1000];
      [...buttons.children].forEach((button) => button.setAttribute("aria-pressed", "false"));
    });
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
        show(views()[0]);
        chart.draw();
      }
    });
  });
}
