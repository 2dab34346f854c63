/* The outcome on one line, a tile for each verdict, and what is wrong with the run itself. */

/** What is neither failed nor passed. */
function othersInWords(having) {
  return Object.values(RESULTS)
    .filter(result => result.told && having(result).length > 0)
    .map(result => plural(having(result).length, `test ${result.told[0]}`, `tests ${result.told[1]}`));
}

function outcome() {
  const having = result => run.tests.filter(test => test.result === result);
  const failed = having(RESULTS.FAILED);
  const over = failed.filter(test => test.check === "@VramBudget").length;
  // Where no pool is failed, what broke the test is that its known leak is there no more
  const cured = failed.filter(
    test => test.check !== "@VramBudget" && test.pools.every(pool => pool.outcome !== "FAILED")).length;
  const leaking = failed.length - over - cured;
  if (run.tests.length === 0) {
    return "No test was measured";
  }
  if (failed.length > 0) {
    const parts = [];
    if (leaking > 0) {
      parts.push(`${plural(leaking, "test")} ${leaking === 1 ? "does" : "do"} not give memory back`);
    }
    if (over > 0) {
      parts.push(`${plural(over, "test")} ${over === 1 ? "exceeds its" : "exceed their"} budget`);
    }
    if (cured > 0) {
      parts.push(`${plural(cured, "test")} ${cured === 1 ? "has" : "have"} a known leak that is gone`);
    }
    return parts.join(", ");
  }
  const passed = having(RESULTS.PASSED).length;
  return passed === run.tests.length
    ? `${passed === 1 ? "The test gives its" : `All ${plural(passed, "test")} give their`} memory back`
    : `Nothing is failed, but ${list(othersInWords(having))}`;
}

function showHeader() {
  const begun = [...run.forks, ...run.tests].reduce((first, one) => Math.min(first, one.startedAt), Infinity);
  const machines = [...new Set(run.forks.map(fork => fork.machine))];
  const failed = run.tests.some(test => test.result === RESULTS.FAILED);
  byId("outcome").textContent = outcome();
  byId("outcome").className = failed ? "is-failed" : "";
  byId("where").replaceChildren(...machines.map(machine => name(machine, "machine")));
  if (Number.isFinite(begun)) {
    byId("when").replaceChildren(el("time", { datetime: new Date(begun).toISOString() }, when(begun)));
  }
}

function tile(result, chosen) {
  const count = run.tests.filter(test => test.result === result).length;
  const button = el(
    "button",
    { type: "button", class: `tile is-${result.icon}`, "aria-pressed": "false", disabled: count === 0 },
    el("span", { class: "figure" }, count.toLocaleString("en")),
    el("span", { class: "label" }, icon(result.icon), result.name));
  button.addEventListener("click", () => {
    const pressed = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(pressed));
    chosen(result, pressed);
  });
  return button;
}

function costTile() {
  const sum = (things, of) => things.reduce((total, thing) => total + of(thing), 0);
  const inTests = sum(run.tests, test => test.measuringMillis);
  const inForks = sum(run.forks, fork => fork.measuringMillis ?? 0);
  return el(
    "div",
    { class: "tile cost" },
    el("span", { class: "figure" }, duration(Math.max(inTests, inForks))),
    el(
      "span",
      { class: "label" },
      icon("cost"),
      `measuring, of ${duration(sum(run.tests, test => test.millis))}`));
}

function showTiles(chosen) {
  byId("tiles").replaceChildren(...Object.values(RESULTS).map(result => tile(result, chosen)), costTile());
}

function notice(title, lines) {
  return el(
    "section",
    { class: "notice" },
    el("h2", {}, icon("warning"), title),
    el("ul", {}, lines.map(line => el("li", {}, name(line)))));
}

/** The id of a JVM ends in its process and something that nobody else has. */
function processOf(id) {
  return /\.(\d+)-[^.]*$/.exec(id)?.[1] ?? id;
}

function killed(fork) {
  const last = run.tests.filter(test => test.fork === fork.id && test.result === RESULTS.UNFINISHED);
  const during = last.length === 0 ? "" : `, during ${list(last.map(test => test.name))}`;
  return `Process ${processOf(fork.id)}, begun ${when(fork.startedAt)}${during} (${fork.machine})`;
}

function showNotices() {
  const open = run.forks.filter(fork => fork.endedAt === null);
  byId("notices").replaceChildren(
    ...(open.length === 0
      ? []
      : [notice(plural(open.length, "JVM was killed or still runs", "JVMs were killed or still run"), open.map(killed))]),
    ...(run.problems.length === 0 ? [] : [notice("Not everything could be read", run.problems)]));
}
