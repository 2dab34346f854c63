package io.github.vramguard.rule;

import io.github.vramguard.verdict.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A shape as a drawing for the documentation, in colours that can be read on white and on black.
 *
 * @param shape the shape
 * @param sensitivity what the levels are judged with
 * @param moves what each cycle adds, in MiB
 */
record Picture(Shape shape, Sensitivity sensitivity, String moves) {

    static final Path FOLDER = Path.of("..", "..", "docs", "verdict");
    static final List<Picture> ALL = List.of(
            new Picture(Shape.LEAK, Sensitivity.VRAM, "300 200 0 200 0 200 0 200 0 200 0 200"),
            new Picture(Shape.FLAT, Sensitivity.VRAM, "700 0*11"),
            new Picture(Shape.NOISE, Sensitivity.VRAM, "300 60 40 -60 50 -80 20 60 -90 80 -60 40 -40"),
            new Picture(Shape.WARMUP_STEP, Sensitivity.VRAM, "300 0 0 400 0*8"),
            new Picture(Shape.LATE_STEP, Sensitivity.VRAM, "300 0*5 400 0*6"),
            new Picture(Shape.PLATEAU, Sensitivity.VRAM, "200 160 140 100 60 40 0*7"),
            new Picture(Shape.SATURATING, Sensitivity.RESIDENT, "200 160 94 66 51 42 36 31 27 24 22 20 18 17"),
            new Picture(Shape.INCONCLUSIVE, Sensitivity.VRAM, "100 100 100 100 100 100 100"));

    private static final int WIDTH = 240;
    private static final int HEIGHT = 96;
    private static final int MARGIN = 8;

    /** Draws all of them. */
    public static void main(String[] args) throws IOException {
        for (Picture picture : ALL) {
            Files.writeString(picture.file(), picture.drawn());
        }
    }

    Path file() {
        return FOLDER.resolve(shape.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg");
    }

    double[] levels() {
        return Written.moves(0, 1024 * 1024, moves);
    }

    String drawn() {
        String colour = shape == Shape.LEAK ? "#e5534b" : shape.clean() ? "#2da44e" : "#bf8700";
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d">
                  <title>%3$s</title>
                  <rect x="%4$d" y="%4$d" width="%5$.0f" height="%6$d" fill="#808080" opacity="0.25"/>
                  <path d="M%4$d %7$dH%8$d" stroke="#808080"/>
                  <polyline points="%9$s" fill="none" stroke="%10$s" stroke-width="2"/>
                %11$s
                </svg>
                """.formatted(
                        WIDTH,
                        HEIGHT,
                        shape,
                        MARGIN,
                        x(sensitivity.warmup()) - MARGIN,
                        HEIGHT - 2 * MARGIN,
                        HEIGHT - MARGIN,
                        WIDTH - MARGIN,
                        points("%.0f,%.0f", " "),
                        colour,
                        points("  <circle cx=\"%.0f\" cy=\"%.0f\" r=\"3\" fill=\"" + colour + "\"/>", "\n"));
    }

    private String points(String form, String between) {
        return IntStream.range(0, levels().length)
                .mapToObj(cycle -> String.format(Locale.ROOT, form, x(cycle), y(cycle)))
                .collect(Collectors.joining(between));
    }

    private double x(int cycle) {
        return 2 * MARGIN + (WIDTH - 4.0 * MARGIN) * cycle / (levels().length - 1);
    }

    private double y(int cycle) {
        double highest = Levels.of(levels()).max();
        return HEIGHT - 2 * MARGIN - (HEIGHT - 4.0 * MARGIN) * levels()[cycle] / highest;
    }
}
