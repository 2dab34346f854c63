/* One test, in a dialog over the list: the browser keeps the focus in it, and Esc closes it. */

const panel = { node: byId("panel"), test: null, chart: null };

function part(title, ...content) {
  const shown = content.filter(node => node !== null);
  return shown.length === 0 ? null : el("section", { class: "part" }, title === "" ? null : el("h3", {}, title), shown);
}

function figure(title, value, note = "") {
  return el("div", { class: "fact" }, el("dt", {}, title), el("dd", {}, value, note === "" ? null : el("small", {}, " ", note)));
}

function figures(test, timeline) {
  const { lead } = test;
  const cycles = timeline.levels.length - 1;
  const of = lead === null ? "" : name(lead.pool);
  return el(
    "dl",
    { class: "figures" },
    lead !== null && lead.residual !== null ? figure("Residual", change(lead, lead.residual), of.cloneNode(true)) : null,
    lead !== null && lead.growthPerCycle !== null ? figure("Growth per cycle", change(lead, lead.growthPerCycle), of.cloneNode(true)) : null,
    lead !== null && lead.peak !== null ? figure("Peak", amount(lead, lead.peak), of.cloneNode(true)) : null,
    cycles > 0 ? figure("Cycles", String(cycles), timeline.warmup > 0 ? `${timeline.warmup} of them warm-up` : "") : null,
    figure("Time", duration(test.millis), `${duration(test.measuringMillis)} measuring`));
}

function environment(test) {
  const jvm = run.jvmRuns.find(one => one.id === test.jvmRun);
  const rows = [
    ["Test", test.id],
    ["Check", test.check],
    ["Source", test.file === null ? null : test.line === null ? test.file : `${test.file}:${test.line}`],
    ["Memory of", test.target],
    ["Machine", jvm?.machine ?? null],
    ["JVM", `process ${processOf(test.jvmRun)} (${test.jvmRun})`],
    ["Started", when(test.startedAt)],
  ];
  return el(
    "dl",
    { class: "environment" },
    rows.filter(([, value]) => value !== null).map(([title, value]) => [el("dt", {}, title), el("dd", {}, name(value))]));
}

function factsBlock(test) {
  const facts = test.facts;
  return facts === "" ? null : el("pre", { class: "scroll", role: "region", "aria-label": "Findings", tabindex: "0" }, facts);
}

function neighbour(test, step) {
  const at = listed.tests.indexOf(test);
  return at < 0 ? undefined : listed.tests[at + step];
}

function step(test, by, title, symbol) {
  const other = neighbour(test, by);
  return el(
    "button",
    { type: "button", class: "quiet", "aria-label": title, title, disabled: other === undefined, click: () => open(other, true) },
    icon(symbol));
}

function panelHead(test) {
  return el(
    "div",
    { class: "panel-head" },
    el(
      "div",
      { class: "panel-title" },
      el("div", { class: "line" }, badge(test.verdict), el("span", { class: "check" }, test.check)),
      el("h2", { id: "panel-title", tabindex: "-1", autofocus: true }, name(test.name))),
    el(
      "div",
      { class: "panel-tools" },
      step(test, -1, "Previous test", "previous"),
      step(test, 1, "Next test", "next"),
      el(
        "button",
        { type: "button", class: "quiet", "aria-label": "Close", title: "Close (Esc)", click: () => panel.node.close() },
        icon("close"))));
}

function showPanel(test) {
  const timeline = timelineOf(test);
  panel.test = test;
  panel.chart?.end();
  panel.chart = Chart.of(test);
  const body = el(
    "div",
    { class: "panel-body" },
    el("p", { class: `headline is-${test.verdict.icon}` }, name(test.finding)),
    figures(test, timeline),
    part("Peak and budget", bullets(test)),
    part(timeline.levels.length > 1 ? "Memory over the cycles" : "Memory over time", panel.chart?.node ?? null),
    part("Findings and facts", factsBlock(test)),
    test.pools.length === 0 ? null : part("Pools", poolsTable(test)),
    timeline.levels.length < 2 ? null : part("Settled level after each cycle", cyclesTable(test, timeline)),
    part("Environment", environment(test)),
    timeline.seconds.length === 0 ? null : part("", readingsDetails(test, timeline)));
  panel.node.replaceChildren(panelHead(test), body);
  panel.chart?.show();
}

function open(test, replaces = false) {
  if (replaces) {
    history.replaceState(null, "", hashOf(test));
  }
  if (!panel.node.open) {
    panel.node.showModal();
  }
  showPanel(test);
  panel.node.scrollTop = 0;
  byId("panel-title").focus();
}

/** The address names the open test, so that a link to it can be shared. */
function followAddress() {
  const key = decodeKey(location.hash.slice(1));
  const test = run.tests.find(one => one.key === key);
  if (test !== undefined) {
    open(test);
  } else if (panel.node.open) {
    panel.node.close();
  }
}

function decodeKey(hash) {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/** The list is shown as far as the test, which may have been reached from another. */
function rowLink(test) {
  showMore(Math.max(0, listed.tests.indexOf(test) + 1 - listed.shown));
  return [...document.querySelectorAll("#list a")].find(link => link.getAttribute("href") === hashOf(test));
}

function startPanel() {
  panel.node.addEventListener("close", () => {
    history.replaceState(null, "", location.pathname + location.search);
    rowLink(panel.test)?.focus();
    panel.chart?.end();
    panel.node.replaceChildren();
  });
  panel.node.addEventListener("click", event => event.target === panel.node && panel.node.close());
  document.addEventListener("theme", () => panel.node.open && panel.chart?.show());
  addEventListener("hashchange", followAddress);
  followAddress();
}
