// Numbers as people read them, in the units of the console.

const NOT_AVAILABLE = "n/a";
const MEBIBYTE = 1 << 20;

/** With separators of thousands and so many decimals. */
function number(value, decimals = 0) {
  return value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** With as many decimals as make three digits, so that 0.000169 and 1,234 are both told. */
function digits(value) {
  if (value === 0 || Math.abs(value) >= 100) {
    return number(value);
  }
  return number(value, Math.min(9, 2 - Math.floor(Math.log10(Math.abs(value)))));
}

/** Without zeros at its end. */
const plain = (value) => value.toLocaleString("en-US", { maximumFractionDigits: 3 });

/** The next number with one or two digits of its own, for the end of an axis. */
function niceAbove(value) {
  const step = 10 ** Math.floor(Math.log10(value)) / 5;
  return value > 0 ? Math.ceil(value / step - 1e-9) * step : 1;
}

/** All of a number but the digits that only its binary fraction has; a text as it is. */
const exactly = (value) => (typeof value === "number" ? String(Number(value.toPrecision(12))) : String(value));

const seconds = (millis) => number(millis / 1000, 3) + " s";
const mebibytes = (bytes) => (bytes === null ? NOT_AVAILABLE : number(bytes / MEBIBYTE, 2) + " MiB");
const share = (part) => number(100 * part, 1) + " %";

/** The percentile that one in so many calls is beyond: 99 % for 100, and as many digits as tell it from its neighbours. */
function percentile(oneIn) {
  const digitsAfter = Math.max(1, Math.ceil(Math.log10(oneIn)));
  return (100 * (1 - 1 / oneIn)).toLocaleString("en-US", { maximumFractionDigits: digitsAfter }) + " %";
}
