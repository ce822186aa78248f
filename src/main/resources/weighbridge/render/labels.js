// Where texts stand in a chart, so that none lies on another.

const LABEL_SIZE = 12;
const LABEL_HEIGHT = 16;
const LABEL_GAP = 8;

/** How wide a text is, px. */
const textWidth = (() => {
  const context = document.createElement("canvas").getContext("2d");
  return (text) => {
    context.font = LABEL_SIZE + "px " + getComputedStyle(document.body).fontFamily;
    return context.measureText(text).width;
  };
})();

/**
 * Puts labels of vertical lines into rows above the plot, as few as it takes.
 *
 * @param lines {at, text} list; at is where the line is, px from the left of the chart
 * @param width of the chart, px
 * @return for each line, in the same order, {row, shift}: the row counts upwards, the shift is to the right, px
 */
function labelRows(lines, width) {
  const ends = [];
  const places = new Map();
  [...lines]
    .sort((one, other) => one.at - other.at)
    .forEach((line) => {
      const own = textWidth(line.text);
      const left = Math.max(0, Math.min(line.at - own / 2, width - own));
      const free = ends.findIndex((end) => end + LABEL_GAP <= left);
      const row = free < 0 ? ends.length : free;
      ends[row] = left + own;
      places.set(line, { row, shift: left + own / 2 - line.at });
    });
  return lines.map((line) => places.get(line));
}

/** The label of a vertical line, at its place. @param place as above */
function labelAbove(text, color, { row, shift }) {
  return {
    formatter: () => forCanvas(text),
    color,
    position: "end",
    distance: 4 + row * LABEL_HEIGHT,
    // The text is centred on the line: room on one side moves it to the other.
    padding: [0, 2 * Math.max(0, -shift), 0, 2 * Math.max(0, shift)],
  };
}

/** The angle at which names below an axis do not touch, degrees. @param apart from one name to the next, px */
function nameAngle(names, apart) {
  const isWide = names.some((name) => Math.min(textWidth(name), 110) + LABEL_GAP > apart);
  return isWide ? Math.ceil((Math.asin(Math.min(1, LABEL_HEIGHT / apart)) * 180) / Math.PI) : 0;
}

const touches = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/**
 * Finds a place for the name of each point, near it.
 *
 * @param points {at: [x, y], name} list, px
 * @param plot {left, right, top, bottom} in which names have to stand, px
 * @return for each point the left and upper end of its name from the point, px
 */
function namePlaces(points, plot) {
  const taken = points.map(({ at: [x, y] }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }));
  return points.map(({ at: [x, y], name }) => {
    const width = textWidth(name);
    const box = ([dx, dy]) => ({
      left: x + dx,
      right: x + dx + width,
      top: y + dy,
      bottom: y + dy + LABEL_HEIGHT,
    });
    const isIn = ({ left, right, top, bottom }) =>
      left >= plot.left && right <= plot.right && top >= plot.top && bottom <= plot.bottom;
    const tries = nameTries(width).filter((one) => isIn(box(one)));
    const found = tries.find((one) => taken.every((other) => !touches(box(one), other)));
    if (found) {
      taken.push(box(found));
    }
    return found || null;
  });
}

/** Right, left, above and below, and then farther away. */
function nameTries(width) {
  const tries = [];
  for (let away = 0; away < 15 * LABEL_HEIGHT; away += LABEL_HEIGHT) {
    const beside = -LABEL_HEIGHT / 2;
    tries.push([9, beside - away], [-9 - width, beside - away], [-width / 2, 3 * beside - away]);
    tries.push([-width / 2, -beside + away], [9, beside + away], [-9 - width, beside + away]);
  }
  return tries;
}
