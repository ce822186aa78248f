// What is shown, from the top of the page to its end.

function showFailures() {
  const place = part("failure-charts");
  if (!place) {
    return;
  }
  let old = [];
  const update = () => {
    old.forEach((chart) => removeChart(chart));
    place.replaceChildren();
    old = names.flatMap((name) => {
      const trace = traceOf(name);
      return (trace ? trace.bursts : [])
        .filter((burst) => burst.causes.length)
        .map((burst) =>
          addChart(
            place,
            name + ": failed calls of the " + (burst.kind === "cold" ? "cold burst" : "window"),
            FAILURES_HEIGHT,
            (colors) => failuresOption(burst, colors),
          ),
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
    addChart(place, figure.name, ROUNDS_HEIGHT, (colors) =>
      roundsOption(figure, summary.targets, summary.rounds.noise[figure.key], colors),
    ),
  );
}

document.querySelectorAll(".sortable").forEach(sortable);
showCapacity();
showRoundChoice();
showGaps();
showOverview();
showMemory();
showLatency();
showFailures();
showRounds();
followTheReader();
