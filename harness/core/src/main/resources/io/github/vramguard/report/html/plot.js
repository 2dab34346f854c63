/* One uPlot over the cycles of a trace. */

const DASHES = [[], [7, 4], [2, 3], [9, 3, 2, 3], [4, 2], [12, 4], [1, 3], [6, 2, 1, 2]];
const SERIES_COLOURS = 8;
const POWERS_OF_TWO = Array.from({ length: 51 }, (_, power) => 2 ** power);
const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000, 1_000_000];

function styleOf(position) {
  return {
    variable: `--series-${position % SERIES_COLOURS}`,
    dash: position < SERIES_COLOURS ? [] : DASHES[(position % (DASHES.length - 1)) + 1],
  };
}

/** The range of what is shown and of its lines, with some air, and more of it above where marks are named. */
function rangeOf(lines, unit, named) {
  return (plot, low, high) => {
    const ends = [low, high, ...lines.map(line => line.value)].filter(end => end !== null && end !== undefined);
    const [least, most] = ends.length === 0 ? [0, 1] : [Math.min(...ends), Math.max(...ends)];
    const air = Math.max((most - least) * 0.1, unit === "BYTES" ? Math.max(1024, most * 0.02) : 1);
    return [least >= 0 && least - air < 0 ? -air / 4 : least - air, most + air + (named ? (most - least) * 0.08 : 0)];
  };
}

/** What stands out is a dot, and so is a reading between two gaps, which no line would show. */
function dotsOf(positions) {
  const chosen = new Set(positions);
  return (plot, series) => {
    const values = plot.data[series];
    const known = at => values[at] !== null && values[at] !== undefined;
    return [...values.keys()].filter(at => known(at) && (chosen.has(at) || (!known(at - 1) && !known(at + 1))));
  };
}

const secondTicks = { values: (plot, ticks) => ticks.map(tick => `${tick} s`), size: 28 };

/** The ends of cycles, with as many of their numbers as there is room for. */
function cycleTicks({ levels, positions }) {
  return {
    splits: () => levels.map(at => positions[at]),
    values: (plot, ticks) => {
      let free = -Infinity;
      return ticks.map((tick, cycle) => {
        const x = plot.valToPos(tick, "x");
        if (x < free) {
          return "";
        }
        free = x + 26;
        return cycle === 0 ? "start" : String(cycle);
      });
    },
    label: "cycle",
    labelSize: 18,
    labelGap: 0,
    labelFont: `11px ${FONT}`,
    size: 24,
  };
}

/** What is drawn: the unit, the values of each line in time, and what lies behind and above them. */
function plotOf(host, { unit, shown, timeline, lines, height, sync, moved }) {
  const pool = { unit };
  const named = unit === "BYTES" && timeline.marks.length > 0;
  const axis = { stroke: colour("--muted"), font: `11px ${FONT}`, grid: { stroke: colour("--grid"), width: 1 }, ticks: { show: false } };
  const series = shown.map(({ variable, dash, dots }) => ({
    stroke: colour(variable),
    width: 2,
    dash,
    spanGaps: false,
    points: { show: false, size: 6, width: 1.5, fill: colour(variable), filter: dotsOf(dots) },
  }));
  return new uPlot(
    {
      width: Math.max(host.clientWidth, 200),
      height,
      padding: [8, 10, 0, 0],
      legend: { show: false },
      cursor: { sync: { key: sync }, points: { size: 7 } },
      scales: { x: { time: false }, y: { range: rangeOf(lines, unit, named) } },
      axes: [
        { ...axis, ...(timeline.levels.length > 1 ? cycleTicks(timeline) : secondTicks) },
        {
          ...axis,
          values: (plot, ticks) => ticks.map(tick => amount(pool, tick)),
          incrs: unit === "BYTES" ? POWERS_OF_TWO : WHOLE,
          size: 72,
          space: 34,
        },
      ],
      series: [{}, ...series],
      hooks: {
        drawClear: [plot => shade(plot, timeline, named)],
        draw: [plot => drawMarks(plot, timeline, named), plot => drawLines(plot, lines)],
        setCursor: [plot => moved(plot)],
      },
    },
    [timeline.positions, ...shown.map(line => line.values)],
    host);
}
