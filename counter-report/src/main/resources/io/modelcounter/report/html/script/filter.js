// The filter of the layers: words, op:Conv, scope:encoder.*, status:unknown, macs>1e6, -word.

const TEXTS = {
  name: (layer) => textOf("name", layer),
  op: operatorOf,
  scope: (layer) => textOf("scope", layer),
  module: (layer) => textOf("scope", layer),
  graph: (layer) => textOf("graph", layer),
  status: statusOf,
  type: typeOf,
  dtype: typeOf,
  by: (layer) => textOf("by", layer),
};

const SUFFIXES = { k: 1e3, M: 1e6, G: 1e9, T: 1e12, Ki: 1024, Mi: 1024 ** 2, Gi: 1024 ** 3 };

const COMPARE = {
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  "=": (a, b) => a === b,
};

/** Tells whether a text is as a pattern says, in which * stands for anything. */
function isLike(text, pattern) {
  const parts = pattern.toLowerCase().split("*");
  const lower = text.toLowerCase();
  if (parts.length === 1) {
    return lower === parts[0];
  }
  let from = parts[0].length;
  if (!lower.startsWith(parts[0])) {
    return false;
  }
  for (const part of parts.slice(1, -1)) {
    const at = lower.indexOf(part, from);
    if (at < 0) {
      return false;
    }
    from = at + part.length;
  }
  const last = parts[parts.length - 1];
  return lower.length - last.length >= from && lower.endsWith(last);
}

/** Reads a filter. The answer has a test of a layer, or says in error what is wrong. */
function readFilter(text) {
  const tests = [];
  for (const [word] of text.matchAll(/(?:[^\s"]|"[^"]*"?)+/g)) {
    const isNegative = word.startsWith("-") && word.length > 1;
    const test = readWord((isNegative ? word.slice(1) : word).replaceAll('"', ""));
    if (typeof test === "string") {
      return { error: test };
    }
    tests.push(isNegative ? (layer) => !test(layer) : test);
  }
  return { test: (layer) => tests.every((test) => test(layer)) };
}

function readWord(word) {
  const comparison = /^([a-z_]+)(>=|<=|>|<|=)(.*)$/.exec(word);
  if (comparison !== null) {
    return readComparison(...comparison.slice(1));
  }
  const field = /^([a-z]+):(.*)$/.exec(word);
  if (field !== null && Object.hasOwn(TEXTS, field[1])) {
    return readField(field[1], field[2]);
  }
  if (field !== null && !field[2].startsWith(":") && !field[2].startsWith("/")) {
    return `There is no “${field[1]}:”. There are ${Object.keys(TEXTS).join(", ")}.`;
  }
  const part = word.toLowerCase();
  return (layer) =>
    [TEXTS.name, TEXTS.op, TEXTS.scope].some((get) => get(layer).toLowerCase().includes(part));
}

function readField(name, pattern) {
  const get = TEXTS[name];
  if (pattern === "") {
    return `Say what “${name}:” should be, as in ${name}:abc or ${name}:a*.`;
  }
  if ((name === "scope" || name === "module") && !pattern.includes("*")) {
    return (layer) => isLike(get(layer), pattern) || isLike(get(layer), pattern + ".*");
  }
  if (name === "status" && !Object.values(STATUS).some((status) => isLike(status, pattern))) {
    return `There is no status “${pattern}”. There are ${Object.values(STATUS).join(", ")}.`;
  }
  return (layer) => isLike(get(layer), pattern);
}

function readComparison(name, sign, number) {
  const chosen = METRICS.find((one) => one.id === name);
  if (chosen === undefined && name !== "index") {
    const ids = METRICS.map((one) => one.id).join(", ");
    return `There is no number “${name}”. There are ${ids}, index.`;
  }
  const match = /^(\d+(?:\.\d+)?(?:e\d{1,2})?)(k|M|G|T|Ki|Mi|Gi)?$/.exec(number);
  if (match === null) {
    return `“${number}” is no number. Write 1000, 1e6, 2.5M or 64Ki.`;
  }
  const limit = Number(match[1]) * (match[2] === undefined ? 1 : SUFFIXES[match[2]]);
  const compare = COMPARE[sign];
  if (chosen === undefined) {
    return (layer) => compare(layer, limit);
  }
  return (layer) => {
    const amount = chosen.of(layer);
    return isKnown(amount) && compare(Number(amount.low), limit);
  };
}
