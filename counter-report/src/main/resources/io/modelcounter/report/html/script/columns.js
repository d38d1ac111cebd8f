// Columns of the table of layers. A column has a text and a key for sorting: a text, a number or
// null, which comes last whichever way the column is sorted.

function textColumn(id, label, width, of, isShown = true) {
  return { id, label, width, of, key: of, isShown, isNumber: false };
}

function amountColumn(id, label, unit, get, isShown, symbolicAt = () => null) {
  return {
    id,
    label,
    width: Math.max(6.5, label.length * 0.55 + 1.4),
    isShown,
    isNumber: true,
    of: (layer) => brief(get(layer), unit),
    title(layer) {
      const index = symbolicAt(layer);
      const formula = index !== null && isSymbolic(index) ? formulaAt(index) + " = " : "";
      return formula + full(get(layer), unit);
    },
    key: (layer) => (isKnown(get(layer)) ? get(layer).low : null),
    unit,
    get,
  };
}

function metricColumn(chosen, isShown) {
  const at =
    chosen.columns.length === 1 ? (layer) => property(chosen.columns[0], layer) : undefined;
  return amountColumn(chosen.id, chosen.label, chosen.unit, chosen.of, isShown, at);
}

function byteColumn(id, label, column) {
  const at = (layer) => property(column, layer);
  return amountColumn(id, label, BYTES, (layer) => amountAt(at(layer)), false, at);
}

/** FLOPs a byte, in thousandths so that whole numbers can be compared. */
function intensityOf(layer) {
  const [flops, moved] = [METRICS[1].of(layer), METRICS[5].of(layer)];
  return isExact(flops) && isExact(moved) && moved.low > 0n
    ? Number((flops.low * 1000n) / moved.low) / 1000
    : null;
}

const COLUMNS = [
  { ...textColumn("index", "#", 4.5, String), key: (layer) => layer, isNumber: true },
  { ...textColumn("name", "Name", 20, (layer) => textOf("name", layer)), isHeader: true },
  textColumn("scope", "Module", 16, (layer) => textOf("scope", layer), false),
  textColumn("op", "Operator", 10, operatorOf),
  textColumn("status", "Status", 6, statusOf),
  {
    id: "share",
    label: "Share",
    width: 9.5,
    isShown: true,
    isNumber: true,
    of: (layer) => percent(shareOf(layer)),
    key: shareOf,
    isBar: true,
  },
  metricColumn(METRICS[0], true),
  metricColumn(METRICS[1], true),
  metricColumn(METRICS[2], true),
  metricColumn(METRICS[3], false),
  metricColumn(METRICS[4], true),
  textColumn("in", "Input shapes", 13, (layer) => shapesOf(raw.layers.in[layer])),
  textColumn("out", "Output shapes", 10, (layer) => shapesOf(raw.layers.out[layer])),
  textColumn("type", "Type", 6, typeOf, false),
  metricColumn(METRICS[5], false),
  byteColumn("read", "Bytes read", "read"),
  byteColumn("write", "Bytes written", "write"),
  {
    ...amountColumn("live", "Live bytes", BYTES, liveOf, false),
    of: (layer) => (stepOf(layer) === undefined ? "" : brief(liveOf(layer), BYTES)),
  },
  {
    ...textColumn(
      "intensity",
      "FLOPs/byte",
      7,
      (layer) => intensityOf(layer)?.toFixed(2) ?? "",
      false,
    ),
    key: intensityOf,
    isNumber: true,
  },
  textColumn("graph", "Graph", 9, (layer) => textOf("graph", layer), false),
  textColumn("by", "Counted by", 10, (layer) => textOf("by", layer), false),
  textColumn("why", "Reason", 20, (layer) => textOf("reason", layer), false),
];

function liveOf(layer) {
  const step = stepOf(layer);
  return step === undefined ? UNKNOWN : amountAt(raw.curve[step]);
}

let metricTotal = NOTHING;
let metricMost = 0;

function shareOf(layer) {
  return ignored.has(layer) ? null : share(metricNow().of(layer), metricTotal);
}

/** Percent of the largest share, which fills the bar. */
function partOfMost(layer) {
  const value = shareOf(layer);
  return value === null || metricMost === 0 ? value : (value * 100) / metricMost;
}

function columnOf(id) {
  return COLUMNS.find((column) => column.id === id);
}

function compareKeys(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Sorts layers by several columns; layers that are equal stay in file order. */
function sorted(layers, sort) {
  const orders = sort
    .map(([id, isDown]) => [columnOf(id), isDown])
    .filter(([column]) => column !== undefined)
    .map(([column, isDown]) => [
      new Map(layers.map((layer) => [layer, column.key(layer)])),
      isDown,
    ]);
  return [...layers].sort((one, other) => {
    for (const [keys, isDown] of orders) {
      const [a, b] = [keys.get(one), keys.get(other)];
      const order = a === null || b === null ? (a === null) - (b === null) : compareKeys(a, b);
      if (order !== 0) {
        return isDown && a !== null && b !== null ? -order : order;
      }
    }
    return one - other;
  });
}
