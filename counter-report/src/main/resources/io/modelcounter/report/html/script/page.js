// Elements of the page. Texts of the model only ever become text nodes.

const SVG = "http://www.w3.org/2000/svg";

/** The first element that a selector finds; every one that scripts ask for is there. */
function find(selector, within = document) {
  return within.querySelector(selector);
}

/** The place for a view, or null if the section that holds it does not appear. */
function viewOf(name) {
  return find(`[data-view="${name}"]`);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      node.addEventListener(name, value);
    } else if (value !== undefined && value !== null && value !== false) {
      node.setAttribute(name, value === true ? "" : value);
    }
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** Makes an element; an attribute whose value is a function is a listener. */
function element(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function drawing(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** A text of the file, whose direction of writing must not reach beyond it. */
function nameOf(text) {
  return element("bdi", {}, text);
}

function button(label, onClick, attributes = {}) {
  return element("button", { type: "button", click: onClick, ...attributes }, label);
}

/** Hides what the server wrote in place of a view; print shows it instead of the view. */
function replacePlain(name) {
  const plain = find(`[data-plain="${name}"]`);
  if (plain) {
    plain.classList.add("replaced");
  }
}

/** Keeps a setting between visits where the browser allows it. */
const settings = {
  get(name) {
    try {
      return localStorage.getItem("modelcounter." + name);
    } catch (refused) {
      return null;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem("modelcounter." + name, value);
    } catch (refused) {
      // The setting then holds until the page is closed.
    }
  },
};

function copy(text, said) {
  const done = (word) => {
    said.textContent = word;
  };
  if (!navigator.clipboard) {
    done("Not allowed here");
    return;
  }
  navigator.clipboard.writeText(text).then(
    () => done("Copied"),
    () => done("Not allowed here"),
  );
}
