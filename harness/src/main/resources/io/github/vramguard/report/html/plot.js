/* One uPlot over the cycles of a trace. */

const DASHES = [[], [7, 4], [2, 3], [9, 3, 2, 3], [4, 2], [12, 4], [1, 3], [6, 2, 1, 2]];
const SERIES_COLOURS = 8;
const POWERS_OF_TWO = Array.from({ length: 51 }, (_, power) => 2 ** power);
const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000, 1_000_000];
const FONT = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

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

function shade(plot, { levels, warmup, positions }) {
  if (warmup === 0 || levels.length <= warmup) {
    return;
  }
  const { ctx, bbox } = plot;
  const clamp = x => Math.min(Math.max(x, bbox.left), bbox.left + bbox.width);
  const from = clamp(plot.valToPos(positions[levels[0]], "x", true));
  const to = clamp(plot.valToPos(positions[levels[warmup]], "x", true));
  ctx.save();
  ctx.fillStyle = colour("--shade");
  ctx.fillRect(from, bbox.top, to - from, bbox.height);
  ctx.restore();
  label(plot, "warm-up", from + 6 * devicePixelRatio, bbox.top + bbox.height - 8 * devicePixelRatio, "--muted", to - from);
}

/** Writes a text if there is room for it, and says where it ends. */
function label(plot, words, x, y, variable, room = Infinity, clears = false) {
  const { ctx } = plot;
  ctx.save();
  ctx.font = `500 ${11 * devicePixelRatio}px ${FONT}`;
  ctx.fillStyle = colour(variable);
  ctx.textAlign = "left";
  ctx.textBaseline = "alphabetic";
  const width = ctx.measureText(words).width + 8 * devicePixelRatio;
  if (width <= room) {
    if (clears) {
      clear(plot, x, y, width);
    }
    ctx.fillText(words, x, y);
  }
  ctx.restore();
  return x + width;
}

/** Lines end where a label is. */
function clear({ ctx }, x, y, width) {
  ctx.save();
  ctx.fillStyle = colour("--surface");
  ctx.globalAlpha = 0.85;
  ctx.fillRect(x - 2 * devicePixelRatio, y - 10 * devicePixelRatio, width - 3 * devicePixelRatio, 13 * devicePixelRatio);
  ctx.restore();
}

/** Upright or level, and as sharp as the screen can show it. */
function stroke(plot, variable, dash, from, to) {
  const { ctx } = plot;
  const sharp = point => point.map(length => Math.floor(length) + devicePixelRatio / 2);
  ctx.save();
  ctx.strokeStyle = colour(variable);
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash(dash.map(length => length * devicePixelRatio));
  ctx.beginPath();
  ctx.moveTo(...sharp(from));
  ctx.lineTo(...sharp(to));
  ctx.stroke();
  ctx.restore();
}

function shortened(words) {
  return words.length > 22 ? `${words.slice(0, 21)}…` : words;
}

function drawMarks(plot, { marks, positions }, named) {
  const { bbox } = plot;
  const end = bbox.left + bbox.width;
  const shown = marks
    .map(mark => ({ ...mark, x: plot.valToPos(positions[mark.snapshot], "x", true) }))
    .filter(({ x }) => x >= bbox.left && x <= end);
  shown.forEach(({ x }) => stroke(plot, "--mark", [2, 3], [x, bbox.top], [x, bbox.top + bbox.height]));
  let free = bbox.left;
  for (const { name: words, tokens, x } of named ? shown : []) {
    if (x >= free) {
      const told = tokens === null ? shortened(words) : `${shortened(words)} (${tokens})`;
      free = label(plot, told, x + 4 * devicePixelRatio, bbox.top + 12 * devicePixelRatio, "--muted", end - x, true);
    }
  }
}

/** The highest is named above it, and the others below, so that no two names meet. */
function drawLines(plot, lines) {
  const { bbox } = plot;
  const told = lines.filter(line => line.told).sort((one, other) => other.value - one.value);
  told.forEach(({ value, told: words, variable, dash }, position) => {
    const y = plot.valToPos(value, "y", true);
    stroke(plot, variable, dash, [bbox.left, y], [bbox.left + bbox.width, y]);
    label(plot, words, bbox.left + 6 * devicePixelRatio, y + (position === 0 ? -5 : 13) * devicePixelRatio, variable, Infinity, true);
  });
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
        drawClear: [plot => shade(plot, timeline)],
        draw: [plot => drawMarks(plot, timeline, named), plot => drawLines(plot, lines)],
        setCursor: [plot => moved(plot)],
      },
    },
    [timeline.positions, ...shown.map(line => line.values)],
    host);
}
