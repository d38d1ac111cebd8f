// Puts the views in their places.

function setUpTools() {
  const choice = element(
    "select",
    { id: "metric", change: () => change({ metric: choice.value }) },
    ...METRICS.map((one) => element("option", { value: one.id }, one.label)),
  );
  watch(["metric"], () => {
    choice.value = state.metric;
  });
  find("#contents").append(
    element(
      "div",
      { class: "tools", role: "group", "aria-label": "How the page is shown" },
      element("label", { for: "metric" }, "Metric"),
      choice,
      button("Dark or light", switchTheme),
      button("Keys", showKeys),
    ),
  );
  document.body.append(keysDialog());
}

/** Quotes a field as RFC 4180 wants it; a text that a spreadsheet would run gets a quote mark. */
function csvField(text) {
  const guarded = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function csvOfRows() {
  const columns = COLUMNS.filter((column) => column.isShown && !column.isBar);
  const cell = (column, layer) => {
    if (column.get === undefined) {
      return column.isNumber ? column.of(layer) : csvField(column.of(layer));
    }
    const amount = column.get(layer);
    return isExact(amount) ? String(amount.low) : "";
  };
  const lines = rows.map((layer) => columns.map((column) => cell(column, layer)).join(","));
  return [columns.map((column) => column.id).join(","), ...lines, ""].join("\r\n");
}

function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = element("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** The totals as a table that can be pasted into a review. */
function markdown() {
  const cards = [...document.querySelectorAll("#numbers dl:first-of-type .card")];
  const code = (text) => "`" + text.replaceAll("`", "'") + "`";
  const lines = cards.map((card) => {
    const value = find(".full", card) ?? find(".brief", card);
    const label = find("dt", card).textContent;
    return `| ${label} | ${code(value.textContent.replaceAll("|", "/"))} |`;
  });
  const head = [
    "### Cost of " + code(strings[raw.model]),
    "",
    "| total | of one inference |",
    "|---|--:|",
  ];
  return [...head, ...lines, "", find(".verdict").textContent.trim(), ""].join("\n");
}

function setUpExport() {
  const said = element("span", { role: "status" });
  viewOf("export").append(
    element(
      "div",
      { class: "tools" },
      button("Save the filtered layers as CSV", () => save("layers.csv", "text/csv", csvOfRows())),
      button("Copy the totals as Markdown", () => copy(markdown(), said)),
      said,
    ),
  );
}

function setUpUnknown() {
  const heading = find("#unknown-heading");
  const open = everyLayer.filter((layer) => ["unknown", "bounded"].includes(statusOf(layer)));
  const statuses = new Set(open.map(statusOf));
  const links = [...statuses].map((status) =>
    button(`Show the ${status} layers`, () => showLayers("status:" + status)),
  );
  if (links.length > 0) {
    heading.after(element("div", { class: "tools" }, ...links));
  }
}

readAddress();
setUpTools();
setUpTreemap();
setUpGroups();
setUpScaling();
setUpMemory();
setUpLayers();
setUpDetails();
setUpUnknown();
setUpExport();
tell(Object.keys(state).concat("symbols"));
showSection();
document.documentElement.dataset.ready = Math.round(performance.now());
