package io.github.vramguard.cli.series;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A series that was recorded elsewhere.
 *
 * @param id its name in the output
 * @param signal what it is of
 * @param values the level before the first cycle and the level after each; empty where it is a gap
 */
public record Series(String id, Signal signal, List<OptionalDouble> values) {

    /** Copies the values. */
    public Series {
        values = List.copyOf(values);
    }

    /** The levels without the gaps. */
    public double[] levels() {
        return values.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
    }

    /** How many values could not be read. */
    public long gaps() {
        return values.stream().filter(OptionalDouble::isEmpty).count();
    }

    /** Whether the last value could not be read. */
    public boolean endsInGap() {
        return !values.isEmpty() && values.get(values.size() - 1).isEmpty();
    }

    /**
     * The same with a baseline that was not recorded: the first level stands in for it. The first cycle is no evidence, so
     * that its growth may be unknown.
     */
    public Series withBaseline() {
        Stream<OptionalDouble> first =
                values.stream().filter(OptionalDouble::isPresent).limit(1);
        return new Series(id, signal, Stream.concat(first, values.stream()).toList());
    }
}
