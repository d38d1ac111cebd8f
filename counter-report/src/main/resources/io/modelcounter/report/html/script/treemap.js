// Modules and layers as areas: the larger, the dearer under the chosen metric.

const MAP_HEIGHT = 420;
const TITLE = 20;
const LEAST_SIDE = 3;
const DEEPEST = 4;
const MOST_TILES = 2000;

function setUpTreemap() {
  const place = viewOf("treemap");
  const trail = element("nav", { "aria-label": "Place in the treemap", class: "trail" });
  const map = drawing("svg", { class: "treemap", role: "group", height: MAP_HEIGHT });
  const said = element("p", { class: "soft" });
  const draw = () => drawTreemap(map, trail, said);
  place.append(element("figure", {}, trail, map, element("figcaption", {}, said)));
  map.addEventListener("keydown", (event) => moveInTreemap(event, map));
  new ResizeObserver(draw).observe(place);
  watch(["metric", "zoom", "symbols"], draw);
}

function moduleAt(path) {
  const search = (module) => {
    if (module.path === path) {
      return module;
    }
    const next = module.children.find(
      (child) => path === child.path || path.startsWith(child.path + "."),
    );
    return next === undefined ? null : search(next);
  };
  return path === "" ? modules : search(modules);
}

/** The module in a module that holds the one of a path; itself if none does. */
function parentOf(module, path) {
  const next = module.children.find((child) => path.startsWith(child.path + "."));
  return next === undefined ? module : parentOf(next, path);
}

function zoomTo(path) {
  change({ zoom: path }, { place: "cost", isStep: true });
  find(".treemap .tile")?.focus();
}

/** Children and own layers of a module with what they weigh, the heaviest first. */
function partsOf(module) {
  const weigh = (layers) => Number(sumOf(metricNow(), layers).low);
  return [
    ...module.children.map((child) => ({ module: child, weight: weigh(child.layers) })),
    ...module.own.map((layer) => ({ layer, weight: weigh([layer]) })),
  ]
    .filter((part) => part.weight > 0)
    .sort((a, b) => b.weight - a.weight);
}

/** Lays parts out in rows whose tiles are as square as can be. */
function squarify(parts, box) {
  const tiles = [];
  let { x, y, width, height } = box;
  let weight = parts.reduce((sum, part) => sum + part.weight, 0);
  let rest = parts;
  while (rest.length > 0 && width > 0 && height > 0) {
    const side = Math.min(width, height);
    const scale = (width * height) / weight;
    let count = 1;
    let sum = rest[0].weight;
    while (
      count < rest.length &&
      worst(rest, count + 1, sum + rest[count].weight, side, scale) <=
        worst(rest, count, sum, side, scale)
    ) {
      sum += rest[count].weight;
      count++;
    }
    const depth = (sum * scale) / side;
    let along = 0;
    for (const part of rest.slice(0, count)) {
      const length = (part.weight * scale) / depth;
      tiles.push(
        width >= height
          ? { part, x, y: y + along, width: depth, height: length }
          : { part, x: x + along, y, width: length, height: depth },
      );
      along += length;
    }
    if (width >= height) {
      [x, width] = [x + depth, width - depth];
    } else {
      [y, height] = [y + depth, height - depth];
    }
    weight -= sum;
    rest = rest.slice(count);
  }
  return tiles;
}

/** Worst proportion of the tiles in a row. */
function worst(parts, count, sum, side, scale) {
  const area = sum * scale;
  const large = parts[0].weight * scale;
  const small = parts[count - 1].weight * scale;
  return Math.max((side * side * large) / (area * area), (area * area) / (side * side * small));
}

function drawTreemap(map, trail, said) {
  const zoomed = moduleAt(state.zoom) ?? modules;
  const width = Math.max(280, map.parentNode.clientWidth);
  const parts = partsOf(zoomed);
  const total = sumOf(metricNow(), everyLayer);
  const budget = { left: MOST_TILES };
  const box = { x: 0, y: 0, width, height: MAP_HEIGHT };
  map.setAttribute("viewBox", `0 0 ${width} ${MAP_HEIGHT}`);
  map.setAttribute("width", width);
  const label = "Treemap of " + metricNow().label;
  map.setAttribute("aria-label", label + ". Arrows move, Enter zooms in, Backspace zooms out.");
  map.replaceChildren(
    hatching(),
    ...squarify(parts, box).map((tile, at) => drawTile(tile, total, at, budget)),
  );
  drawTrail(trail, zoomed);
  said.replaceChildren(...takeAway(zoomed, parts));
}

function hatching() {
  const line = drawing("path", { d: "M0 6L6 0" });
  const attributes = { id: "hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse" };
  return drawing("defs", {}, drawing("pattern", attributes, line));
}

function labelOf(part) {
  if (part.module !== undefined) {
    return part.module.name;
  }
  const name = textOf("name", part.layer);
  return name.slice(name.lastIndexOf("/") + 1) || name;
}

function layersIn(part) {
  return part.module === undefined ? [part.layer] : part.module.layers;
}

/** A tile of the first level, with what is in it drawn inside. */
function drawTile(tile, total, at, budget) {
  const { part } = tile;
  const sum = sumOf(metricNow(), layersIn(part));
  const value = brief(sum, metricNow().unit);
  const part100 = share(sum, total);
  const label = `${labelOf(part)}, ${value}, ${percent(part100)}`;
  const act = () => (part.module === undefined ? select(part.layer) : openTile(part.module));
  const tint = 10 + Math.min(28, part100 ?? 0);
  const shape = {
    class: isExact(sum) ? "area" : "area open",
    x: tile.x + 0.5,
    y: tile.y + 0.5,
    width: Math.max(0, tile.width - 1),
    height: Math.max(0, tile.height - 1),
  };
  const area = drawing("rect", shape);
  area.style.setProperty("--tint", tint + "%");
  const group = drawing(
    "g",
    {
      class: "tile",
      role: "button",
      tabindex: at === 0 ? "0" : "-1",
      "aria-label": label,
      click: act,
    },
    drawing("title", {}, label),
    area,
    ...inside(tile, budget),
    ...tileText(tile, value),
  );
  group.act = act;
  return group;
}

function openTile(module) {
  if (module.children.length > 0 || module.own.length > 1) {
    zoomTo(module.path);
  } else {
    select(module.layers[0]);
  }
}

/** Outlines of what is in a module, and in the modules in it, as long as there is room. */
function inside(tile, budget, depth = 1) {
  if (
    tile.part.module === undefined ||
    depth > DEEPEST ||
    tile.width < 30 ||
    tile.height < TITLE + 14
  ) {
    return [];
  }
  const box = {
    x: tile.x + 3,
    y: tile.y + TITLE + 2,
    width: tile.width - 6,
    height: tile.height - TITLE - 5,
  };
  const inner = squarify(partsOf(tile.part.module), box).filter(
    (one) => one.width > LEAST_SIDE && one.height > LEAST_SIDE && budget.left-- > 0,
  );
  return inner.flatMap((one) => [
    drawing("rect", { class: "inner", x: one.x, y: one.y, width: one.width, height: one.height }),
    ...(one.width > 40 && one.height > 16 ? [fitted(labelOf(one.part), one, "soft")] : []),
    ...inside(one, budget, depth + 1),
  ]);
}

function tileText(tile, value) {
  if (tile.width < 34 || tile.height < TITLE) {
    return [];
  }
  return [fitted(labelOf(tile.part) + "  " + value, tile, "")];
}

/** A text cut to the width of its tile. */
function fitted(text, tile, styleClass) {
  const room = Math.max(1, Math.floor((tile.width - 8) / 6.6));
  const cut = text.length > room ? text.slice(0, room - 1) + "…" : text;
  return drawing("text", { x: tile.x + 5, y: tile.y + 14, class: styleClass }, cut);
}

function drawTrail(trail, zoomed) {
  const steps = [];
  let path = "";
  for (const part of zoomed.path === "" ? [] : zoomed.path.split(".")) {
    path = path === "" ? part : path + "." + part;
    if (moduleAt(path) !== null) {
      steps.push([part, path]);
    }
  }
  const model = strings[raw.model];
  trail.replaceChildren(
    ...[[model, ""], ...steps].flatMap(([name, to], at) => [
      at === 0 ? "" : " › ",
      to === zoomed.path
        ? element("strong", {}, nameOf(name))
        : button(name, () => zoomTo(to), { class: "link" }),
    ]),
  );
}

/** What the picture says, in words, and what it cannot show. */
function takeAway(zoomed, parts) {
  const chosen = metricNow();
  const total = sumOf(chosen, zoomed.layers);
  const layers = sorted(zoomed.layers, []).filter((layer) => !ignored.has(layer));
  const weights = layers.map((layer) => Number(chosen.of(layer).low)).sort((a, b) => b - a);
  const sum = weights.reduce((a, b) => a + b, 0);
  let [some, count] = [0, 0];
  while (count < weights.length && some < sum / 2) {
    some += weights[count++];
  }
  const value = brief(total, chosen.unit);
  const of =
    chosen.unit === BYTES ? `${value} (${chosen.label.toLowerCase()})` : `${value} ${chosen.label}`;
  const words =
    sum === 0
      ? [`No ${chosen.label} here.`]
      : [`${grouped(count)} of ${grouped(layers.length)} layers hold half of ${of}.`];
  const unknown = layers.filter((layer) => !isKnown(chosen.of(layer))).length;
  if (unknown > 0) {
    words.push(` ${grouped(unknown)} of unknown cost are not drawn. `);
    words.push(button("Show them", () => showLayers("status:unknown"), { class: "link" }));
  }
  return words;
}

function moveInTreemap(event, map) {
  const tiles = [...map.querySelectorAll(".tile")];
  const at = tiles.indexOf(document.activeElement);
  const moves = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1 };
  if (event.key === "Enter" || event.key === " ") {
    tiles[at]?.act();
  } else if (event.key === "Backspace") {
    zoomTo(parentOf(modules, state.zoom).path);
  } else if (Object.hasOwn(moves, event.key)) {
    const next = Math.min(Math.max(0, moves[event.key]), tiles.length - 1);
    tiles[at]?.setAttribute("tabindex", "-1");
    tiles[next]?.setAttribute("tabindex", "0");
    tiles[next]?.focus();
  } else {
    return;
  }
  event.preventDefault();
}
