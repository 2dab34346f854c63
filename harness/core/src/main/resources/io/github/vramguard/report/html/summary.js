/* The outcome in one line, a tile for each verdict, and problems of the run itself. */

/** The tests that neither failed nor passed. */
function othersInWords(having) {
  return Object.values(VERDICTS)
    .filter(result => result.text && having(result).length > 0)
    .map(result => plural(having(result).length, `test ${result.text[0]}`, `tests ${result.text[1]}`));
}

function outcome() {
  const having = result => run.tests.filter(test => test.verdict === result);
  const failed = having(VERDICTS.FAILED);
  const over = failed.filter(test => test.check === "@VramBudget").length;
  // Without a failed pool, a test fails because its known leak is gone
  const cured = failed.filter(
    test => test.check !== "@VramBudget" && test.pools.every(pool => pool.outcome !== "FAILED")).length;
  const leaking = failed.length - over - cured;
  if (run.tests.length === 0) {
    return "No test was measured";
  }
  if (failed.length > 0) {
    const parts = [];
    if (leaking > 0) {
      parts.push(`${plural(leaking, "test")} ${leaking === 1 ? "leaks" : "leak"} memory`);
    }
    if (over > 0) {
      parts.push(`${plural(over, "test")} ${over === 1 ? "exceeds its" : "exceed their"} budget`);
    }
    if (cured > 0) {
      parts.push(`${plural(cured, "test")} ${cured === 1 ? "no longer has its" : "no longer have their"} known leak`);
    }
    return parts.join(", ");
  }
  const passed = having(VERDICTS.PASSED).length;
  return passed === run.tests.length
    ? `${passed === 1 ? "The test" : `All ${plural(passed, "test")}`} passed`
    : `No test failed, but ${list(othersInWords(having))}`;
}

function showHeader() {
  const started = [...run.jvmRuns, ...run.tests].reduce((first, one) => Math.min(first, one.startedAt), Infinity);
  const machines = [...new Set(run.jvmRuns.map(jvm => jvm.machine))];
  const failed = run.tests.some(test => test.verdict === VERDICTS.FAILED);
  byId("outcome").textContent = outcome();
  byId("outcome").className = failed ? "is-failed" : "";
  byId("where").replaceChildren(...machines.map(machine => name(machine, "machine")));
  if (Number.isFinite(started)) {
    byId("when").replaceChildren(el("time", { datetime: new Date(started).toISOString() }, when(started)));
  }
}

function tile(result, chosen) {
  const count = run.tests.filter(test => test.verdict === result).length;
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
  const inJvms = sum(run.jvmRuns, jvm => jvm.measuringMillis ?? 0);
  return el(
    "div",
    { class: "tile cost" },
    el("span", { class: "figure" }, duration(Math.max(inTests, inJvms))),
    el(
      "span",
      { class: "label" },
      icon("cost"),
      `for measuring, of ${duration(sum(run.tests, test => test.millis))}`));
}

function showTiles(chosen) {
  byId("tiles").replaceChildren(...Object.values(VERDICTS).map(result => tile(result, chosen)), costTile());
}

function notice(title, lines) {
  return el(
    "section",
    { class: "notice" },
    el("h2", {}, icon("warning"), title),
    el("ul", {}, lines.map(line => el("li", {}, name(line)))));
}

/** The id of a JVM ends with its process and a random part. */
function processOf(id) {
  return /\.(\d+)-[^.]*$/.exec(id)?.[1] ?? id;
}

function killed(jvm) {
  const last = run.tests.filter(test => test.jvmRun === jvm.id && test.verdict === VERDICTS.UNFINISHED);
  const during = last.length === 0 ? "" : `, during ${list(last.map(test => test.name))}`;
  return `Process ${processOf(jvm.id)}, started ${when(jvm.startedAt)}${during} (${jvm.machine})`;
}

function showNotices() {
  const open = run.jvmRuns.filter(jvm => jvm.endedAt === null);
  byId("notices").replaceChildren(
    ...(open.length === 0
      ? []
      : [notice(plural(open.length, "JVM was killed or still runs", "JVMs were killed or still run"), open.map(killed))]),
    ...(run.problems.length === 0 ? [] : [notice("Not everything could be read", run.problems)]));
}
