// The charts' library lies in the page as base64 of gzip, which takes less than half of its size.

/** Runs the library. Fails in a browser that cannot unpack gzip; the tables need none of this. */
async function loadLibrary() {
  const packed = Uint8Array.from(atob(part("echarts").textContent), (character) => character.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  // Its hash is in the page's policy, so that the browser runs this text and no other.
  const script = element("script", { textContent: await new Response(unpacked).text() });
  document.head.append(script);
  script.remove();
  if (typeof echarts === "undefined") {
    throw new Error("the page's policy did not let the chart library run");
  }
}

function sayWithoutCharts(reason) {
  const text = "The charts cannot be drawn (" + reason.message + "). The tables are complete.";
  document.querySelector("main").prepend(element("p", { className: "faults", textContent: text }));
}
