/* The trace of a test as charts: one for bytes, one for counts. */

function toggle(title, pressed, chosen) {
  const button = el("button", { type: "button", "aria-pressed": String(pressed) }, title);
  button.addEventListener("click", () => chosen());
  return button;
}

function swatch({ variable, dash }) {
  const line = svg("line", { x1: "1", y1: "6", x2: "21", y2: "6", "stroke-dasharray": dash.join(" ") || null });
  line.style.stroke = `var(${variable})`;
  return svg("svg", { class: "swatch", viewBox: "0 0 22 12", "aria-hidden": "true" }, line);
}

function described(pools, expected, timeline) {
  const cycles = timeline.levels.length - 1;
  const time = cycles > 0 ? plural(cycles, "cycle") : `${timeline.seconds.at(-1).toFixed(1)} s`;
  const text = pools.map(pool => {
    const known = pool.values.filter(value => value !== null);
    return `${pool.pool} from ${amount(pool, known[0])} to ${amount(pool, known.at(-1))}, at most ${amount(pool, Math.max(...known))}`;
  });
  return `Chart over ${time}: ${[list(text), ...expected.map(line => line.text)].join("; ")}. The tables below have the same numbers.`;
}

class Chart {
  constructor(test) {
    this.timeline = timelineOf(test);
    this.pools = test.pools
      .map((pool, position) => ({ ...pool, values: pool.readings, ...styleOf(position) }))
      .filter(pool => pool.values.some(value => value !== null));
    this.chosen = chosenPools(test, this.pools);
    this.view = { changes: this.pools.every(pool => pool.budget === null) && this.timeline.levels.length > 1, settled: false };
    this.node = el("div", { class: "chart" });
    this.plots = [];
  }

  static of(test) {
    const chart = new Chart(test);
    return chart.pools.length > 0 && chart.timeline.seconds.length > 1 ? chart : null;
  }

  /** Only nodes in the document have a width. The buttons are rebuilt, and the focus is restored. */
  show() {
    const focused = this.buttons().indexOf(document.activeElement);
    this.end();
    const shown = this.pools.filter(pool => this.chosen.has(pool.pool));
    const contents = ["BYTES", "COUNT"]
      .map(unit => this.content(unit, shown.filter(pool => pool.unit === unit)))
      .filter(content => content.series.length > 0);
    const expected = contents.flatMap(content => content.expected);
    this.tip = el("div", { class: "tip", hidden: true, "aria-hidden": "true" });
    const picture = el("div", { class: "picture", role: "img", "aria-label": described(shown, expected, this.timeline) }, this.tip);
    this.node.replaceChildren(this.controls(), picture, this.legend(expected));
    this.buttons()[focused]?.focus();
    this.plots = contents.map(content => this.plot(picture, content));
    this.sizes = new ResizeObserver(() =>
      this.plots.forEach(plot => plot.setSize({ width: picture.clientWidth, height: plot.height })));
    this.sizes.observe(picture);
  }

  /** Plots reference each other until they are destroyed. */
  end() {
    this.sizes?.disconnect();
    this.plots.forEach(plot => plot.destroy());
    this.plots = [];
  }

  buttons() {
    return [...this.node.querySelectorAll("button")];
  }

  /** The lines of the pools of a unit, and the lines that they are compared with. */
  content(unit, pools) {
    const { timeline, kept } = narrowed(this.timeline, this.view.settled);
    const series = pools.map(pool => {
      const values = valuesOf(pool, this.timeline, this.view).filter(kept);
      const highest = pool.budget === null ? [] : [values.indexOf(highestOf(values))];
      return { text: pool.pool, variable: pool.variable, dash: pool.dash, values, dots: [...timeline.levels, ...highest] };
    });
    const highest = highestOf(series.flatMap(line => line.values));
    return { unit, timeline, series, expected: expectedOf(unit, pools, this.timeline, this.view, highest) };
  }

  plot(picture, { unit, timeline, series, expected }) {
    const drawn = expected.filter(line => line.drawn);
    const shown = [...series, ...drawn.filter(line => line.values).map(line => ({ ...line, text: "KV cache predicted", dots: [] }))];
    const lines = drawn.filter(line => !line.values);
    const host = el("div", { class: "plot" });
    picture.append(host);
    return plotOf(host, {
      unit,
      shown,
      timeline,
      lines: this.view.changes ? [{ value: 0 }, ...lines] : lines,
      height: unit === "BYTES" ? (innerWidth < 600 ? 240 : 300) : 130,
      sync: "trace",
      moved: plot => this.point(plot, unit, shown, timeline),
    });
  }

  controls() {
    const view = (change, title, pressed) =>
      toggle(title, pressed, () => {
        Object.assign(this.view, change);
        this.show();
      });
    const { changes, settled } = this.view;
    return el(
      "div",
      { class: "controls" },
      el(
        "div",
        { class: "segments", role: "group", "aria-label": "Amounts" },
        view({ changes: true }, "Change since the start", changes),
        view({ changes: false }, "Amount", !changes)),
      this.timeline.levels.length > 1 && this.timeline.levels.length < this.timeline.seconds.length
        ? el(
            "div",
            { class: "segments", role: "group", "aria-label": "Readings" },
            view({ settled: false }, "All readings", !settled),
            view({ settled: true }, "Settled levels", settled))
        : null);
  }

  legend(expected) {
    const chip = pool => {
      const button = toggle(swatch(pool), this.chosen.has(pool.pool), () => {
        this.chosen[this.chosen.has(pool.pool) ? "delete" : "add"](pool.pool);
        this.show();
      });
      button.append(name(pool.pool));
      return button;
    };
    const key = line => el("span", { class: "key" }, line.drawn ? swatch(line) : null, name(expectedInWords(line)));
    return el("div", { class: "legend", role: "group", "aria-label": "Pools in the chart" }, this.pools.map(chip), expected.map(key));
  }

  point(plot, unit, lines, timeline) {
    const { idx, left, top } = plot.cursor;
    this.tip.hidden = idx === null || idx === undefined || left < 0;
    if (this.tip.hidden) {
      return;
    }
    const known = lines.filter(line => line.values[idx] !== null);
    const text = value => (this.view.changes ? change({ unit }, value) : amount({ unit }, value));
    const marks = timeline.marks.filter(mark => mark.snapshot === idx).map(mark => mark.name);
    const cycle = timeline.levels.indexOf(idx);
    const title = [`${timeline.seconds[idx].toFixed(1)} s`, cycle === 0 && timeline.levels.length > 1 ? "before the first cycle" : cycle > 0 ? `after cycle ${cycle}` : "", ...marks];
    this.tip.replaceChildren(
      el("strong", {}, title.filter(part => part !== "").join(" · ")),
      ...known.map(line => el("div", {}, swatch(line), name(line.text), el("span", {}, text(line.values[idx])))));
    const x = plot.over.offsetLeft + left;
    const flips = x > plot.width * 0.55;
    this.tip.style.left = flips ? "auto" : `${x + 14}px`;
    this.tip.style.right = flips ? `${plot.width - x + 14}px` : "auto";
    this.tip.style.top = `${plot.root.offsetTop + Math.max(top, 0) + 8}px`;
  }
}
