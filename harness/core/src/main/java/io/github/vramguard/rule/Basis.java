package io.github.vramguard.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * What a fit with one shape can explain, as orthonormal columns; the first is the constant.
 *
 * @param shape the name of the shape
 * @param columns the columns
 * @param norm the length of the last column before it was normalised, which turns its share into a slope
 */
record Basis(String shape, List<Levels> columns, double norm) {

    private static final double COLLINEAR = 1e-9;

    static Basis constant(int cycles) {
        double norm = Math.sqrt(cycles);
        Levels column = Levels.of(new double[cycles]).map(zero -> 1 / norm);
        return new Basis("a constant", List.of(column), norm);
    }

    boolean isConstant() {
        return columns.size() == 1;
    }

    int cycles() {
        return columns.get(0).size();
    }

    /** With the values of a course in cycle 1, 2, … as one more column, unless the others explain that already. */
    Optional<Basis> with(String name, DoubleUnaryOperator course) {
        Levels column = Levels.of(
                        IntStream.rangeClosed(1, cycles()).asDoubleStream().toArray())
                .map(course);
        // Gram and Schmidt, twice, because once leaves too much of almost collinear columns
        Levels rest = lessExplained(lessExplained(column));
        double length = Math.sqrt(rest.squared());
        if (length < COLLINEAR * Math.sqrt(column.squared())) {
            return Optional.empty();
        }
        List<Levels> more = new ArrayList<>(columns);
        more.add(rest.map(value -> value / length));
        return Optional.of(new Basis(name, List.copyOf(more), length));
    }

    private Levels lessExplained(Levels column) {
        Levels rest = column;
        for (Levels explained : columns) {
            rest = rest.less(rest.dot(explained), explained);
        }
        return rest;
    }

    /** The sum of squares that the shape explains. */
    double explained(Levels centred) {
        double sum = 0;
        for (Levels column : columns) {
            double share = centred.dot(column);
            sum += share * share;
        }
        return sum;
    }

    /** The factor of the last column in the best fit. */
    double slope(Levels centred) {
        return centred.dot(columns.get(columns.size() - 1)) / norm;
    }
}
