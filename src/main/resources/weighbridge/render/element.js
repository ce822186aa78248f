// Text from a run only ever becomes text: nothing here, or in what uses it, makes HTML out of a string.

/** An element with these properties and children; children that are strings become text. */
function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** A table: `head` are its columns, `rows` lists of texts; columns of numbers stand on the right. */
function dataTable(caption, head, rows, isNumber) {
  const cells = (tag, texts) =>
    texts.map((text, column) => element(tag, { textContent: text, className: isNumber[column] ? "number" : "" }));
  return element(
    "table",
    {},
    element("caption", { textContent: caption }),
    element("thead", {}, element("tr", {}, ...cells("th", head))),
    element("tbody", {}, ...rows.map((row) => element("tr", {}, ...cells("td", row)))),
  );
}

/** A drop-down with a label; `choices` are [value, text] pairs. */
function choice(label, choices, onChange) {
  const select = element(
    "select",
    {},
    ...choices.map(([value, text]) => element("option", { value, textContent: text })),
  );
  select.addEventListener("change", () => onChange(select.value));
  return element("label", { className: "choice" }, label + " ", select);
}
