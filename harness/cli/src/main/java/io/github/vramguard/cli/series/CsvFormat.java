package io.github.vramguard.cli.series;

import io.github.vramguard.memory.Origin.Quality;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * One series on each line, its values in one cell with semicolons between them; further columns are ignored.
 *
 * @param columns how many cells each line has
 * @param id the column of the names
 * @param pool the column of the pools
 * @param quality the column that says whether levels include other memory, -1 if there is none
 * @param values the column of the values
 */
record CsvFormat(int columns, int id, int pool, int quality, int values) implements SeriesFormat {

    static boolean recognises(List<String> header) {
        return header.contains("id") && header.contains("pool") && column(header, CsvFormat::isValues) >= 0;
    }

    static CsvFormat of(List<String> header) {
        return new CsvFormat(
                header.size(),
                header.indexOf("id"),
                header.indexOf("pool"),
                header.indexOf("quality"),
                column(header, CsvFormat::isValues));
    }

    private static int column(List<String> header, Predicate<String> wanted) {
        return IntStream.range(0, header.size())
                .filter(column -> wanted.test(header.get(column)))
                .findFirst()
                .orElse(-1);
    }

    private static boolean isValues(String column) {
        return column.equals("values") || column.startsWith("v0;");
    }

    @Override
    public void read(Lines lines, Consumer<Series> judge) throws IOException {
        while (lines.advance()) {
            judge.accept(series(lines));
        }
    }

    private Series series(Lines lines) {
        List<String> cells = lines.parse(lines.text(), Cells::of);
        if (cells.size() != columns) {
            throw lines.refuse(lines.quoted() + " has " + cells.size() + " cells; the header has " + columns);
        }
        List<OptionalDouble> levels = Arrays.stream(cells.get(values).split(";", -1))
                .map(value -> lines.parse(value.strip(), WrittenLevel::parse))
                .toList();
        return new Series(
                cells.get(id),
                lines.parse(cells.get(pool), PoolName::named),
                quality < 0 ? Quality.EXACT : lines.parse(cells.get(quality), WrittenQuality::parse),
                levels);
    }
}
