// Formulas of sizes: integers, names, + - * / ^, parentheses, floor, ceil, min, max.
// They are worked out with exact fractions, [numerator, denominator].

const TOKEN = /\s*(?:(\d+)|([A-Za-z_][A-Za-z0-9_.]*)|"((?:[^"\\]|\\.)*)"|(\/\/|\*\*|[-+*/^(),]))/y;

function tokens(text) {
  const found = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const match = TOKEN.exec(text);
    if (match === null) {
      throw new SyntaxError("No formula: " + text);
    }
    const [, number, name, quoted, sign] = match;
    if (number !== undefined) {
      found.push({ kind: "number", value: BigInt(number) });
    } else if (name !== undefined || quoted !== undefined) {
      const value = name ?? quoted.replace(/\\(["\\])/g, "$1");
      found.push({ kind: "name", value, isQuoted: name === undefined });
    } else {
      found.push({ kind: sign === "**" ? "^" : sign });
    }
  }
  return found;
}

function floorDivide(numerator, denominator) {
  const quotient = numerator / denominator;
  const isBelow = numerator % denominator !== 0n && numerator < 0n !== denominator < 0n;
  return isBelow ? quotient - 1n : quotient;
}

const ARITHMETIC = {
  "+": ([a, b], [c, d]) => (b === d ? [a + c, b] : [a * d + c * b, b * d]),
  "-": ([a, b], [c, d]) => (b === d ? [a - c, b] : [a * d - c * b, b * d]),
  "*": ([a, b], [c, d]) => [a * c, b * d],
  "/": ([a, b], [c, d]) => divide(a * d, b * c),
  "//": ([a, b], [c, d]) => [floorDivide(...divide(a * d, b * c)), 1n],
  "^": ([a, b], [c]) => [a ** c, b ** c],
};

const FUNCTIONS = {
  floor: ([[a, b]]) => [floorDivide(a, b), 1n],
  ceil: ([[a, b]]) => [-floorDivide(-a, b), 1n],
  min: (all) => all.reduce((x, y) => (x[0] * y[1] <= y[0] * x[1] ? x : y)),
  max: (all) => all.reduce((x, y) => (x[0] * y[1] >= y[0] * x[1] ? x : y)),
};

function divide(numerator, denominator) {
  if (denominator === 0n) {
    throw new RangeError("The divisor is 0.");
  }
  return denominator < 0n ? [-numerator, -denominator] : [numerator, denominator];
}

/** Reads a formula; the answer gives its fraction for a Map of values by name. */
function readFormula(text) {
  const all = tokens(text);
  let next = 0;
  const accept = (...kinds) => (kinds.includes(all[next]?.kind) ? all[next++].kind : null);

  function chain(operand, ...signs) {
    let left = operand();
    for (let sign = accept(...signs); sign !== null; sign = accept(...signs)) {
      const [first, second, work] = [left, operand(), ARITHMETIC[sign]];
      left = (values) => work(first(values), second(values));
    }
    return left;
  }

  function sum() {
    const parts = [[product(), "+"]];
    for (let sign = accept("+", "-"); sign !== null; sign = accept("+", "-")) {
      parts.push([product(), sign]);
    }
    return parts.length === 1
      ? parts[0][0]
      : (values) =>
          parts.reduce((all, [part, sign]) => ARITHMETIC[sign](all, part(values)), [0n, 1n]);
  }

  function product() {
    return chain(signed, "*", "/", "//");
  }

  function signed() {
    if (accept("-") !== null) {
      const operand = signed();
      return (values) => ARITHMETIC["*"](operand(values), [-1n, 1n]);
    }
    return chain(primary, "^");
  }

  function primary() {
    const token = all[next++];
    if (token?.kind === "number") {
      const value = [token.value, 1n];
      return () => value;
    }
    if (token?.kind === "(") {
      return closed(sum());
    }
    if (token?.kind !== "name") {
      throw new SyntaxError("No formula: " + text);
    }
    if (!token.isQuoted && Object.hasOwn(FUNCTIONS, token.value) && accept("(") !== null) {
      return call(FUNCTIONS[token.value]);
    }
    return (values) => valueOf(token.value, values);
  }

  function call(work) {
    const operands = [sum()];
    while (accept(",") !== null) {
      operands.push(sum());
    }
    return closed((values) => work(operands.map((operand) => operand(values))));
  }

  function closed(inner) {
    if (accept(")") === null) {
      throw new SyntaxError("No formula: " + text);
    }
    return inner;
  }

  const result = sum();
  if (next < all.length) {
    throw new SyntaxError("No formula: " + text);
  }
  return result;
}

function valueOf(name, values) {
  const value = values.get(name);
  if (value === undefined) {
    throw new RangeError(name + " has no value.");
  }
  return [value, 1n];
}

/** Value of a formula that was read; null if it has none or is no whole number. */
function evaluate(formula, values) {
  try {
    const [numerator, denominator] = formula(values);
    return numerator % denominator === 0n ? numerator / denominator : null;
  } catch (error) {
    if (error instanceof RangeError) {
      return null;
    }
    throw error;
  }
}
