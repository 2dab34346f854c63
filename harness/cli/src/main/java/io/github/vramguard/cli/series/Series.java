package io.github.vramguard.cli.series;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A series that was recorded elsewhere.
 *
 * @param id its name in the output
 * @param pool what its levels are of
 * @param quality whether they include other memory
 * @param values the level before the first cycle and the level after each; empty for a gap
 */
public record Series(String id, Pool pool, Quality quality, List<OptionalDouble> values) {

    /** Copies the values. */
    public Series {
        values = List.copyOf(values);
    }

    /** Returns the values as readings; a level is rounded to a whole byte or count. */
    public List<Reading> readings() {
        return values.stream().map(this::reading).toList();
    }

    private Reading reading(OptionalDouble value) {
        return value.isPresent()
                ? Reading.of(pool, Math.round(value.getAsDouble()))
                : new Gap(Reason.NOT_AVAILABLE, "gap");
    }

    /** Returns how many values could not be read. */
    public long gaps() {
        return values.stream().filter(OptionalDouble::isEmpty).count();
    }

    /**
     * Returns the same with a baseline that was not recorded: the first level is used for it. The first cycle is not evidence, so
     * its growth may be unknown.
     */
    public Series withBaseline() {
        Stream<OptionalDouble> first =
                values.stream().filter(OptionalDouble::isPresent).limit(1);
        return new Series(
                id, pool, quality, Stream.concat(first, values.stream()).toList());
    }
}
