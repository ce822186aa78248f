// One section for each target: its memory and load, and which of its calls failed when.

function showEachTarget() {
  names.forEach((name, index) => {
    const details = part("target-" + (index + 1));
    onceOpen(details, () => {
      const place = details.querySelector(".charts");
      showMemory(name, name + ": memory and load", place);
      showFailures(name, place);
    });
  });
}

function showFailures(name, parent) {
  const place = element("div");
  parent.append(place);
  let old = [];
  const update = () => {
    old.forEach((chart) => removeChart(chart));
    place.replaceChildren();
    const trace = traceOf(name);
    old = (trace ? trace.bursts : [])
      .filter((burst) => burst.causes.length)
      .map((burst) =>
        addChart(
          place,
          name + ": failed calls, " + (burst.kind === "cold" ? "cold burst" : "measured"),
          FAILURES_HEIGHT,
          (colors) => failuresOption(burst, colors),
        ),
      );
  };
  update();
  whenRoundChanges.push(update);
}
