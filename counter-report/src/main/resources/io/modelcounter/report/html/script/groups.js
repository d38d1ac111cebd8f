// Costs by module, by operator and by element type under the chosen metric.

const ROOM = 30;

/** The tree of modules; a module around one other is shown as one with it. */
function moduleTree() {
  const root = newModule("", "");
  for (const layer of everyLayer) {
    const scope = textOf("scope", layer);
    let module = root;
    module.layers.push(layer);
    for (const part of scope === "" ? [] : scope.split(".")) {
      if (!module.children.has(part)) {
        const path = module.path === "" ? part : module.path + "." + part;
        module.children.set(part, newModule(part, path));
      }
      module = module.children.get(part);
      module.layers.push(layer);
    }
    module.own.push(layer);
  }
  return joined(root);
}

function newModule(name, path) {
  return { name, path, children: new Map(), layers: [], own: [], kind: 0 };
}

function joined(module) {
  let inner = module;
  let name = module.name;
  while (module.path !== "" && inner.children.size === 1 && inner.own.length === 0) {
    [inner] = inner.children.values();
    name += "." + inner.name;
  }
  const children = [...inner.children.values()].map(joined);
  return { ...inner, name, children };
}

/** Gives modules that hold equal layers and equal modules the same kind. */
function findKinds(module, kinds = new Map()) {
  const inner = module.children.map((child) => child.name + "=" + findKinds(child, kinds));
  const own = module.own.map((layer) =>
    ["op", "macs", "flops", "parameters", "weights", "activations", "read", "write"]
      .map((column) => property(column, layer))
      .concat(raw.layers.status[layer], ignored.has(layer))
      .join(" "),
  );
  const content = own.join(";") + "|" + inner.join(";");
  if (!kinds.has(content)) {
    kinds.set(content, kinds.size);
  }
  module.kind = kinds.get(content);
  return module.kind;
}

/** Puts neighbours such as 1 to 11 that are equal throughout into one, which stands for each. */
function folded(modules) {
  const groups = [];
  for (const module of modules) {
    const last = groups[groups.length - 1];
    if (
      last !== undefined &&
      last[0].kind === module.kind &&
      follows(last[last.length - 1], module)
    ) {
      last.push(module);
    } else {
      groups.push([module]);
    }
  }
  return groups.map((group) => ({
    module: group[0],
    last: group[group.length - 1],
    count: group.length,
  }));
}

function follows(one, next) {
  const [a, b] = [
    /^(.*?)(\d{1,9})(\..*)?$/.exec(one.name),
    /^(.*?)(\d{1,9})(\..*)?$/.exec(next.name),
  ];
  return (
    a !== null && b !== null && a[1] === b[1] && a[3] === b[3] && Number(a[2]) + 1 === Number(b[2])
  );
}

const modules = moduleTree();
findKinds(modules);

function setUpGroups() {
  setUpModules();
  setUpGroup("operators", "Cost by operator", "Operator", operatorOf, "op");
  setUpGroup("types", "Cost by element type", "Type of the first output", typeOf, "type");
}

function groupTable(caption, heading, lines) {
  const chosen = metricNow();
  const head = [heading, "Layers", chosen.label, "Share", "Not exact"].map((label, at) =>
    element("th", { scope: "col", class: at === 0 ? "text" : "number" }, label),
  );
  return element(
    "div",
    { class: "scroll", role: "region", "aria-label": caption, tabindex: "0" },
    element(
      "table",
      { class: "groups" },
      element("caption", {}, caption),
      element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...lines),
    ),
  );
}

/** A row for some layers; header is what names them. */
function groupRow(header, layers, total, filter, level = 1) {
  const chosen = metricNow();
  const sum = sumOf(chosen, layers);
  const open = layers.filter((layer) => ["unknown", "bounded"].includes(statusOf(layer))).length;
  const part = share(sum, total);
  const name = element("th", { scope: "row", class: "text" }, ...header);
  name.style.setProperty("--level", level - 1);
  const count = element(
    "a",
    {
      href: addressOf({ ...state, filter }, "layers"),
      title: "Show these layers",
      click: (event) => {
        event.preventDefault();
        showLayers(filter);
      },
    },
    grouped(layers.length),
  );
  return element(
    "tr",
    {},
    name,
    element("td", { class: "number" }, filter === null ? grouped(layers.length) : count),
    element("td", { class: "number", title: full(sum, chosen.unit) }, brief(sum, chosen.unit)),
    element(
      "td",
      { class: "number" },
      bar(part),
      element("span", { class: "beside" }, percent(part)),
    ),
    element("td", { class: "number" }, open === 0 ? "" : grouped(open)),
  );
}

function setUpGroup(name, caption, heading, keyOf, field) {
  const place = viewOf(name);
  replacePlain(name);
  const groups = new Map();
  for (const layer of everyLayer) {
    const group = keyOf(layer) || "none";
    if (!groups.has(group)) {
      groups.set(group, []);
    }
    groups.get(group).push(layer);
  }
  const draw = () => {
    const total = sumOf(metricNow(), everyLayer);
    const sums = new Map([...groups].map(([group, layers]) => [group, sumOf(metricNow(), layers)]));
    const order = [...groups.keys()].sort((a, b) => compareKeys(sums.get(b).low, sums.get(a).low));
    const isNone = (group) => isExact(sums.get(group)) && sums.get(group).low === 0n;
    const filterOf = (group) => (group === "none" ? null : field + ":" + quoted(group));
    const lines = order
      .filter((group) => !isNone(group))
      .map((group) => groupRow([nameOf(group)], groups.get(group), total, filterOf(group)));
    const none = order.filter(isNone);
    if (none.length > 0) {
      const header = [element("small", {}, `no ${metricNow().label}: `, nameOf(none.join(", ")))];
      lines.push(
        groupRow(
          header,
          none.flatMap((group) => groups.get(group)),
          total,
          null,
        ),
      );
    }
    place.replaceChildren(groupTable(caption, heading, lines));
  };
  watch(["metric", "symbols"], draw);
}

function setUpModules() {
  const place = viewOf("modules");
  if (modules.children.length === 0) {
    return;
  }
  replacePlain("modules");
  const open = new Set();
  openWhatFits(open);
  const draw = () => {
    const total = sumOf(metricNow(), everyLayer);
    const lines = moduleRows(modules, 1, open, total, draw);
    place.replaceChildren(groupTable("Cost by module", "Module", lines));
  };
  watch(["metric", "symbols"], draw);
}

/** Opens modules level by level while the table stays short. */
function openWhatFits(open) {
  let level = folded(modules.children).map((group) => group.module);
  let shown = level.length;
  while (level.length > 0) {
    const next = level.flatMap((module) => folded(module.children).map((group) => group.module));
    shown += next.length;
    if (shown > ROOM) {
      return;
    }
    level.forEach((module) => open.add(module.path));
    level = next;
  }
}

function moduleRows(parent, level, open, total, redraw) {
  return folded(parent.children).flatMap(({ module, last, count }) => {
    const isOpen = open.has(module.path);
    const name = count === 1 ? module.name : `${module.name} to ${last.name}`;
    const header = [nameOf(name)];
    if (count > 1) {
      header.push(element("small", {}, ` ${count} equal ones, each`));
    }
    if (module.children.length > 0) {
      const toggle = () => {
        if (!open.delete(module.path)) {
          open.add(module.path);
        }
        redraw();
        find(`[data-path="${CSS.escape(module.path)}"]`)?.focus();
      };
      header.unshift(
        button(isOpen ? "−" : "+", toggle, {
          class: "twist",
          "aria-expanded": String(isOpen),
          "aria-label": "Modules in " + name,
          "data-path": module.path,
        }),
      );
    } else {
      header.unshift(element("span", { class: "twist" }));
    }
    const row = groupRow(header, module.layers, total, "scope:" + quoted(module.path), level);
    return isOpen ? [row, ...moduleRows(module, level + 1, open, total, redraw)] : [row];
  });
}
