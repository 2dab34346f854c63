package io.github.vramguard.cli.series;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * One series, a level on each line; lines that begin with {@code #} are comments.
 *
 * @param signal what it is of
 */
record ColumnFormat(Signal signal) implements SeriesFormat {

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
        judge.accept(new Series(lines.name(), signal, values));
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
