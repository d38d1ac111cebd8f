// A small graph of the layers around one, at most so many hops away.

const MOST_NEIGHBOURS = 60;
const BOX = { width: 150, height: 38, gapX: 14, gapY: 30 };

function neighbourhood(layer) {
  const place = element("div", { class: "neighbours" });
  const choices = HOPS.map((count) =>
    button(
      String(count),
      () => {
        hops = count;
        draw();
      },
      { "aria-label": count === 1 ? "1 hop" : count + " hops" },
    ),
  );
  const draw = () => {
    choices.forEach((choice, at) => choice.setAttribute("aria-pressed", String(HOPS[at] === hops)));
    place.replaceChildren(...drawNeighbours(layer));
  };
  draw();
  const tools = element("div", { class: "tools" }, "Hops", ...choices);
  return element("div", {}, element("h4", {}, "Neighbourhood"), tools, place);
}

function before(layer) {
  return raw.layers.in[layer]
    .map((tensor) => producerOf(layer, tensor))
    .filter((producer) => producer !== undefined);
}

function after(layer) {
  return (consumers.get(layer) ?? []).map((reader) => reader.layer);
}

/** Distance of the layers around one: negative before it, positive after it. */
function distances(layer) {
  const found = new Map([[layer, 0]]);
  let isCut = false;
  for (const [sign, next] of [
    [-1, before],
    [1, after],
  ]) {
    let edge = [layer];
    for (let hop = 1; hop <= hops; hop++) {
      const reached = new Set(edge.flatMap(next).filter((one) => !found.has(one)));
      edge = [];
      for (const one of reached) {
        if (found.size >= MOST_NEIGHBOURS) {
          isCut = true;
        } else {
          found.set(one, sign * hop);
          edge.push(one);
        }
      }
    }
  }
  return { found, isCut };
}

function drawNeighbours(layer) {
  const { found, isCut } = distances(layer);
  const levels = new Map();
  for (const [one, distance] of [...found].sort(([a], [b]) => a - b)) {
    levels.set(distance, [...(levels.get(distance) ?? []), one]);
  }
  const widest = Math.max(...[...levels.values()].map((level) => level.length));
  const width = widest * (BOX.width + BOX.gapX);
  const places = new Map();
  [...levels.keys()]
    .sort((a, b) => a - b)
    .forEach((distance, row) => {
      const level = levels.get(distance);
      const left = (width - level.length * (BOX.width + BOX.gapX)) / 2 + BOX.gapX / 2;
      level.forEach((one, at) =>
        places.set(one, {
          x: left + at * (BOX.width + BOX.gapX),
          y: row * (BOX.height + BOX.gapY) + 2,
        }),
      );
    });
  const height = levels.size * (BOX.height + BOX.gapY) - BOX.gapY + 4;
  const arrow = drawing(
    "marker",
    {
      id: "arrow",
      viewBox: "0 0 8 8",
      refX: 8,
      refY: 4,
      markerWidth: 7,
      markerHeight: 7,
      orient: "auto",
    },
    drawing("path", { d: "M0 0L8 4L0 8Z" }),
  );
  const graph = drawing(
    "svg",
    {
      class: "graph",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "group",
      "aria-label": "Layers around this one",
    },
    drawing("defs", {}, arrow),
    ...edges(places),
    ...[...places].map(([one, at]) => node(one, at, one === layer)),
  );
  const box = element(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": "Neighbourhood" },
    graph,
  );
  const note = isCut ? `Only ${MOST_NEIGHBOURS} layers are drawn.` : null;
  return note === null ? [box] : [box, element("p", {}, note)];
}

function edges(places) {
  const drawn = [];
  for (const [one, to] of places) {
    for (const producer of new Set(before(one))) {
      const from = places.get(producer);
      if (from !== undefined) {
        const [x1, y1] = [from.x + BOX.width / 2, from.y + BOX.height];
        const [x2, y2] = [to.x + BOX.width / 2, to.y];
        const bend = Math.max(12, Math.abs(y2 - y1) / 2);
        const d = `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`;
        drawn.push(drawing("path", { class: "edge", d, "marker-end": "url(#arrow)" }));
      }
    }
  }
  return drawn;
}

function node(layer, { x, y }, isCentre) {
  const name = textOf("name", layer);
  const end = name.length > 22 ? "…" + name.slice(-21) : name;
  const amount = metricNow().of(layer);
  const value = statusOf(layer) === "free" ? "free" : brief(amount, metricNow().unit);
  return drawing(
    "a",
    {
      href: addressOf({ ...state, selected: layer }, "layers"),
      class: isCentre ? "node centre" : "node",
      "aria-label": `${operatorOf(layer)}, ${name}, ${value}`,
      click(event) {
        event.preventDefault();
        select(layer);
      },
    },
    drawing("title", {}, name),
    drawing("rect", { x, y, width: BOX.width, height: BOX.height, rx: 4 }),
    drawing("text", { x: x + 8, y: y + 16, class: "op" }, operatorOf(layer).slice(0, 20)),
    drawing(
      "text",
      { x: x + BOX.width - 8, y: y + 16, "text-anchor": "end" },
      value.length > 12 ? "" : value,
    ),
    drawing("text", { x: x + 8, y: y + 31, class: "soft" }, end),
  );
}
