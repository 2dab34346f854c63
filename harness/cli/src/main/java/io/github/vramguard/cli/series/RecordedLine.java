package io.github.vramguard.cli.series;

import io.github.vramguard.cli.terminal.Printable;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * One reading as {@link RecordedFormat} has it.
 *
 * @param at when it was taken
 * @param whose the name of the process or container
 * @param pool the pool
 * @param quality whether the reading includes other memory
 * @param level what was read; empty for a gap
 */
public record RecordedLine(Instant at, String whose, Pool pool, Quality quality, OptionalLong level) {

    /** The line, without its end. */
    @Override
    public String toString() {
        String id = Printable.of(whose) + "/" + pool;
        return at + ",\"" + id.replace("\"", "\"\"") + "\"," + pool + "," + WrittenQuality.of(quality) + ","
                + (level.isPresent() ? Long.toString(level.getAsLong()) : "gap");
    }
}
