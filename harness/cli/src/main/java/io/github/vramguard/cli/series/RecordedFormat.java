package io.github.vramguard.cli.series;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** What {@code vramguard watch --csv} writes: a line for each reading. */
public final class RecordedFormat implements SeriesFormat {

    /** Its first line. */
    public static final String HEADER = "time,id,pool,quality,level";

    private static final List<String> COLUMNS = List.of(HEADER.split(",", -1));
    private static final int ID = COLUMNS.indexOf("id");
    private static final int POOL = COLUMNS.indexOf("pool");
    private static final int QUALITY = COLUMNS.indexOf("quality");
    private static final int LEVEL = COLUMNS.indexOf("level");

    private final Map<Name, List<OptionalDouble>> levels = new LinkedHashMap<>();

    private record Name(String id, Pool pool, Quality quality) {}

    static boolean recognises(List<String> header) {
        return header.equals(COLUMNS);
    }

    @Override
    public void read(Lines lines, Consumer<Series> judge) throws IOException {
        while (lines.advance()) {
            add(lines, lines.parse(lines.text(), Cells::of));
        }
        levels.forEach((name, values) -> judge.accept(new Series(name.id(), name.pool(), name.quality(), values)));
    }

    private void add(Lines lines, List<String> cells) {
        if (cells.size() != COLUMNS.size()) {
            throw lines.refuse(lines.quoted() + " is not a line of " + HEADER);
        }
        Name name = new Name(
                cells.get(ID),
                lines.parse(cells.get(POOL), PoolName::named),
                lines.parse(cells.get(QUALITY), WrittenQuality::parse));
        levels.computeIfAbsent(name, any -> new ArrayList<>()).add(lines.parse(cells.get(LEVEL), WrittenLevel::parse));
    }
}
