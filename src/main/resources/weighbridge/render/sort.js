// Rows of a table in the order of a column: up, down, and as they were given.

function sortable(table) {
  const body = table.tBodies[0];
  const given = [...body.rows];
  const headers = [...table.tHead.rows[0].cells];
  const keyOf = (row, column) => {
    const { value } = row.cells[column].dataset;
    return value === undefined ? row.cells[column].textContent : value === "" ? null : Number(value);
  };
  headers.forEach((header, column) => {
    const button = header.querySelector("button");
    button.addEventListener("click", () => {
      const next = { none: "ascending", ascending: "descending", descending: "none" }[header.ariaSort || "none"];
      headers.forEach((other) => (other.ariaSort = other === header ? next : "none"));
      const sign = next === "descending" ? -1 : 1;
      const sorted = [...given].sort((a, b) => {
        const [left, right] = [keyOf(a, column), keyOf(b, column)];
        if (left === null || right === null) {
          return (left === null) - (right === null); // n/a stays last, whichever way
        }
        return sign * (typeof left === "string" ? left.localeCompare(right, "en") : left - right);
      });
      body.append(...(next === "none" ? given : sorted));
    });
  });
}
