// From what the page carries to points of a chart.

const bytesToMiB = (bytes) => bytes / MEBIBYTE;
const toSeconds = (millis) => millis / 1000;

/** The points of a track. */
function trackPoints(track, value = (same) => same) {
  return track.atMillis.map((at, index) => [toSeconds(at), value(track.values[index])]);
}

/** Calls/s as steps: each value holds until the next point. @param counts of each bin */
function ratePoints(burst, counts) {
  const { binMillis } = burst.rates;
  const points = counts.map((count, bin) => [
    toSeconds(burst.fromMillis + bin * binMillis),
    (count * 1000) / binMillis,
  ]);
  const end = toSeconds(burst.fromMillis + counts.length * binMillis);
  return [[points.length ? points[0][0] : end, 0], ...points, [end, 0], [end, null]];
}

/** Calls that failed in each bin, whatever the cause. */
function failedCounts(burst) {
  return burst.rates.ok.map((ignored, bin) => burst.rates.ko.reduce((sum, counts) => sum + counts[bin], 0));
}

/** Of a burst that is not logged only the mean over all of it is known. */
function meanRatePoints(phase) {
  const rate = (phase.calls * 1000) / Math.max(1, phase.toMillis - phase.fromMillis);
  const [from, to] = [toSeconds(phase.fromMillis), toSeconds(phase.toMillis)];
  return [
    [from, 0],
    [from, rate],
    [to, rate],
    [to, 0],
    [to, null],
  ];
}

/** Index of the point of a track that lies closest to this time; -1 where it has none. */
function nearest(track, at) {
  return track.atMillis.reduce(
    (best, time, index) => (best < 0 || Math.abs(time - at) < Math.abs(track.atMillis[best] - at) ? index : best),
    -1,
  );
}
