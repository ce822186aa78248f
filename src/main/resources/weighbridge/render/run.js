// What the page carries, and which round of it is shown.

const carried = (id) => JSON.parse(document.getElementById(id).textContent);
const summary = carried("summary");
const traces = carried("traces");
const part = (id) => document.getElementById(id);
const isKnown = (value) => value !== null && value !== undefined;

/** The process that makes the load, as the run calls it. */
const GENERATOR = "main";

/** Which round of a target is shown: the one that was chosen, where it was part of it, or the one in the middle of its own. */
let chosenRound = null;

function roundOf(name) {
  const target = summary.targets.find((one) => one.name === name);
  const own = target ? target.round : traces.rounds.length ? traces.rounds[0].number : null;
  const has = (round) => round.targets.some((trace) => trace.name === name);
  return (
    traces.rounds.find((round) => round.number === chosenRound && has(round)) ||
    traces.rounds.find((round) => round.number === own) ||
    null
  );
}

function traceOf(name) {
  const round = roundOf(name);
  return round ? round.targets.find((trace) => trace.name === name) || null : null;
}

/** Whether there are several, so that it has to be said which one is shown. */
const isOfRounds = summary.rounds.count > 1 || traces.rounds.length > 1;

const names = summary.targets.map((target) => target.name);
const whenRoundChanges = [];

/** The bursts of this kind, of all targets or of one. */
function burstsOf(kind, only) {
  return names
    .map((name, index) => ({ name, index, trace: traceOf(name) }))
    .filter(({ name, trace }) => trace && (only === "" || only === name))
    .map(({ name, index, trace }) => ({ name, index, burst: trace.bursts.find((burst) => burst.kind === kind) }))
    .filter(({ burst }) => burst);
}

function showRoundChoice() {
  if (traces.rounds.length < 2) {
    return;
  }
  const choices = [
    ["", "each target's median round"],
    ...traces.rounds.map((round) => [round.number, "round " + round.number]),
  ];
  part("rounds-shown").append(
    choice("Round shown in the charts below:", choices, (value) => {
      chosenRound = value === "" ? null : Number(value);
      whenRoundChanges.forEach((change) => change());
    }),
  );
}

/** What the charts lack, in words. */
function showGaps() {
  const missing = summary.rounds.each.length - traces.rounds.length;
  const gaps = [
    traces.skippedSamples
      ? number(traces.skippedSamples) + " lines of samples.csv could not be read. They are left out."
      : "",
    missing > 0
      ? "The run had " +
        number(summary.rounds.each.length) +
        " rounds. The charts show the median round of each target: " +
        traces.rounds.map((round) => round.number).join(", ") +
        "."
      : "",
  ].filter((gap) => gap);
  part("gaps").append(...gaps.map((gap) => element("p", { className: "quiet", textContent: gap })));
}

/** Whether a capacity may be higher than its rate: the generator was the limit, or no rate was too high. */
function isAtLeast(capacity) {
  return isKnown(capacity && capacity.callsPerSecond) && (capacity.bound === "generator" || capacity.high === null);
}
