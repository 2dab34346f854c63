package io.github.vramguard.report.html;

import io.github.vramguard.browser.Browser;

/** What is painted in the first plot of the open test. */
final class Pixels {

    /** What is on the canvas of the first plot, to be read as often as one likes. */
    private static final String COPIED = """
            window.copied = () => {
              const { canvas } = uPlot.sync("trace").plots[0].ctx;
              const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
              copy.drawImage(canvas, 0, 0);
              return copy;
            }
            """;

    /** The pixels of a colour between two heights of the first plot. */
    private static final String COUNT_PIXELS = """
            (variable, from, to) => {
              const probe = document.body.appendChild(document.createElement("span"));
              probe.style.color = `var(${variable})`;
              const colour = getComputedStyle(probe).color.match(/\\d+/g).slice(0, 3).map(Number);
              probe.remove();
              const { bbox } = uPlot.sync("trace").plots[0];
              const { data } = copied().getImageData(bbox.left, from, bbox.width, to - from + 1);
              let count = 0;
              for (let at = 0; at < data.length; at += 4) {
                count += data[at + 3] === 255 && colour.every((part, channel) => data[at + channel] === part) ? 1 : 0;
              }
              return count;
            }
            """;

    /** The share of pixels that are painted in a column of the first plot. */
    private static final String PAINTED = """
            position => {
              const plot = uPlot.sync("trace").plots[0];
              const x = plot.valToPos(position, "x", true);
              const { data } = copied().getImageData(x, plot.bbox.top, 1, plot.bbox.height);
              return data.filter((part, at) => at % 4 === 3 && part > 0).length / (data.length / 4);
            }
            """;

    private static final String PLOT = "uPlot.sync('trace').plots[0]";

    private final Browser browser;

    Pixels(Browser browser) {
        this.browser = browser;
    }

    /** How many are of a colour of the style sheet. */
    long of(String variable) {
        return count(variable, PLOT + ".bbox.top", PLOT + ".bbox.height");
    }

    /** Whether a dashed line at a value is painted over a good part of its width. */
    boolean areALine(String variable, long value) {
        String y = "Math.floor(" + PLOT + ".valToPos(" + value + ", 'y', true))";
        return count(variable, y, y) > 200;
    }

    private long count(String variable, String from, String to) {
        browser.run(COPIED);
        return browser.<Long>ask("(" + COUNT_PIXELS + ")('" + variable + "', " + from + ", " + to + ")");
    }

    /** The share of what is painted at a position of the x axis, from top to bottom. */
    double painted(double position) {
        browser.run(COPIED);
        return browser.<Number>ask("(" + PAINTED + ")(" + position + ")").doubleValue();
    }
}
