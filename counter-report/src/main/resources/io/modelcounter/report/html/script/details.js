// What is known of one layer.

const HOPS = [1, 2, 3];
let hops = 1;
let shownLayer = null;

function setUpDetails() {
  const place = viewOf("layers");
  const panel = element("aside", {
    id: "details",
    "aria-label": "Details of the layer",
    tabindex: "-1",
    hidden: true,
  });
  place.append(panel);
  watch(["selected", "symbols"], () => showDetails(panel));
}

function closeDetails() {
  const layer = state.selected;
  change({ selected: null }, { isStep: true });
  const row = rows.indexOf(layer);
  if (row >= 0) {
    goToRow(row);
  }
}

function showDetails(panel) {
  const layer = state.selected;
  panel.hidden = layer === null;
  document.body.classList.toggle("with-details", layer !== null);
  if (layer === null) {
    shownLayer = null;
    return;
  }
  panel.replaceChildren(...detailsOf(layer).filter((part) => part !== null));
  if (shownLayer !== layer) {
    panel.scrollTop = 0;
    panel.focus({ preventScroll: true });
  }
  shownLayer = layer;
}

function detailsOf(layer) {
  const said = element("span", { role: "status" });
  const link = () => copy(location.href.split("#")[0] + addressOf(state, "layers"), said);
  return [
    element(
      "div",
      { class: "tools" },
      button("Close", closeDetails, { title: "Esc" }),
      button("Copy link", link),
      said,
    ),
    element("h3", {}, nameOf(textOf("name", layer))),
    facts(layer),
    amountsOf(layer),
    formulaOf(layer),
    assumptionsOf(layer),
    valuesOf("Inputs", layer, raw.layers.in[layer], makersOf),
    valuesOf("Outputs", layer, raw.layers.out[layer], takersOf),
    neighbourhood(layer),
  ];
}

function facts(layer) {
  const fact = (label, text) =>
    text === ""
      ? null
      : element("div", {}, element("dt", {}, label), element("dd", {}, nameOf(text)));
  const isBody = textOf("graph", layer) !== "main";
  return element(
    "dl",
    { class: "facts" },
    fact("Operator", operatorOf(layer) + ", version " + raw.operators[property("op", layer)][1]),
    fact("Module", textOf("scope", layer)),
    fact("Graph", isBody ? textOf("graph", layer) : ""),
    fact("Executed", times.has(layer) ? formulaAt(times.get(layer)) + " times" : ""),
    fact("Status", statusOf(layer) + (ignored.has(layer) ? ", left out of the totals" : "")),
    fact("Reason", textOf("reason", layer)),
    fact("Counted by", textOf("by", layer) || "nobody"),
  );
}

function amountsOf(layer) {
  const lines = METRICS.map((chosen) => {
    const amount = chosen.of(layer);
    const total = sumOf(chosen, everyLayer);
    const symbolic = chosen.columns.filter((column) => isSymbolic(property(column, layer)));
    const formulas = symbolic.map((column) => formulaAt(property(column, layer))).join(" + ");
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, chosen.label),
      element(
        "td",
        { class: "number" },
        full(amount, chosen.unit),
        formulas === "" ? null : element("small", {}, formulas),
      ),
      element("td", { class: "number" }, percent(ignored.has(layer) ? null : share(amount, total))),
    );
  });
  return element(
    "table",
    {},
    element("caption", {}, "What it costs" + atSymbols()),
    element("tbody", {}, ...lines),
  );
}

function atSymbols() {
  return symbols.length === 0 ? "" : ", with " + symbolsNow();
}

function symbolsNow() {
  return symbols.map((name) => name + " = " + grouped(symbolValues.get(name))).join(", ");
}

/** The formula, then with the numbers in it, then what its terms are. */
function formulaOf(layer) {
  const [expressionAt, ...termTexts] = raw.formulas[property("formula", layer)];
  const expression = strings[expressionAt];
  if (expression === "") {
    return null;
  }
  const terms = raw.layers.terms[layer].map((value, at) => ({
    name: strings[termTexts[2 * at]],
    meaning: strings[termTexts[2 * at + 1]],
    value: formulaAt(value),
    plain: String(raw.amounts[value]),
  }));
  const lines = terms.map((term) =>
    element(
      "div",
      {},
      element("dt", {}, nameOf(term.name)),
      element("dd", {}, nameOf(term.value), " ", element("small", {}, nameOf(term.meaning))),
    ),
  );
  const numbers = substitute(expression, terms);
  const result = resultOf(numbers);
  const equals = result === null ? "" : "\n= " + grouped(result);
  const second = terms.length === 0 ? equals : "\n= " + numbers + equals;
  return element(
    "div",
    {},
    element("h4", {}, times.has(layer) ? "Formula of one execution" : "Formula"),
    element("pre", { tabindex: "0" }, nameOf(expression + second)),
    element("dl", { class: "facts terms" }, ...lines),
  );
}

function substitute(expression, terms) {
  const values = new Map(terms.map((term) => [term.name, term.plain]));
  return expression.replace(/[A-Za-z_][A-Za-z0-9_.]*/g, (word) => {
    const value = values.get(word);
    if (value === undefined) {
      return word;
    }
    return /^[A-Za-z0-9_.]+$/.test(value) ? value : "(" + value + ")";
  });
}

function resultOf(text) {
  try {
    return evaluate(readFormula(text), symbolValues);
  } catch (noFormula) {
    return null; // Some formulas are words that explain; they have no value.
  }
}

function assumptionsOf(layer) {
  const texts = assumptions.get(layer);
  if (texts === undefined) {
    return null;
  }
  const items = texts.map((text) => element("li", {}, nameOf(strings[text])));
  return element("div", {}, element("h4", {}, "Assumptions"), element("ul", {}, ...items));
}

function layerLink(layer) {
  return element(
    "a",
    {
      href: addressOf({ ...state, selected: layer }, "layers"),
      click(event) {
        event.preventDefault();
        select(layer);
      },
    },
    nameOf(textOf("name", layer)),
  );
}

function makersOf(layer, tensor) {
  const producer = producerOf(layer, tensor);
  if (producer !== undefined) {
    return ["from ", layerLink(producer)];
  }
  return [isGraphInput(tensor) ? "input of the model" : "stored in the model"];
}

function takersOf(layer, tensor) {
  const readers = readersOf(layer, tensor);
  const parts = readers
    .slice(0, 8)
    .flatMap((reader, at) => [at === 0 ? "to " : ", ", layerLink(reader)]);
  if (readers.length > 8) {
    parts.push(` and ${grouped(readers.length - 8)} more`);
  }
  if (isGraphOutput(tensor)) {
    parts.push(parts.length === 0 ? "output of the model" : ", output of the model");
  }
  return parts.length === 0 ? ["read by no layer"] : parts;
}

function valuesOf(title, layer, tensors, neighboursOf) {
  if (tensors.length === 0) {
    return null;
  }
  const lines = tensors.map((tensor) => {
    const { type, shape, name } = raw.tensors;
    const kind = strings[type[tensor]] + " " + strings[shape[tensor]];
    return element(
      "li",
      {},
      element("div", {}, nameOf(strings[name[tensor]])),
      element("small", {}, nameOf(kind), ", ", ...neighboursOf(layer, tensor)),
    );
  });
  return element("div", {}, element("h4", {}, title), element("ul", { class: "values" }, ...lines));
}
