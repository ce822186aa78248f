// The phases of a target's time, and all that is known of one moment.

const PHASE_WORDS = {
  idle: "idle",
  cold: "cold burst",
  "warm-up": "warm-up",
  floor: "generator floor",
  probe: "load step",
  measured: "measured",
  settled: "settled",
};

/** From the first to the last that is known of a target, in ms. */
function wholeSpan(trace) {
  const times = [
    ...trace.rssBytes.atMillis,
    ...trace.phases.flatMap((phase) => [phase.fromMillis, phase.toMillis]),
    ...trace.moments.map((moment) => moment.atMillis),
  ];
  return times.length ? [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))] : [0, 1];
}

/** The times that a reader may want to see, as [name, from, to] in ms; the first one is shown first. */
function memoryViews(trace) {
  const bursts = trace.phases.filter((phase) => phase.calls !== null);
  const views = [];
  const add = (name, from, to, margin) => views.push([name, from - margin * (to - from), to + margin * (to - from)]);
  if (bursts.length) {
    add("Load", bursts[0].fromMillis, bursts[bursts.length - 1].toMillis, 0.06);
  }
  const span = wholeSpan(trace);
  add("Whole round", span[0], span[1], 0);
  bursts
    .filter((phase) => phase.kind === "cold")
    .forEach((phase) => add("Cold burst", phase.fromMillis, phase.toMillis, 0.1));
  bursts
    .filter((phase) => phase.kind === "measured")
    .forEach((phase) => add("Measured", phase.fromMillis, phase.toMillis, 0.1));
  return views;
}

/** What was at this moment, as [name, value] lines. @param reachMillis how close a weighing has to be to belong to it */
function memoryAt(trace, atSeconds, reachMillis) {
  const at = atSeconds * 1000;
  const lines = [];
  const holding = (track) => track.atMillis.reduce((last, time, index) => (time <= at ? index : last), -1);
  const phase = trace.phases.find((one) => one.fromMillis <= at && at <= one.toMillis);
  if (phase) {
    const isNumbered = phase.kind === "warm-up" || phase.kind === "probe";
    lines.push(["phase", PHASE_WORDS[phase.kind] + (isNumbered ? " " + phase.number : "")]);
  }
  const sample = nearest(trace.rssBytes, at);
  if (sample >= 0) {
    lines.push(["RSS at " + seconds(trace.rssBytes.atMillis[sample]), mebibytes(trace.rssBytes.values[sample])]);
  }
  trace.moments
    .filter((moment) => Math.abs(moment.atMillis - at) < reachMillis)
    .forEach((moment) => {
      lines.push(["PSS " + moment.moment, mebibytes(moment.pssBytes)]);
      lines.push(["live heap " + moment.moment, mebibytes(moment.liveHeapBytes)]);
    });
  const burst = trace.bursts.find((one) => one.fromMillis <= at && at <= one.toMillis);
  if (burst) {
    if (burst.kind === "measured") {
      lines.push(["RSS peak, measured", mebibytes(trace.peakRssBytes)]);
    }
    const bin = Math.min(burst.rates.ok.length - 1, Math.floor((at - burst.fromMillis) / burst.rates.binMillis));
    const rate = (count) => number((count * 1000) / burst.rates.binMillis) + " calls/s";
    lines.push(["succeeded", rate(burst.rates.ok[bin])]);
    lines.push(["failed", rate(failedCounts(burst)[bin])]);
    const step = holding(burst.inFlight);
    lines.push(["in flight", number(step < 0 ? 0 : burst.inFlight.values[step])]);
  } else if (phase && phase.calls !== null && phase.kind !== "floor") {
    lines.push(["calls/s, mean", number((phase.calls * 1000) / Math.max(1, phase.toMillis - phase.fromMillis))]);
  }
  const use = trace.cores.atMillis.findIndex((time) => time >= at);
  if (use >= 0) {
    lines.push(["CPU", number(trace.cores.values[use], 2) + " cores"]);
  }
  return lines;
}
