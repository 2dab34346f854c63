/* Reads the run of the page, which is run.json, compressed. */

async function readRun() {
  const compressed = Uint8Array.from(atob(byId("data").textContent), byte => byte.charCodeAt(0));
  const json = new Blob([compressed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(json).json();
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

function timelineOf({ timeline }) {
  const seconds = timeline.at.map(millis => millis / 1000);
  return { ...timeline, seconds, positions: positionsOf(seconds, timeline.levels) };
}

function machineName({ os, jdk, gpus, backend }) {
  const counts = new Map();
  gpus.forEach(gpu => counts.set(gpu, (counts.get(gpu) ?? 0) + 1));
  const devices = [...counts].map(([gpu, count]) => (count === 1 ? gpu : `${count} x ${gpu}`)).join(" + ") || "no GPU";
  return `${os}, JDK ${jdk}, ${devices}${backend === "" ? "" : `, ${backend}`}`;
}

function testOf({ test, verdict, ...measured }) {
  return { ...test, key: `${test.id} ${test.check}`, verdict: VERDICTS[verdict], ...measured };
}

const stored = await readRun();
const run = {
  jvmRuns: stored.jvmRuns.map(jvm => ({ ...jvm, machine: machineName(jvm.machine) })),
  tests: stored.tests.map(testOf),
  problems: stored.problems,
};

/** A test that ran on machines of several classes is listed once for each of them. */
function addMachines() {
  const machines = new Map(run.jvmRuns.map(jvm => [jvm.id, jvm.machine]));
  if (new Set(machines.values()).size > 1) {
    for (const test of run.tests) {
      test.machine = machines.get(test.jvmRun) ?? "an unknown machine";
      test.key += ` on ${test.machine}`;
    }
  }
}

addMachines();
