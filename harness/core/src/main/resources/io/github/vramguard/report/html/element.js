/* Builds elements. What is read becomes text, never markup. */

const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      node.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? "" : value);
    }
  }
  node.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== ""));
  return node;
}

function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function byId(id) {
  return document.getElementById(id);
}

function icon(name) {
  return svg("svg", { class: "icon", "aria-hidden": "true" }, svg("use", { href: `#i-${name}` }));
}

/** Icon, word and colour say the same thing. */
function badge({ name, icon: symbol }) {
  return el("span", { class: `badge is-${symbol}` }, icon(symbol), name);
}

/** A name may be longer than any line, and may be written from right to left. */
function name(text, className = "") {
  return el("bdi", { class: `name ${className}`.trim() }, text);
}

/**
 * A table that scrolls within itself where it is too wide. A column has a title, the cell of a row, and perhaps a class.
 */
function table(caption, columns, rows) {
  const head = columns.map(column => el("th", { scope: "col", class: column.class }, column.title));
  const cells = row =>
    columns.map((column, position) =>
      position === 0
        ? el("th", { scope: "row", class: column.class }, column.cell(row))
        : el("td", { class: column.class }, column.cell(row)));
  return el(
    "div",
    { class: "scroll", role: "region", "aria-label": caption, tabindex: "0" },
    el(
      "table",
      {},
      el("caption", { class: "hidden" }, caption),
      el("thead", {}, el("tr", {}, head)),
      el("tbody", {}, rows.map(row => el("tr", { class: row.class }, cells(row))))));
}
