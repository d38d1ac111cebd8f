// The data of the page: columns of indexes that point into tables.

const raw = JSON.parse(find("#data").textContent);
const strings = unfold(raw.strings);
const layerCount = raw.layers.count;
const symbols = raw.symbols;
const symbolValues = new Map(symbols.map((name) => [name, BigInt(raw.symbolValue)]));
const STATUS = { e: "exact", b: "bounded", u: "unknown", f: "free" };
const ignored = new Set(raw.layers.ignored.map(([layer]) => layer));
const times = new Map(raw.layers.times);
const assumptions = new Map(raw.layers.assumptions.map(([layer, ...texts]) => [layer, texts]));

/** A text begins with the number of characters that it shares with the one before. */
function unfold(texts) {
  let last = "";
  return texts.map((text) => {
    const colon = text.indexOf(":");
    last = last.slice(0, Number(text.slice(0, colon))) + text.slice(colon + 1);
    return last;
  });
}

/** A property of a layer; columns of equal values hold one. */
function property(column, layer) {
  const values = raw.layers[column];
  return Array.isArray(values) ? values[layer] : values;
}

function textOf(column, layer) {
  return strings[property(column, layer)];
}

function operatorOf(layer) {
  return strings[raw.operators[property("op", layer)][0]];
}

/** Texts that name the nodes in their order of execution. */
const steps = raw.steps ?? raw.curve.map((bytes, step) => property("name", step));

function statusOf(layer) {
  return STATUS[raw.layers.status[layer]];
}

/** Element type of the first output. */
function typeOf(layer) {
  const outputs = raw.layers.out[layer];
  return outputs.length === 0 ? "" : strings[raw.tensors.type[outputs[0]]];
}

function shapesOf(tensors) {
  return tensors.map((tensor) => strings[raw.tensors.shape[tensor]]).join(", ");
}

// Amounts are read once and worked out for the values that the symbols have at the moment.

const readAmounts = raw.amounts.map((amount) =>
  Array.isArray(amount) ? amount.map(readSize) : [readSize(amount)],
);
let worked = [];

function readSize(size) {
  if (size === null || typeof size === "number" || /^\d+$/.test(size)) {
    return size === null ? null : BigInt(size);
  }
  return readFormula(size);
}

function work(size) {
  return typeof size === "function" ? evaluate(size, symbolValues) : size;
}

/** An amount of the table; one whose formula has no value is unknown. */
function amountAt(index) {
  worked[index] ??= workOut(readAmounts[index]);
  return worked[index];
}

function workOut(ends) {
  const low = work(ends[0]);
  if (low === null) {
    return UNKNOWN;
  }
  return { low, high: ends.length === 1 ? low : work(ends[1]) };
}

/** The text of an amount as the file's symbols have it. */
function formulaAt(index) {
  const amount = raw.amounts[index];
  if (!Array.isArray(amount)) {
    return typeof amount === "number" ? grouped(amount) : amount;
  }
  const [low, high] = amount;
  return high === null ? (low === 0 ? "unknown" : "at least " + low) : low + " to " + high;
}

function isSymbolic(index) {
  return readAmounts[index].some((end) => typeof end === "function");
}

function setSymbol(name, value) {
  symbolValues.set(name, value);
  worked = [];
}

// What layers are measured by.

const METRICS = [
  metric("macs", "MACs", COUNT, "macs"),
  metric("flops", "FLOPs", COUNT, "flops"),
  metric("parameters", "Parameters", COUNT, "parameters"),
  metric("weights", "Weight bytes", BYTES, "weights"),
  metric("activations", "Activation bytes", BYTES, "activations"),
  metric("traffic", "Bytes moved", BYTES, "read", "write"),
];

function metric(id, label, unit, ...columns) {
  const of = (layer) => columns.map((column) => amountAt(property(column, layer))).reduce(plus);
  return { id, label, unit, columns, of };
}

function sumOf(chosen, layers) {
  let sum = NOTHING;
  for (const layer of layers) {
    if (!ignored.has(layer)) {
      sum = plus(sum, chosen.of(layer));
    }
  }
  return sum;
}

const everyLayer = Array.from({ length: layerCount }, (none, layer) => layer);

// Who makes a tensor and who reads it. Bodies see the tensors of the graphs around them.

const graphNames = new Map(
  everyLayer.map((layer) => [textOf("graph", layer), property("graph", layer)]),
);
const producers = new Map();
const consumers = new Map();

function key(graph, tensor) {
  return graph + ":" + raw.tensors.name[tensor];
}

for (const layer of everyLayer) {
  for (const tensor of raw.layers.out[layer]) {
    producers.set(key(property("graph", layer), tensor), layer);
  }
}
for (const layer of everyLayer) {
  for (const tensor of new Set(raw.layers.in[layer])) {
    const producer = producerOf(layer, tensor);
    if (producer !== undefined) {
      const readers = consumers.get(producer) ?? [];
      readers.push({ layer, tensor: raw.tensors.name[tensor] });
      consumers.set(producer, readers);
    }
  }
}

function producerOf(layer, tensor) {
  let path = textOf("graph", layer);
  while (path !== "") {
    const graph = graphNames.get(path);
    if (graph !== undefined && producers.has(key(graph, tensor))) {
      return producers.get(key(graph, tensor));
    }
    path = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  }
  return undefined;
}

function readersOf(layer, tensor) {
  const name = raw.tensors.name[tensor];
  const readers = consumers.get(layer) ?? [];
  return readers.filter((reader) => reader.tensor === name).map((reader) => reader.layer);
}

function isGraphInput(tensor) {
  return raw.inputs.some((input) => raw.tensors.name[input] === raw.tensors.name[tensor]);
}

function isGraphOutput(tensor) {
  return raw.outputs.some((output) => raw.tensors.name[output] === raw.tensors.name[tensor]);
}

// Steps of the execution are the nodes of the main graph; in file order a step is its layer.

function stepOf(layer) {
  return steps[layer] === property("name", layer) && textOf("graph", layer) === "main"
    ? layer
    : undefined;
}
