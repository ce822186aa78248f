// Colours come from the style sheet, so that one place decides how light, dark and print look. Targets differ in colour, in
// the shape of their marks and in the dashes of their lines. From the sixth on colours come again with another shape and
// dash, so that colour alone never tells them apart.

const SYMBOLS = ["circle", "triangle", "rect", "diamond", "roundRect"];
const DASHES = ["solid", [9, 4], [3, 3], [12, 4, 3, 4], [18, 5]];

// A mark has one meaning in all charts; the page lists them.

/** A call that failed, a load step that broke an SLO, a target that lost calls. */
const CROSS = "path://M0,1 L1,0 L5,4 L9,0 L10,1 L6,5 L10,9 L9,10 L5,6 L1,10 L0,9 L4,5 Z";
/** A load step that was not judged. */
const PLUS = "path://M4,0 L6,0 L6,4 L10,4 L10,6 L6,6 L6,10 L4,10 L4,6 L0,6 L0,4 L4,4 Z";
/** The peak of resident memory. */
const PEAK = "arrow";
const PSS = "path://M5,0 L10,4 L8,10 L2,10 L0,4 Z";
const LIVE_HEAP = "path://M0,0 L10,0 L0,10 L10,10 Z";

function theme() {
  const style = getComputedStyle(document.documentElement);
  const color = (name) => style.getPropertyValue("--" + name).trim();
  const targets = [1, 2, 3, 4, 5].map((index) => color("target-" + index));
  return {
    text: color("text"),
    quiet: color("quiet"),
    line: color("line"),
    card: color("card"),
    failed: color("failed"),
    accents: targets,
    causes: [1, 2, 3, 4, 5].map((index) => color("cause-" + index)),
    noise: color("noise"),
    phases: {
      idle: color("phase-idle"),
      cold: color("phase-cold"),
      "warm-up": color("phase-warm-up"),
      probe: color("phase-probe"),
      measured: color("phase-measured"),
      settled: color("phase-settled"),
    },
    /** How the n-th target is drawn. */
    target: (index) => {
      const other = index + Math.floor(index / targets.length);
      return {
        color: targets[index % targets.length],
        symbol: SYMBOLS[other % SYMBOLS.length],
        dash: DASHES[other % DASHES.length],
      };
    },
  };
}

/** Where a chart of one panel stands in its canvas. */
const GRID = { left: 60, right: 28, top: 58, bottom: 48, outerBoundsMode: "none" };

/** A legend above the panels. */
function legend(colors) {
  const textStyle = { color: colors.text, fontSize: 13 };
  return {
    top: 0,
    left: 52,
    type: "scroll",
    textStyle,
    pageTextStyle: textStyle,
    pageIconColor: colors.text,
    pageIconInactiveColor: colors.line,
  };
}

/** What all axes have in common. */
function axis(colors, name, more = {}) {
  return {
    type: "value",
    name,
    nameTextStyle: { color: colors.quiet, fontSize: 12, align: "left", padding: [0, 0, 0, -34] },
    axisLine: { show: true, onZero: false, lineStyle: { color: colors.line } },
    axisTick: { lineStyle: { color: colors.line } },
    axisLabel: { color: colors.quiet, fontSize: 12, hideOverlap: true },
    splitLine: { lineStyle: { color: colors.line, opacity: 0.6 } },
    ...more,
  };
}

/** A horizontal axis, its name in the middle below it. */
function axisBelow(colors, name, more = {}) {
  return axis(colors, name, {
    nameLocation: "middle",
    nameGap: 26,
    nameTextStyle: { color: colors.quiet, fontSize: 12 },
    splitLine: { show: false },
    ...more,
  });
}
