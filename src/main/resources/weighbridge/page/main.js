// From what the page carries to what it shows.

const carried = (id) => JSON.parse(document.getElementById(id).textContent);
const summary = carried("summary");
const traces = carried("traces");
const part = (id) => document.getElementById(id);

/** Which round of a target is shown: the one that was chosen, or the one in the middle of its own. */
let chosenRound = null;

function roundOf(name) {
  const target = summary.targets.find((one) => one.name === name);
  const wanted = chosenRound !== null ? chosenRound : target ? target.round : traces.rounds.length ? traces.rounds[0].number : null;
  return traces.rounds.find((one) => one.number === wanted) || null;
}

function traceOf(name) {
  const round = roundOf(name);
  return round ? round.targets.find((trace) => trace.name === name) || null : null;
}

/** When a round began, in ms: with its first weighing. */
function beginOf(round) {
  return Math.min(...round.targets.flatMap((trace) => trace.moments.map((moment) => moment.atMillis)));
}

const names = summary.targets.map((target) => target.name);
const whenRoundChanges = [];

function showRoundChoice() {
  if (traces.rounds.length < 2) {
    return;
  }
  const choices = [["", "each target's middle one"], ...traces.rounds.map((round) => [round.number, "round " + round.number])];
  part("rounds-shown").append(
    choice("Round shown in the pictures below:", choices, (value) => {
      chosenRound = value === "" ? null : Number(value);
      whenRoundChanges.forEach((change) => change());
    }),
  );
}

/** What the pictures lack, in words. */
function showGaps() {
  const missing = summary.rounds.each.length - traces.rounds.length;
  const gaps = [
    traces.skippedSamples ? number(traces.skippedSamples) + " lines of samples.csv could not be read and are left out." : "",
    missing > 0 ? "Of " + number(summary.rounds.each.length) + " rounds only those in the middle of a target are shown: " + traces.rounds.map((round) => round.number).join(", ") + "." : "",
  ].filter((gap) => gap);
  part("rounds-shown").append(...gaps.map((gap) => element("p", { className: "quiet", textContent: gap })));
}

function showOverview() {
  const shown = () =>
    [...names, "main"]
      .map((name, index) => ({ name, index, trace: traceOf(name) }))
      .filter(({ trace }) => trace && trace.rssBytes.atMillis.length)
      .map((one) => ({ ...one, zero: beginOf(roundOf(one.name)) }));
  if (shown().length > 2) {
    const chart = addChart(part("memory-charts"), "All targets: rss over the round", OVERVIEW_HEIGHT, (colors) => overviewOption(shown(), colors));
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
    const chart = addChart(place, title + ": memory and load", MEMORY_HEIGHT, (colors) => memoryOption(trace(), view, colors));
    chart.instance.on("datazoom", () => {
      const zoom = chart.instance.getOption().dataZoom[0];
      view = [zoom.startValue * 1000, zoom.endValue * 1000];
      [...buttons.children].forEach((button) => button.setAttribute("aria-pressed", "false"));
    });
    const dragToZoom = () =>
      chart.instance.dispatchAction({ type: "takeGlobalCursor", key: "dataZoomSelect", dataZoomSelectActive: true });
    const draw = chart.draw;
    chart.draw = () => {
      draw();
      dragToZoom();
    };
    dragToZoom();
    whenRoundChanges.push(() => {
      if (trace()) {
        show(views()[0]);
        chart.draw();
      }
    });
  });
}

/** The bursts of this kind, of all targets or of one. */
function burstsOf(kind, only) {
  return names
    .map((name, index) => ({ name, index, trace: traceOf(name) }))
    .filter(({ name, trace }) => trace && (only === "" || only === name))
    .map(({ name, index, trace }) => ({ name, index, burst: trace.bursts.find((burst) => burst.kind === kind) }))
    .filter(({ burst }) => burst);
}

function showLatency() {
  const place = part("latency-charts");
  const kinds = ["measured", "cold"].filter((kind) => burstsOf(kind, "").length);
  if (!kinds.length) {
    place.append(element("p", { className: "quiet", textContent: "No call was logged." }));
    return;
  }
  const chosen = { kind: kinds[0], only: "", isLog: true };
  const note = element("p", { className: "quiet" });
  const shown = () => burstsOf(chosen.kind, chosen.only);
  const update = () => {
    latencyCharts.forEach((chart) => chart.draw());
    note.textContent = thinned(shown());
  };
  const set = (key) => (value) => {
    chosen[key] = key === "isLog" ? value === "log" : value;
    update();
  };
  place.append(
    element(
      "div",
      { className: "controls" },
      choice("Targets:", [["", "all together"], ...names.map((name) => [name, name])], set("only")),
      ...(kinds.length > 1 ? [choice("Burst:", [["measured", "measured (window)"], ["cold", "cold"]], set("kind"))] : []),
      choice("Scale:", [["log", "logarithmic"], ["linear", "linear"]], set("isLog")),
    ),
  );
  const latencyCharts = [
    addChart(place, "Latency by percentile", LATENCY_HEIGHT, (colors) => percentileOption(shown(), chosen.isLog, colors)),
    addChart(place, "Latency: how many calls took how long", LATENCY_HEIGHT, (colors) => histogramOption(shown(), colors)),
    addChart(place, "Latency: each call by its start", LATENCY_HEIGHT, (colors) => scatterOption(shown(), chosen.isLog, colors)),
  ];
  place.append(note);
  update();
  whenRoundChanges.push(update);
}

function showFailures() {
  const place = part("failure-charts");
  let old = [];
  const update = () => {
    old.forEach((chart) => removeChart(chart));
    place.replaceChildren();
    old = names.flatMap((name) => {
      const trace = traceOf(name);
      return (trace ? trace.bursts : [])
        .filter((burst) => burst.causes.length)
        .map((burst) =>
          addChart(place, name + ": failed calls of the " + (burst.kind === "cold" ? "cold burst" : "window"), FAILURES_HEIGHT, (colors) => failuresOption(burst, colors)),
        );
    });
    if (!old.length) {
      place.append(element("p", { className: "quiet", textContent: "No logged call failed in what is shown." }));
    }
  };
  update();
  whenRoundChanges.push(update);
}

function showRounds() {
  const place = part("round-charts");
  if (!place) {
    return;
  }
  FIGURES.filter((figure) => summary.targets.some((target) => target.figures[figure.key].count)).forEach((figure) =>
    addChart(place, figure.name, ROUNDS_HEIGHT, (colors) => roundsOption(figure, summary.targets, summary.rounds.noise[figure.key], colors)),
  );
}

sortable(part("targets"));
showRoundChoice();
showGaps();
showOverview();
showMemory();
showLatency();
showFailures();
showRounds();
followTheReader();
