// What is folded is drawn only once a reader opens it, or prints the page.

/** What has still to be drawn, by the element that hides it. */
const undrawn = new Map();

/** Draws this at once where the element is open, and otherwise when it opens. */
function onceOpen(details, draw) {
  undrawn.set(details, draw);
  details.addEventListener("toggle", () => {
    if (details.open) {
      unfold(details);
      // The window may have changed its width in the meantime.
      charts.filter(({ canvas }) => details.contains(canvas)).forEach((chart) => chart.fit());
    }
  });
  if (details.open) {
    unfold(details);
  }
}

function unfold(details) {
  const draw = undrawn.get(details);
  undrawn.delete(details);
  details.open = true;
  if (draw) {
    draw();
  }
}

const foldable = () => [...document.querySelectorAll("details.target")];

/** Opens all. @return closes those again that were closed */
function unfoldAll() {
  const closed = foldable().filter((details) => !details.open);
  closed.forEach(unfold);
  return () => closed.forEach((details) => (details.open = false));
}

/** A link to a target opens it. */
function followLinks() {
  const follow = () => {
    const details = foldable().find(({ id }) => "#" + id === location.hash);
    if (details) {
      unfold(details);
    }
  };
  window.addEventListener("hashchange", follow);
  follow();
}
