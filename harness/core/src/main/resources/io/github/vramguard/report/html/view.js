/* The part of a trace that the reader selected. */

function chosenPools(test, pools) {
  const failed = pools.filter(pool => pool.outcome === "FAILED");
  const judged = pools.filter(pool => SETTLED.has(pool.outcome) && pool.unit === "BYTES");
  return new Set((failed.length > 0 ? failed : judged.length > 0 ? judged : pools).map(pool => pool.pool));
}

function valuesOf(pool, timeline, { changes, settled }) {
  const levels = new Set(timeline.levels);
  const readings = pool.values;
  const base = changes ? (readings.find(value => value !== null) ?? 0) : 0;
  return readings.map((value, at) => (value === null || (settled && !levels.has(at)) ? null : value - base));
}

/** Where only levels are drawn, what lies between them is no gap. */
function narrowed(timeline, settled) {
  if (!settled) {
    return { timeline, kept: () => true };
  }
  const kept = new Set(timeline.levels);
  return {
    timeline: {
      ...timeline,
      seconds: timeline.levels.map(at => timeline.seconds[at]),
      positions: timeline.levels.map(at => timeline.positions[at]),
      levels: timeline.levels.map((_, position) => position),
      marks: timeline.marks
        .filter(mark => kept.has(mark.snapshot))
        .map(mark => ({ ...mark, snapshot: timeline.levels.indexOf(mark.snapshot) })),
    },
    kept: (_, at) => kept.has(at),
  };
}
