// Copies the command that repeats the run.

/** Selects all of a text, so that it can be copied by keys too. */
function selectAll(text) {
  const range = document.createRange();
  range.selectNodeContents(text);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

async function copy(text) {
  selectAll(text);
  try {
    await navigator.clipboard.writeText(text.textContent);
    return true;
  } catch (e) {
    return document.execCommand("copy"); // where a page from a file may not use the clipboard
  }
}

function showCopy() {
  const button = part("copy");
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.textContent = (await copy(part("command"))) ? "Copied" : "Press Ctrl+C";
  });
  button.addEventListener("blur", () => (button.textContent = label));
}
