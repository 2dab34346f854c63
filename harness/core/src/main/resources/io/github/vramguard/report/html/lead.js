/* The one pool that represents a test in the overview. */

const MODELS_LIVE_IN = ["container", "native", "direct", "descendants", "resident", "heap"];
const SETTLED = new Set(["FAILED", "NOT_COUNTED", "PASSED", "INCONCLUSIVE"]);

function leadOf(test) {
  const judged = test.pools.filter(pool => SETTLED.has(pool.outcome) && pool.peak !== null);
  return judged.find(pool => pool.outcome === "FAILED") ?? undecided(test, judged) ?? preferred(judged) ?? judged[0] ?? null;
}

function undecided(test, pools) {
  const open = test.verdict === VERDICTS.INCONCLUSIVE ? pools.filter(pool => pool.outcome === "INCONCLUSIVE") : [];
  return open.sort((one, other) => sizeOf(other, other.residual) - sizeOf(one, one.residual))[0];
}

/** The pool that the model is in. */
function preferred(pools) {
  const rank = pool => (pool.pool.startsWith("gpu") ? -1 : MODELS_LIVE_IN.indexOf(pool.pool));
  return pools
    .filter(pool => pool.peak > 0 && (pool.pool.startsWith("gpu") || MODELS_LIVE_IN.includes(pool.pool)))
    .sort((one, other) => rank(one) - rank(other))[0];
}

/** Counts come after all bytes, and what was not read comes last. */
function sizeOf(pool, value) {
  return pool === null || value === null ? -Infinity : pool.unit === "BYTES" ? value : value - 2 ** 53;
}

function levelsOf(test, pool) {
  return test.timeline.levels.map(position => pool.readings[position] ?? null);
}

for (const test of run.tests) {
  test.lead = leadOf(test);
  test.finding = test.headline.replace(`${test.check} ${test.name}: `, "");
  test.words = [test.name, test.key, test.headline, test.file ?? "", test.verdict.name, ...test.pools.map(pool => pool.pool)]
    .join("\n")
    .toLowerCase();
}
