package io.github.vramguard.cli.series;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * One series, a level on each line; lines that begin with {@code #} are comments.
 *
 * @param pool what its levels are of
 * @param quality whether they include other memory
 */
record ColumnFormat(Pool pool, Quality quality) implements SeriesFormat {

    static boolean recognises(String first) {
        try {
            WrittenLevel.parse(first);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void read(Lines lines, Consumer<Series> judge) throws IOException {
        List<OptionalDouble> values = new ArrayList<>();
        List<String> levels = new ArrayList<>();
        do {
            values.add(lines.parse(lines.text(), WrittenLevel::parse));
            refuseMixedUnits(lines, levels);
        } while (lines.advancePastComments());
        judge.accept(new Series(lines.name(), pool, quality, values));
    }

    private static void refuseMixedUnits(Lines lines, List<String> levels) {
        String level = lines.text();
        if (WrittenLevel.isGap(level)) {
            return;
        }
        levels.add(level);
        if (WrittenLevel.isNumber(level) != WrittenLevel.isNumber(levels.get(0))) {
            throw lines.refuse(
                    "\"" + level + "\" after \"" + levels.get(0) + "\"; write all levels with a unit, or all without");
        }
    }
}
