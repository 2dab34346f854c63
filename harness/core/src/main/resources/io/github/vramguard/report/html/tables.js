/* The numbers of the chart and of the verdict. */

const none = () => el("span", { class: "none" }, "–");
const poolAmount = (pool, value, write = amount) => (value === null ? none() : write(pool, value));

const origin = pool => (pool.quality === "MIXED" ? `${pool.source}, mixed with other memory` : pool.source);

function poolColumns(pools) {
  const column = (title, of, write) => ({ title, class: "number", of, cell: pool => poolAmount(pool, of(pool), write) });
  const columns = [
    { title: "Pool", cell: pool => name(pool.pool) },
    { title: "Outcome", cell: pool => badge(OUTCOMES[pool.outcome]) },
    { title: "Shape", of: pool => pool.shape, cell: pool => pool.shape?.toLowerCase().replaceAll("_", " ") ?? none() },
    column("Growth per cycle", pool => pool.growthPerCycle, change),
    column("Residual", pool => pool.residual, change),
    column("Peak", pool => pool.peak, amount),
    column("Budget", pool => pool.budget, amount),
    column("Predicted", pool => pool.predicted, amount),
    column("Smallest detectable leak", pool => pool.smallestDetectableLeak, amount),
    { title: "Source", cell: pool => el("span", { class: "source", title: pool.gap }, name(pool.gap ? clause(pool.gap) : origin(pool))) },
  ];
  return columns.filter(({ of }) => of === undefined || pools.some(pool => of(pool) !== null));
}

function poolsTable(test) {
  const pools = test.pools.map(pool => ({ ...pool, class: pool.outcome === "FAILED" ? "row-failed" : null }));
  return table("Pools", poolColumns(pools), pools);
}

function readPools(test) {
  return test.pools
    .map(pool => ({ ...pool, values: pool.readings }))
    .filter(pool => pool.values.some(value => value !== null));
}

function readingColumns(pools) {
  return pools.map(pool => ({
    title: name(pool.pool),
    class: pool.outcome === "FAILED" ? "number column-failed" : "number",
    cell: row => (pool.values[row.at] === null ? el("span", { class: "none" }, "gap") : amount(pool, pool.values[row.at])),
  }));
}

function cyclesTable(test, timeline) {
  const pools = readPools(test);
  const keys = new Map(timeline.marks.map(mark => [mark.snapshot, mark.name]));
  const rows = timeline.levels.map((at, cycle) => ({ at, cycle, class: cycle > 0 && cycle <= timeline.warmup ? "row-warmup" : null }));
  const cycleName = ({ cycle }) => (cycle === 0 ? "before" : String(cycle));
  const columns = [
    {
      title: "Cycle",
      cell: row => [cycleName(row), row.class === null ? null : el("span", { class: "warmup" }, "warm-up")],
    },
    { title: "At", class: "number", cell: row => `${timeline.seconds[row.at].toFixed(1)} s` },
  ];
  if (rows.some(row => keys.has(row.at))) {
    columns.push({ title: "With", cell: row => name(keys.get(row.at) ?? "") });
  }
  return table("Settled level after each cycle", [...columns, ...readingColumns(pools)], rows);
}

/** Long and rarely used, so it is built when it is opened. */
function readingsDetails(test, timeline) {
  const rows = timeline.seconds.map((_, at) => ({
    at,
    marks: timeline.marks.filter(mark => mark.snapshot === at),
  }));
  const text = mark => (mark.tokens === null ? mark.name : `${mark.name} (${plural(mark.tokens, "token")})`);
  const columns = [
    { title: "At", class: "number", cell: row => `${timeline.seconds[row.at].toFixed(1)} s` },
    { title: "Mark", cell: row => row.marks.map(mark => name(text(mark), "mark")) },
  ];
  const details = el("details", {}, el("summary", {}, `Every reading (${rows.length})`));
  details.addEventListener(
    "toggle",
    () => details.append(table("Every reading", [...columns, ...readingColumns(readPools(test))], rows)),
    { once: true });
  return details;
}

/** A peak and its budget. */
function bullet(pool) {
  const most = Math.max(pool.peak ?? 0, pool.budget, pool.predicted ?? 0) * 1.05 || 1;
  const part = (className, value) => {
    const node = el("span", { class: className });
    node.style.setProperty(className === "fill" ? "width" : "left", `${(100 * value) / most}%`);
    return node;
  };
  const over = pool.peak !== null && pool.peak > pool.budget;
  const text = [
    pool.peak === null ? "peak not read" : `peak ${amount(pool, pool.peak)}`,
    `budget ${amount(pool, pool.budget)}`,
    pool.predicted === null ? null : `predicted ${amount(pool, pool.predicted)}`,
  ].filter(part => part !== null);
  return el(
    "div",
    { class: `bullet ${over ? "is-failed" : "is-passed"}` },
    el("div", { class: "text" }, name(pool.pool), text.join(" · ")),
    el(
      "div",
      { class: "track", "aria-hidden": "true" },
      part("fill", pool.peak ?? 0),
      pool.predicted === null ? null : part("tick predicted", pool.predicted),
      part("tick", pool.budget)));
}

function bullets(test) {
  const pools = test.pools.filter(pool => pool.budget !== null);
  return pools.length === 0 ? null : el("div", { class: "bullets" }, pools.map(bullet));
}
