// What is shown is kept in the address, as in #v1/layers?sort=-macs&f=op:Conv&sel=12&m=flops.

const state = { metric: "macs", sort: [], filter: "", selected: null, zoom: "" };
const watchers = [];
let section = "";

/** Calls back after a change of one of the parts of the state. */
function watch(parts, update) {
  watchers.push({ parts, update });
}

function metricNow() {
  return METRICS.find((one) => one.id === state.metric) ?? METRICS[0];
}

/**
 * Changes parts of the state. The address then leads to a place on the page; a step is something
 * that the Back button undoes; others are parts that are not in the state itself.
 */
function change(parts, { place = section, isStep = false, others = [] } = {}) {
  Object.assign(state, parts);
  section = place;
  const address = addressOf(state);
  if (isStep && address !== location.hash) {
    history.pushState(null, "", address);
  } else {
    history.replaceState(null, "", address);
  }
  tell(Object.keys(parts).concat(others));
}

function tell(parts) {
  for (const { parts: wanted, update } of watchers) {
    if (wanted.some((part) => parts.includes(part))) {
      update();
    }
  }
}

function readable(text) {
  return encodeURIComponent(text).replace(/%(3A|2C|2F|3E|3C|3D|2A)/g, decodeURIComponent);
}

function addressOf(shown, place = section) {
  const sort = shown.sort.map(([column, isDown]) => (isDown ? "-" : "") + column).join(",");
  const moved = symbols.filter((name) => symbolValues.get(name) !== BigInt(raw.symbolValue));
  const set = moved.map((name) => symbols.indexOf(name) + ":" + symbolValues.get(name)).join(",");
  const parts = [
    ["sort", sort],
    ["f", shown.filter],
    ["sel", shown.selected === null ? "" : String(shown.selected)],
    ["m", shown.metric === METRICS[0].id ? "" : shown.metric],
    ["zoom", shown.zoom],
    ["set", set],
  ].filter(([, value]) => value !== "");
  const query = parts.map(([name, value]) => name + "=" + readable(value)).join("&");
  return "#v1/" + (place || "summary") + (query === "" ? "" : "?" + query);
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch (malformed) {
    return "";
  }
}

/** Takes over what the address says; what it does not know is ignored. */
function readAddress() {
  const match = /^#v1\/([a-z]+)(?:\?(.*))?$/.exec(location.hash);
  if (match === null) {
    return;
  }
  const query = new Map((match[2] ?? "").split("&").map((part) => part.split(/=(.*)/s)));
  const get = (name) => decode(query.get(name) ?? "");
  section = match[1];
  state.sort = get("sort")
    .split(",")
    .filter(Boolean)
    .map((column) => (column.startsWith("-") ? [column.slice(1), true] : [column, false]));
  state.filter = get("f");
  const selected = /^\d{1,9}$/.test(get("sel")) ? Number(get("sel")) : null;
  state.selected = selected !== null && selected < layerCount ? selected : null;
  state.metric = METRICS.some((one) => one.id === get("m")) ? get("m") : METRICS[0].id;
  state.zoom = get("zoom");
  symbols.forEach((name) => setSymbol(name, BigInt(raw.symbolValue)));
  for (const [, symbol, value] of get("set").matchAll(/(\d{1,4}):(\d{1,18})(?:,|$)/g)) {
    if (Number(symbol) < symbols.length) {
      setSymbol(symbols[Number(symbol)], BigInt(value));
    }
  }
}

function showSection() {
  const target = section === "" ? null : document.getElementById(section);
  if (target) {
    target.scrollIntoView();
  }
}

window.addEventListener("popstate", () => {
  readAddress();
  tell(Object.keys(state).concat("symbols"));
});
