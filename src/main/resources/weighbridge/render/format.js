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

/** An axis from 0 to this value or a little more, in about five steps that are round numbers. */
function roundScale(value) {
  if (!(value > 0)) {
    return { min: 0, max: 1 };
  }
  const power = 10 ** Math.floor(Math.log10(value / 5));
  const interval = [1, 2, 2.5, 5, 10].map((step) => step * power).find((step) => step * 5 >= value * (1 - 1e-9));
  return { min: 0, max: Math.ceil(value / interval - 1e-9) * interval, interval };
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
