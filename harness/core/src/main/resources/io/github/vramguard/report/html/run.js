/* Reads the data of the page: what PageData writes, which leaves out the nulls at the end of an array. */

const stored = JSON.parse(byId("data").textContent);
const text = position => (position === null ? null : stored.texts[position]);

function decoded(series) {
  const values = [];
  let last = 0;
  let unit = 1;
  for (const word of series.split(" ").filter(part => part !== "")) {
    if (word.startsWith("@")) {
      unit = parseInt(word.slice(1), 36);
      continue;
    }
    const [delta, times] = word.split("*");
    for (let left = Number(times ?? 1); left > 0; left--) {
      values.push(delta === "_" ? null : (last += unit * parseInt(delta, 36)));
    }
  }
  return values;
}

function readPool(stored) {
  const [name, unit, source, quality, outcome, shape, perCycle, residual, excluded, peak, readings] = stored;
  const [budget = null, predicted = null, gap = null] = stored.slice(11);
  return {
    name: text(name),
    unit: text(unit),
    source: text(source),
    quality: text(quality),
    outcome: text(outcome),
    shape: text(shape),
    perCycle,
    residual,
    excluded,
    peak,
    budget,
    predicted,
    gap: text(gap),
    readings,
  };
}

function readTest(stored) {
  const [test, fork, startedAt, millis, measuringMillis, result, headline, facts, target, timeline, pools] = stored;
  const [id, check, name, file = null, line = null] = test;
  return {
    id: text(id),
    check: text(check),
    name: text(name),
    file: text(file),
    line,
    key: `${text(id)} ${text(check)}`,
    fork: text(fork),
    startedAt,
    millis,
    measuringMillis,
    result: RESULTS[text(result)],
    headline: text(headline),
    facts,
    target: text(target),
    timeline,
    pools: pools.map(readPool),
  };
}

function factsOf(test) {
  return test.facts.map(cells => cells.map(text).join("")).join("\n");
}

/**
 * Where each reading lies among the cycles: 2.5 is half way through the third. Settling takes most of the time and shows
 * nothing, so that all readings of a cycle lie equally far apart.
 */
function positionsOf(seconds, levels) {
  if (levels.length < 2) {
    return seconds;
  }
  return seconds.map((_, at) => {
    const cycle = levels.findIndex(end => end >= at);
    if (cycle === 0) {
      return 0;
    }
    const [from, to] = cycle < 0 ? [levels.at(-1), seconds.length] : [levels[cycle - 1], levels[cycle]];
    return (cycle < 0 ? levels.length : cycle) - 1 + (at - from) / (to - from);
  });
}

/** Series are read when they are looked at. */
function timelineOf(test) {
  const [at, settled, warmup, marks, cache = null] = test.timeline;
  const seconds = decoded(at).map(millis => millis / 1000);
  const levels = decoded(settled);
  return {
    seconds,
    positions: positionsOf(seconds, levels),
    levels,
    warmup,
    marks: marks.map(([name, snapshot, tokens = null]) => ({ name: text(name), snapshot, tokens })),
    cache: cache && { bytesPerToken: cache[0], reservedBytes: cache[1] ?? null },
  };
}

function readingsOf(pool) {
  return decoded(pool.readings);
}

function readMachine({ os, jdk, gpus, backend }) {
  const counts = new Map();
  gpus.map(text).forEach(gpu => counts.set(gpu, (counts.get(gpu) ?? 0) + 1));
  const devices = [...counts].map(([gpu, count]) => (count === 1 ? gpu : `${count} x ${gpu}`)).join(" + ") || "no GPU";
  return `${text(os)}, JDK ${text(jdk)}, ${devices}${text(backend) === "" ? "" : `, ${text(backend)}`}`;
}

const run = {
  forks: stored.run.forks.map(fork => ({ ...fork, id: text(fork.id), machine: readMachine(fork.machine) })),
  tests: stored.run.tests.map(readTest),
  problems: stored.run.problems.map(text),
};

/** A test that ran on machines of several classes is there for each of them. */
function tellMachines() {
  const machines = new Map(run.forks.map(fork => [fork.id, fork.machine]));
  if (new Set(machines.values()).size > 1) {
    for (const test of run.tests) {
      test.machine = machines.get(test.fork) ?? "an unknown machine";
      test.key += ` on ${test.machine}`;
    }
  }
}

tellMachines();
