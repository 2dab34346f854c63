/* What lies behind and above the lines of a plot. */

const FONT = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

function shade(plot, { levels, warmup, positions }, named) {
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
  const y = named ? bbox.top + bbox.height - 8 * devicePixelRatio : bbox.top + 16 * devicePixelRatio;
  label(plot, "warm-up", from + 6 * devicePixelRatio, y, "--muted", to - from);
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
      const text = tokens === null ? shortened(words) : `${shortened(words)} (${tokens})`;
      free = label(plot, text, x + 4 * devicePixelRatio, bbox.top + 12 * devicePixelRatio, "--muted", end - x, true);
    }
  }
}

/** The highest is named above it, and the others below, so that no two names meet. */
function drawLines(plot, lines) {
  const { bbox } = plot;
  const labelled = lines.filter(line => line.text).sort((one, other) => other.value - one.value);
  labelled.forEach(({ value, text: words, variable, dash }, position) => {
    const y = plot.valToPos(value, "y", true);
    stroke(plot, variable, dash, [bbox.left, y], [bbox.left + bbox.width, y]);
    label(plot, words, bbox.left + 6 * devicePixelRatio, y + (position === 0 ? -5 : 13) * devicePixelRatio, variable, Infinity, true);
  });
}
