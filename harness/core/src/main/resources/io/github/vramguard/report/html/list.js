/* The tests: filtered, sorted, and shown as far as the reader scrolls. */

const PAGE_OF_ROWS = 30;
/** Noise must not look like growth. */
const LEAST_SHARE = 0.1;
const listed = { order: "verdict", ascending: true, words: [], verdicts: new Set(), sorted: [], tests: [], shown: 0 };

function hashOf(test) {
  return `#${encodeURIComponent(test.key)}`;
}

function classOf(test) {
  return test.id.split("#")[0];
}

/** The settled levels in small; the table of cycles has them in numbers. */
function sparkline(test) {
  const levels = test.lead === null ? [] : levelsOf(test, test.lead);
  const known = levels.filter(level => level !== null);
  if (known.length < 2) {
    return null;
  }
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const range = Math.max(high - low, test.lead.peak * LEAST_SHARE);
  const x = position => 2 + (84 * position) / (levels.length - 1);
  const y = level => (range === 0 ? 22 : 22 - (18 * (level - low)) / range);
  const path = levels
    .map((level, at) => (level === null ? "" : `${at === 0 || levels[at - 1] === null ? "M" : "L"}${x(at).toFixed(1)} ${y(level).toFixed(1)}`))
    .join("");
  const last = levels.findLastIndex(level => level !== null);
  return svg(
    "svg",
    { class: `spark is-${test.verdict.icon}`, viewBox: "0 0 88 26", "aria-hidden": "true" },
    svg("path", { d: path }),
    svg("circle", { cx: x(last), cy: y(levels[last]), r: "2.2" }));
}

function cell(title, className, ...content) {
  return el("td", { role: "cell", class: className, "data-title": title }, ...content);
}

/** A leak that is known, or that another pool explains, must not look like a new one. */
function poolCell({ pool, outcome }) {
  return el("span", {}, name(pool), outcome === "NOT_COUNTED" ? el("small", { class: "noted" }, OUTCOMES.NOT_COUNTED.name) : null);
}

function rowOf(test, position) {
  const { lead } = test;
  const shown = value => (lead === null || value === null ? el("span", { class: "none" }, "–") : value);
  return el(
    "tr",
    { role: "row", "aria-rowindex": position, click: event => event.target.closest("a") || getSelection().toString() || (location.hash = hashOf(test)) },
    cell("Verdict", "verdict", badge(test.verdict)),
    cell(
      "Test",
      "test",
      el("a", { href: hashOf(test) }, name(test.name)),
      el("span", { class: "check" }, test.check),
      name(classOf(test), "class"),
      test.machine === undefined ? null : name(test.machine, "class"),
      test.verdict === VERDICTS.PASSED ? null : name(test.finding, "finding")),
    cell("Levels", "levels", sparkline(test)),
    cell("Pool", "pool", shown(lead && poolCell(lead))),
    cell("Residual", "number", shown(lead && lead.residual !== null ? change(lead, lead.residual) : null)),
    cell("Peak", "number", shown(lead && lead.peak !== null ? amount(lead, lead.peak) : null)),
    cell("Time", "number time", duration(test.millis)),
    cell("Measuring", "number", duration(test.measuringMillis)));
}

function heading(title, order, className = "") {
  const sorted = order !== null && listed.order === order;
  return el(
    "th",
    {
      role: "columnheader",
      scope: "col",
      class: className,
      "aria-sort": sorted ? (listed.ascending ? "ascending" : "descending") : null,
    },
    order === null ? title : el("button", { type: "button", "data-order": order, click: () => sortBy(order) }, title));
}

function listTable(rows) {
  return el(
    "table",
    { role: "table", class: "tests", "aria-labelledby": "tests-title", "aria-rowcount": listed.tests.length + 1 },
    el(
      "thead",
      { role: "rowgroup" },
      el(
        "tr",
        { role: "row", "aria-rowindex": 1 },
        heading("Verdict", "verdict"),
        heading("Test", "name"),
        heading("Levels", null),
        heading("Pool", null),
        heading("Residual", "residual", "number"),
        heading("Peak", "peak", "number"),
        heading("Time", "time", "number"),
        heading("Measuring", "measuring", "number"))),
    rows);
}

function showMore(count = PAGE_OF_ROWS) {
  const next = listed.tests.slice(listed.shown, listed.shown + count);
  listed.body.append(...next.map((test, at) => rowOf(test, listed.shown + at + 2)));
  listed.shown += next.length;
  listed.more.hidden = listed.shown >= listed.tests.length;
  listed.more.textContent = `Show more (${plural(listed.tests.length - listed.shown, "test")} left)`;
}

function showList() {
  const chosen = test => listed.verdicts.size === 0 || listed.verdicts.has(test.verdict);
  listed.tests = listed.sorted.filter(test => chosen(test) && listed.words.every(word => test.words.includes(word)));
  listed.shown = 0;
  listed.body = el("tbody", { role: "rowgroup" });
  showMore();
  byId("list").replaceChildren(
    listed.tests.length === 0
      ? el("p", { class: "nothing" }, run.tests.length === 0 ? "Nothing was recorded." : "No test matches.")
      : listTable(listed.body),
    listed.more);
  byId("count").textContent =
    listed.tests.length === run.tests.length
      ? plural(run.tests.length, "test")
      : `${listed.tests.length.toLocaleString("en")} of ${plural(run.tests.length, "test")}`;
}

function sort(order, ascending) {
  Object.assign(listed, { order, ascending });
  listed.sorted = [...run.tests].sort(inOrder);
  showList();
}

/** The heading of the current order reverses it. */
function sortBy(order) {
  sort(order, listed.order === order ? !listed.ascending : ORDERS[order].ascending);
  byId("sort").value = order;
  document.querySelector(`[data-order="${order}"]`)?.focus();
}

function choose(verdict, pressed) {
  listed.verdicts[pressed ? "add" : "delete"](verdict);
  showList();
}

function startList() {
  listed.more = el("button", { type: "button", class: "more", click: () => showMore() });
  new IntersectionObserver(seen => seen.some(entry => entry.isIntersecting) && showMore(), { rootMargin: "600px" }).observe(
    listed.more);
  byId("sort").append(...Object.entries(ORDERS).map(([order, { title }]) => el("option", { value: order }, title)));
  byId("sort").addEventListener("change", event => {
    sort(event.target.value, ORDERS[event.target.value].ascending);
  });
  byId("filter").addEventListener("input", event => {
    listed.words = event.target.value.toLowerCase().split(/\s+/).filter(word => word !== "");
    showList();
  });
  addEventListener("beforeprint", () => showMore(Infinity));
  sort(listed.order, listed.ascending);
}
