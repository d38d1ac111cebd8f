// Sizes that the file leaves open can be tried out; every number of the page follows.

const SAMPLES = 60;
const TOTALS = {
  macs: ["macs", COUNT],
  flops: ["flops", COUNT],
  parameters: ["parameters", COUNT],
  weightBytes: ["weights", BYTES],
  peakActivationBytes: ["activations", BYTES],
  readBytes: ["traffic", BYTES],
  writeBytes: ["traffic", BYTES],
};

function setUpScaling() {
  const place = viewOf("scaling");
  if (place === null) {
    return;
  }
  let chosen = symbols[symbols.length - 1];
  const axis = element(
    "select",
    {
      id: "axis",
      change() {
        chosen = axis.value;
        draw();
      },
    },
    ...symbols.map((name) => element("option", { value: name }, name)),
  );
  axis.value = chosen;
  const chart = drawing("svg", { class: "scaling", viewBox: "0 0 900 260", role: "img" });
  const said = element("p", { class: "said", role: "status" });
  place.append(
    element("div", { class: "sliders" }, ...symbols.map(slider)),
    element(
      "figure",
      {},
      element("div", { class: "tools" }, element("label", { for: "axis" }, "Curve over"), axis),
      chart,
      element("figcaption", {}, said),
    ),
  );
  const draw = () => {
    drawScaling(chart, said, chosen);
    showTotals();
  };
  watch(["symbols", "metric"], draw);
}

/** Two controls of one size: a slider by powers of two, and a field for any number. */
function slider(name, at) {
  const set = (value) => {
    setSymbol(name, value);
    change({}, { place: "scaling", others: ["symbols"] });
  };
  const range = element("input", {
    type: "range",
    min: 0,
    max: 14,
    step: 0.125,
    "aria-label": name + ", slider",
    input: () => set(BigInt(Math.round(2 ** Number(range.value)))),
  });
  const field = element("input", {
    type: "number",
    id: "size-" + at,
    min: 1,
    step: 1,
    change() {
      if (/^[1-9]\d{0,17}$/.test(field.value)) {
        set(BigInt(field.value));
      } else {
        show();
      }
    },
  });
  const show = () => {
    const value = symbolValues.get(name);
    field.value = String(value);
    range.value = Math.log2(Number(value));
  };
  show();
  watch(["symbols"], show);
  return element("div", {}, element("label", { for: "size-" + at }, nameOf(name)), field, range);
}

/** The total that belongs to the metric of the page. */
function totalNow() {
  const found = Object.entries(TOTALS).find(([, [id]]) => id === state.metric);
  const index = raw.totals[found[0]];
  const isTraffic = state.metric === "traffic";
  return {
    indexes: isTraffic ? [raw.totals.readBytes, raw.totals.writeBytes] : [index],
    label: state.metric === "activations" ? "Peak activation bytes" : metricNow().label,
    unit: metricNow().unit,
  };
}

function totalAt(total, values) {
  let sum = 0n;
  for (const index of total.indexes) {
    const [low] = readAmounts[index];
    const value = typeof low === "function" ? evaluate(low, values) : low;
    if (value === null) {
      return null;
    }
    sum += value;
  }
  return sum;
}

function drawScaling(chart, said, name) {
  const total = totalNow();
  const now = symbolValues.get(name);
  const most = now * 2n > 64n ? now * 2n : 64n;
  const at = (value) => totalAt(total, new Map(symbolValues).set(name, value));
  const points = [];
  for (let sample = 0; sample <= SAMPLES; sample++) {
    const value = 1n + ((most - 1n) * BigInt(sample)) / BigInt(SAMPLES);
    const result = at(value);
    if (result !== null) {
      points.push([Number(value), Number(result)]);
    }
  }
  const top = Math.max(1, ...points.map(([, result]) => result));
  const x = (value) => 10 + (value / Number(most)) * 880;
  const y = (result) => 220 - (result / top) * 190;
  const path = points.map(([value, result]) => `${x(value).toFixed(1)} ${y(result).toFixed(1)}`);
  const here = at(now);
  const text = (left, base, words, anchor) =>
    drawing("text", { x: left, y: base, "text-anchor": anchor }, words);
  const parts = [
    drawing("line", { class: "grid", x1: 10, y1: 30, x2: 890, y2: 30 }),
    drawing("line", { x1: 10, y1: 220, x2: 890, y2: 220 }),
    path.length === 0 ? null : drawing("path", { class: "line", d: "M" + path.join("L") }),
    here === null
      ? null
      : drawing("circle", { class: "peak", cx: x(Number(now)), cy: y(Number(here)), r: 4 }),
    text(10, 22, total.unit.short(BigInt(Math.round(top))), "start"),
    text(10, 244, name + " = 1", "start"),
    text(890, 244, grouped(most), "end"),
  ];
  chart.replaceChildren(...parts.filter((part) => part !== null));
  const twice = at(now * 2n);
  const words = here === null ? "unknown" : total.unit.short(here);
  let growth = "";
  if (here !== null && here > 0n && twice !== null) {
    const factor = (Number((twice * 1000n) / here) / 1000).toFixed(2);
    growth = ` Twice the ${name} costs ${factor} times as much.`;
  }
  const summary = `${total.label} with ${symbolsNow()}: ${words}.${growth}`;
  said.textContent = summary;
  chart.setAttribute("aria-label", summary);
}

/** Writes what the totals are for the sizes of the moment beside the formulas. */
function showTotals() {
  for (const [id, [, unit]] of Object.entries(TOTALS)) {
    const card = find(`#numbers dl .card[data-metric="${id}"]`);
    if (isSymbolic(raw.totals[id])) {
      find(".now", card)?.remove();
      const amount = amountAt(raw.totals[id]);
      const text = brief(amount, unit) + atSymbols();
      find(".brief", card).after(element("dd", { class: "now", title: full(amount, unit) }, text));
    }
  }
}
