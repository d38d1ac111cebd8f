// Single keys, which can be switched off, and the list of them.

const SECTIONS = { s: "summary", t: "numbers", c: "cost", m: "memory", l: "layers", u: "unknown" };
let isAfterG = false;
let areKeysOn = settings.get("keys") !== "off";

const KEYS = {
  "/": ["filter the layers", () => goTo("layers", () => table.filter.focus())],
  j: ["next layer", () => goTo("layers", () => goToRow(current + 1))],
  k: ["layer before", () => goTo("layers", () => goToRow(current - 1))],
  m: ["next metric", nextMetric],
  d: ["dark or light", switchTheme],
  n: ["next layer that is not exact", () => nextOpen(1)],
  N: ["the one before", () => nextOpen(-1)],
  p: ["print", () => window.print()],
  "?": ["these keys", showKeys],
};

function goTo(place, act) {
  const box = document.getElementById(place).getBoundingClientRect();
  if (box.top > window.innerHeight * 0.8 || box.bottom < window.innerHeight * 0.2) {
    document.getElementById(place).scrollIntoView();
  }
  act();
}

function nextMetric() {
  const at = METRICS.indexOf(metricNow());
  change({ metric: METRICS[(at + 1) % METRICS.length].id });
}

function switchTheme() {
  const root = document.documentElement;
  const isDark =
    root.dataset.theme === "dark" ||
    (root.dataset.theme === undefined && matchMedia("(prefers-color-scheme: dark)").matches);
  root.dataset.theme = isDark ? "light" : "dark";
  settings.set("theme", root.dataset.theme);
}

function nextOpen(direction) {
  const isOpen = (layer) => ["unknown", "bounded"].includes(statusOf(layer));
  for (let row = current + direction; row >= 0 && row < rows.length; row += direction) {
    if (isOpen(rows[row])) {
      goTo("layers", () => goToRow(row));
      return;
    }
  }
}

function showKeys() {
  const dialog = find("#keys");
  if (!dialog.open) {
    dialog.showModal();
  }
}

function keysDialog() {
  const line = (pressed, meaning) =>
    element("div", {}, element("dt", {}, element("kbd", {}, pressed)), element("dd", {}, meaning));
  const box = element("input", {
    type: "checkbox",
    change() {
      areKeysOn = box.checked;
      settings.set("keys", areKeysOn ? "on" : "off");
    },
  });
  box.checked = areKeysOn;
  const dialog = element(
    "dialog",
    { id: "keys", "aria-label": "Keys" },
    element("h2", {}, "Keys"),
    element(
      "dl",
      { class: "facts" },
      ...Object.entries(KEYS).map(([pressed, [meaning]]) => line(pressed, meaning)),
      line("Enter", "details of the layer"),
      line("Esc", "close"),
      ...Object.entries(SECTIONS).map(([pressed, id]) =>
        line("g " + pressed, "go to: " + headingOf(id)),
      ),
    ),
    element("p", {}, element("label", {}, box, " Single keys are on")),
    button("Close", () => dialog.close()),
  );
  return dialog;
}

function headingOf(id) {
  return document.getElementById(id + "-heading").textContent;
}

function isTyping(target) {
  return target.closest("input, select, textarea, dialog") !== null;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key === "Escape" && state.selected !== null && !find("#keys").open) {
    closeDetails();
    return;
  }
  if (!areKeysOn || isTyping(event.target)) {
    return;
  }
  if (isAfterG && Object.hasOwn(SECTIONS, event.key)) {
    document.getElementById(SECTIONS[event.key]).scrollIntoView();
    event.preventDefault();
  } else if (event.key !== "g" && Object.hasOwn(KEYS, event.key)) {
    KEYS[event.key][1]();
    event.preventDefault();
  }
  isAfterG = event.key === "g" && !isAfterG;
});
