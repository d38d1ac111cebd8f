// Exact numbers and how they are written, as in the other reports.

const SI = ["", " k", " M", " G", " T", " P", " E", " Z", " Y", " R", " Q"];
const IEC = [" B", " KiB", " MiB", " GiB", " TiB", " PiB", " EiB", " ZiB", " YiB"];
const UNKNOWN = { low: 0n, high: null };
const NOTHING = { low: 0n, high: 0n };

/** All digits in groups of three. */
function grouped(value) {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, " ");
}

function scaled(value, base, units) {
  let number = Number(value);
  let unit = 0;
  if (number < base) {
    return value + units[0];
  }
  while (unit < units.length - 1 && Number(number.toPrecision(3)) >= base) {
    number /= base;
    unit++;
  }
  if (Number(number.toPrecision(3)) >= base) {
    return Number(value).toExponential(2).replace("+", "") + units[0];
  }
  const digits = number >= 999.5 ? number.toFixed(0) : number.toPrecision(3);
  return digits + units[unit].replace(" ", "\u00a0");
}

const COUNT = { short: (value) => scaled(value, 1000, SI), long: grouped };
const BYTES = {
  short: (value) => scaled(value, 1024, IEC),
  long: (value) => grouped(value) + " bytes",
};

function isExact(amount) {
  return amount.high !== null && amount.low === amount.high;
}

function isKnown(amount) {
  return amount.high !== null || amount.low !== 0n;
}

function plus(one, other) {
  return {
    low: one.low + other.low,
    high: one.high === null || other.high === null ? null : one.high + other.high,
  };
}

function write(amount, text) {
  if (isExact(amount)) {
    return text(amount.low);
  }
  if (amount.high !== null) {
    const [low, high] = [text(amount.low), text(amount.high)];
    return low === high ? "about " + high : low + " to " + high;
  }
  return amount.low === 0n ? "unknown" : "at least " + text(amount.low);
}

/** An amount in about three digits. Unknown is never 0. */
function brief(amount, unit) {
  return write(amount, unit.short);
}

/** An amount with all its digits. */
function full(amount, unit) {
  return write(amount, unit.long);
}

/** Percent of a part in a whole as a number; null where one of them has none. */
function share(part, whole) {
  const isRange = !isExact(part) && part.high !== null;
  if (isRange || !isKnown(part) || whole.low <= 0n) {
    return null;
  }
  return Number((part.low * 1000000n) / whole.low) / 10000;
}

function percent(value) {
  if (value === null) {
    return "";
  }
  return value > 0 && value < 0.05 ? "< 0.1 %" : value.toFixed(1) + " %";
}
