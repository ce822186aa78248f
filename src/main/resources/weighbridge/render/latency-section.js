// Latency: three charts of the targets and the burst that a reader chooses.

function showLatency() {
  const place = part("latency-charts");
  if (!place) {
    return;
  }
  const kinds = ["measured", "cold"].filter((kind) => burstsOf(kind, "").length);
  if (!kinds.length) {
    place.append(element("p", { className: "quiet", textContent: "No call was logged." }));
    return;
  }
  const chosen = { kind: kinds[0], only: "", isLog: true };
  const note = element("p", { className: "quiet" });
  const shown = () => burstsOf(chosen.kind, chosen.only);
  const tellThinned = () => (note.textContent = thinned(shown()));
  const update = () => {
    latencyCharts.forEach((chart) => chart.draw());
    tellThinned();
  };
  const set = (key) => (value) => {
    chosen[key] = key === "isLog" ? value === "log" : value;
    update();
  };
  place.append(
    element(
      "div",
      { className: "controls" },
      choice("Targets:", [["", "all"], ...names.map((name) => [name, name])], set("only")),
      ...(kinds.length > 1
        ? [
            choice(
              "Burst:",
              [
                ["measured", "measured"],
                ["cold", "cold"],
              ],
              set("kind"),
            ),
          ]
        : []),
      choice(
        "Scale:",
        [
          ["log", "logarithmic"],
          ["linear", "linear"],
        ],
        set("isLog"),
      ),
    ),
  );
  const which = () =>
    [
      chosen.kind === "cold" ? "Cold burst" : summary.run.settings.load ? "Measured load" : "Measured burst",
      chosen.only === "" ? "all targets" : chosen.only,
      isOfRounds
        ? "round " +
          shown()
            .map(({ name }) => roundOf(name).number + " of " + name)
            .join(", ")
        : "",
    ]
      .filter((word) => word)
      .join("; ");
  const latencyCharts = [
    addChart(
      place,
      "Latency by percentile",
      LATENCY_HEIGHT,
      (colors) => percentileOption(shown(), chosen.isLog, colors),
      which,
    ),
    addChart(
      place,
      "Latency: histogram",
      LATENCY_HEIGHT,
      (colors) => histogramOption(shown(), colors),
      which,
    ),
    addChart(
      place,
      "Latency: each call over time",
      LATENCY_HEIGHT,
      (colors) => scatterOption(shown(), chosen.isLog, colors),
      which,
    ),
  ];
  place.append(note);
  tellThinned();
  whenRoundChanges.push(update);
}
