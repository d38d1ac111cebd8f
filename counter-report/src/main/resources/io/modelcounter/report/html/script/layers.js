// The table of layers. Only the rows in sight are elements, unless there are few.

const ROW_HEIGHT = 30;
const FEW = 500;
const MARGIN_ROWS = 10;
const LONGEST_NAME = 38;

let rows = everyLayer;
let current = 0;
let firstDrawn = -1;
let shownColumns = COLUMNS.filter((column) => column.isShown);
const table = {};

function setUpLayers() {
  const place = viewOf("layers");
  replacePlain("layers");
  table.filter = element("input", {
    type: "search",
    id: "filter",
    placeholder: "op:Conv macs>1M scope:encoder.*",
    "aria-describedby": "filter-said",
    autocomplete: "off",
    spellcheck: "false",
    input: () => change({ filter: table.filter.value }, { place: "layers" }),
  });
  table.said = element("p", { id: "filter-said", class: "said", role: "status" });
  table.head = element("thead");
  table.body = element("tbody");
  table.foot = element("tfoot");
  table.columns = element("colgroup");
  table.element = element(
    "table",
    { class: "grid", "aria-rowcount": layerCount + 2 },
    element("caption", { class: "unseen" }, "Layers"),
    table.columns,
    table.head,
    table.body,
    table.foot,
  );
  table.box = element(
    "div",
    { class: "grid-box", role: "region", "aria-label": "Layers", tabindex: "0", scroll: drawRows },
    table.element,
  );
  table.box.addEventListener("keydown", moveByKey);
  table.box.addEventListener("click", openByClick);
  place.append(
    element(
      "div",
      { class: "tools" },
      element("label", { for: "filter" }, "Filter"),
      table.filter,
      columnChooser(),
      filterHelp(),
    ),
    table.said,
    table.box,
  );
  watch(["filter", "sort", "metric", "symbols"], updateLayers);
  watch(["selected"], markSelected);
}

function columnChooser() {
  const boxes = COLUMNS.filter((column) => !column.isHeader).map((column) => {
    const box = element("input", { type: "checkbox", change: () => toggleColumn(column, box) });
    box.checked = column.isShown;
    return element("label", {}, box, " " + column.label);
  });
  const list = element("div", { class: "choices" }, ...boxes);
  return element("details", { class: "menu" }, element("summary", {}, "Columns"), list);
}

function toggleColumn(column, box) {
  column.isShown = box.checked;
  shownColumns = COLUMNS.filter((one) => one.isShown);
  updateLayers();
}

function filterHelp() {
  const line = (example, meaning) =>
    element("div", {}, element("dt", {}, element("code", {}, example)), element("dd", {}, meaning));
  return element(
    "details",
    { class: "menu" },
    element("summary", {}, "How to filter"),
    element(
      "dl",
      { class: "choices" },
      line("conv", "name, operator or module contains it"),
      line("op:Conv*", "the operator; * stands for anything"),
      line("scope:encoder.layer", "a module and all in it"),
      line("status:unknown", "exact, bounded, unknown or free"),
      line("type:float16", "type of the first output"),
      line(
        "macs>1.5M",
        "also flops, parameters, weights, activations, traffic; <, =, k, M, G, Ki, Mi",
      ),
      line("-op:Relu", "all but these"),
      line('"two words"', "several words must all hold"),
    ),
  );
}

/** Takes over filter, order and metric. */
function updateLayers() {
  metricTotal = sumOf(metricNow(), everyLayer);
  metricMost = everyLayer.reduce((most, layer) => Math.max(most, shareOf(layer) ?? 0), 0);
  if (table.filter.value !== state.filter) {
    table.filter.value = state.filter;
  }
  const filter = readFilter(state.filter);
  table.filter.setAttribute("aria-invalid", String(filter.error !== undefined));
  table.said.classList.toggle("wrong", filter.error !== undefined);
  rows = sorted(everyLayer.filter(filter.test ?? (() => true)), state.sort);
  const count = grouped(rows.length) + " of " + grouped(layerCount) + " layers";
  table.said.textContent = filter.error ?? count;
  current = Math.max(0, rows.indexOf(state.selected));
  drawHead();
  drawFoot();
  firstDrawn = -1;
  drawRows();
}

function drawHead() {
  const [first] = state.sort;
  table.columns.replaceChildren(...shownColumns.map(columnWidth));
  const width = shownColumns.reduce((sum, column) => sum + column.width, 0);
  table.element.style.width = `max(100%, ${width}rem)`;
  const cells = shownColumns.map((column) => {
    const order = state.sort.find(([id]) => id === column.id);
    const arrow = order === undefined ? "" : order[1] ? " ↓" : " ↑";
    const key = button(column.label + arrow, (event) => sortBy(column, event.shiftKey));
    const isFirst = first !== undefined && first[0] === column.id;
    const said = isFirst ? (first[1] ? "descending" : "ascending") : "none";
    const side = column.isNumber ? "number" : "text";
    return element("th", { scope: "col", "aria-sort": said, class: side }, key);
  });
  table.head.replaceChildren(element("tr", { "aria-rowindex": 1 }, ...cells));
}

function columnWidth(column) {
  const col = element("col");
  col.style.width = column.width + "rem";
  return col;
}

/** Sorts by a column: numbers from the top first, texts from the start; again turns it around. */
function sortBy(column, isSecond) {
  const known = state.sort.find(([id]) => id === column.id);
  const isDown = known === undefined ? column.isNumber && column.id !== "index" : !known[1];
  const others = isSecond ? state.sort.filter(([id]) => id !== column.id) : [];
  change({ sort: [...others, [column.id, isDown]] }, { place: "layers" });
  const at = shownColumns.indexOf(column);
  find(`th:nth-child(${at + 1}) button`, table.head).focus();
}

function drawFoot() {
  const isFiltered = rows.length < layerCount;
  const cells = shownColumns.map((column) => {
    if (column.isHeader) {
      const label = isFiltered ? "Sum of these layers" : "Sum of all layers";
      return element("th", { scope: "row", class: "text" }, label);
    }
    const value = column.id === "live" ? "" : footOf(column);
    return element("td", { class: column.isNumber ? "number" : "text" }, value);
  });
  table.foot.replaceChildren(element("tr", { "aria-rowindex": layerCount + 2 }, ...cells));
}

function footOf(column) {
  if (column.isBar) {
    return percent(share(sumOf(metricNow(), rows), metricTotal));
  }
  if (column.get === undefined) {
    return "";
  }
  return brief(sumOf({ of: column.get }, rows), column.unit);
}

function drawRows() {
  const isWhole = rows.length <= FEW;
  const inSight = Math.ceil(table.box.clientHeight / ROW_HEIGHT);
  const top = Math.max(0, Math.floor(table.box.scrollTop / ROW_HEIGHT) - MARGIN_ROWS);
  const first = isWhole ? 0 : Math.min(top, Math.max(0, rows.length - inSight));
  const end = isWhole ? rows.length : Math.min(rows.length, first + inSight + 2 * MARGIN_ROWS);
  if (first === firstDrawn) {
    return;
  }
  firstDrawn = first;
  const hadFocus = table.body.contains(document.activeElement);
  const drawn = [];
  for (let row = first; row < end; row++) {
    drawn.push(drawRow(row));
  }
  table.body.replaceChildren(space(first), ...drawn, space(rows.length - end));
  if (hadFocus) {
    (linkOf(current) ?? table.box).focus({ preventScroll: true });
  }
}

/** Room for the rows that are not drawn. */
function space(count) {
  const row = element("tr", { class: "space", "aria-hidden": "true" });
  row.style.height = count * ROW_HEIGHT + "px";
  return row;
}

function drawRow(row) {
  const layer = rows[row];
  const status = statusOf(layer) + (ignored.has(layer) ? " ignored" : "");
  return element(
    "tr",
    {
      "data-row": row,
      "aria-rowindex": row + 2,
      class: layer === state.selected ? status + " selected" : status,
    },
    ...shownColumns.map((column) => drawCell(column, layer, row)),
  );
}

function drawCell(column, layer, row) {
  const text = column.of(layer);
  const title = column.title?.(layer) ?? text;
  if (column.isHeader) {
    const link = element(
      "a",
      {
        href: addressOf({ ...state, selected: layer }, "layers"),
        tabindex: row === current ? "0" : "-1",
        title,
        "aria-label": text,
      },
      nameOf(elided(text, LONGEST_NAME)),
    );
    return element("th", { scope: "row", class: "text" }, link);
  }
  const cell = element("td", { class: column.isNumber ? "number" : "text", title });
  if (column.isBar) {
    cell.append(bar(partOfMost(layer)));
  }
  cell.append(column.isNumber ? text : nameOf(text));
  return cell;
}

/** Cuts the middle out of a long name: its ends say the most. */
function elided(text, most) {
  const points = [...text];
  const head = Math.floor(most / 3);
  const tail = most - head - 1;
  return points.length <= most
    ? text
    : points.slice(0, head).join("") + "…" + points.slice(-tail).join("");
}

/** A bar of so many percent; what has none is hatched. */
function bar(value) {
  const inner = element("i");
  inner.style.width = value > 0 ? `max(1px, ${Math.min(100, value)}%)` : "0";
  return element(
    "span",
    { class: value === null ? "meter none" : "meter", "aria-hidden": "true" },
    inner,
  );
}

function linkOf(row) {
  return find(`tr[data-row="${row}"] a`, table.body);
}

/** Makes a row the current one, which the Tab key reaches, and brings it into sight. */
function goToRow(row, isFocused = true) {
  if (rows.length === 0) {
    return;
  }
  linkOf(current)?.setAttribute("tabindex", "-1");
  current = Math.min(Math.max(0, row), rows.length - 1);
  const head = table.head.offsetHeight;
  const top = current * ROW_HEIGHT;
  const room = table.box.clientHeight - head - table.foot.offsetHeight - ROW_HEIGHT;
  const above = table.box.scrollTop - top;
  const below = top - room - table.box.scrollTop;
  if (above > 0 || below > 0) {
    const edge = above > 0 ? top : top - room;
    const isNext = Math.max(above, below) <= ROW_HEIGHT;
    table.box.scrollTop = isNext ? edge : top - room / 2;
  }
  drawRows();
  const link = linkOf(current);
  link?.setAttribute("tabindex", "0");
  if (isFocused) {
    link?.focus({ preventScroll: true });
  }
}

function moveByKey(event) {
  const page = Math.max(1, Math.floor(table.box.clientHeight / ROW_HEIGHT) - 3);
  const moves = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + page,
    PageUp: current - page,
    Home: 0,
    End: rows.length - 1,
  };
  if (Object.hasOwn(moves, event.key) && table.body.contains(event.target)) {
    event.preventDefault();
    goToRow(moves[event.key]);
  }
}

function openByClick(event) {
  const row = event.target.closest("tr[data-row]");
  if (row === null || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  current = Number(row.dataset.row);
  select(rows[current]);
}

/** Shows the details of a layer. */
function select(layer) {
  change({ selected: layer }, { place: "layers", isStep: true });
}

function markSelected() {
  const row = rows.indexOf(state.selected);
  if (row >= 0) {
    goToRow(row, false);
  }
  firstDrawn = -1;
  drawRows();
}

/** Shows the layers that a filter leaves. */
function showLayers(filter) {
  change({ filter }, { place: "layers", isStep: true });
  showSection();
}

/** A value in a filter, which may hold blanks. */
function quoted(text) {
  return /\s/.test(text) ? `"${text}"` : text;
}
