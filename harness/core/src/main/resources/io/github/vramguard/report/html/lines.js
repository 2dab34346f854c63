/* Budgets and predictions: lines of a chart if they are near the readings, else only text. */

/** How far above the highest reading a line may be, so that the readings do not look flat. */
const NEAR = { limit: 3, reserve: 1.1, nowhere: 0 };

/** One limit is often that of several devices. */
function limitsOf(pools, what, of, variable) {
  const values = new Set(pools.map(of).filter(value => value !== null));
  return [...values].map(value => {
    const names = pools.filter(pool => of(pool) === value).map(pool => pool.pool);
    return { value, text: `${what} ${list(names)}: ${amount(pools[0], value)}`, variable, dash: [6, 4], near: NEAR.limit };
  });
}

/** The predicted size of the cache, from the first mark with tokens in a cycle to the end of the cycle. */
function predictedValues(timeline) {
  const levels = new Set(timeline.levels);
  const tokens = new Map(timeline.marks.filter(mark => mark.tokens !== null).map(mark => [mark.snapshot, mark.tokens]));
  let held = null;
  return timeline.seconds.map((_, at) => {
    held = levels.has(at) ? null : (tokens.get(at) ?? held);
    return held === null ? null : held * timeline.cache.bytesPerToken;
  });
}

function cacheOf(timeline, { changes, settled }) {
  const within = changes && !settled;
  const { reservedBytes } = timeline.cache;
  if (reservedBytes !== null) {
    const text = `KV cache predicted: ${bytes(reservedBytes)}, reserved at load`;
    return [{ value: reservedBytes, text, variable: "--muted", dash: [6, 4], near: within ? NEAR.reserve : NEAR.nowhere }];
  }
  const values = within ? predictedValues(timeline) : [];
  const value = highestOf(values);
  return value === null
    ? []
    : [{ value, values, text: `KV cache predicted: up to ${bytes(value)}`, variable: "--ink", dash: [3, 4], near: NEAR.limit }];
}

function highestOf(values) {
  const known = values.filter(value => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

/** Each where the numbers of the view can be compared with it: limits are amounts, and a cache is what came since the start. */
function expectedOf(unit, pools, timeline, view, highest) {
  const limits = view.changes
    ? []
    : [
        ...limitsOf(pools, "budget of", pool => pool.budget, "--failed"),
        ...limitsOf(pools, "predicted for", pool => pool.predicted, "--muted"),
      ];
  const cache = unit === "BYTES" && timeline.cache !== null ? cacheOf(timeline, view) : [];
  return [...limits, ...cache].map(line => ({ ...line, drawn: line.value <= line.near * highest }));
}

/** What is not drawn is beyond the chart, unless it cannot be compared with what is. */
function expectedInWords({ text, drawn, near }) {
  return drawn || near === NEAR.nowhere ? text : `${text}; beyond the chart`;
}
