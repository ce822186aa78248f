// What is shown, from the top of the page to its end.

function showRounds() {
  const place = part("round-charts");
  if (!place) {
    return;
  }
  FIGURES.filter((figure) => summary.targets.some((target) => target.figures[figure.key].count)).forEach((figure) =>
    addChart(place, figure.name, ROUNDS_HEIGHT, (colors, width) =>
      roundsOption(figure, summary.targets, summary.rounds.noise[figure.key], colors, width),
    ),
  );
}

function showCharts() {
  showTargets();
  showRoundChoice();
  showGaps();
  showEachTarget();
  showCapacity();
  showBoxes();
  showOverview();
  showLatency();
  showRounds();
  showMemory(GENERATOR, "Generator: memory and CPU", part("generator-charts"));
  followLinks();
  followTheReader();
}

document.querySelectorAll(".sortable").forEach(sortable);
showCopy();
loadLibrary()
  .then(showCharts)
  .catch(sayWithoutCharts)
  .finally(() => (document.body.dataset.drawn = "true"));
