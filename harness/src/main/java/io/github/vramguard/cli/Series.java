package io.github.vramguard.cli;

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
record Series(String id, Signal signal, List<OptionalDouble> values) {

    Series {
        values = List.copyOf(values);
    }

    /** The levels without the gaps. */
    double[] levels() {
        return values.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
    }

    long gaps() {
        return values.stream().filter(OptionalDouble::isEmpty).count();
    }

    boolean endsInGap() {
        return !values.isEmpty() && values.get(values.size() - 1).isEmpty();
    }

    /**
     * The same with a baseline that was not recorded: the first level stands in for it. The first cycle is no evidence, so
     * that its growth may be unknown.
     */
    Series withBaseline() {
        Stream<OptionalDouble> first =
                values.stream().filter(OptionalDouble::isPresent).limit(1);
        return new Series(id, signal, Stream.concat(first, values.stream()).toList());
    }
}
