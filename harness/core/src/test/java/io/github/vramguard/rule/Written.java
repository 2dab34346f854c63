package io.github.vramguard.rule;

import java.util.Arrays;

/** Series as literals: the moves {@code 400 0*6} are a rise of 400 units in the first cycle and six quiet ones. */
final class Written {

    private Written() {}

    static double[] moves(double start, double unit, String moves) {
        double[] steps = Arrays.stream(moves.trim().split(" +"))
                .flatMapToDouble(move -> {
                    String[] times = move.split("\\*");
                    double[] repeated = new double[times.length == 1 ? 1 : Integer.parseInt(times[1])];
                    Arrays.fill(repeated, Double.parseDouble(times[0]) * unit);
                    return Arrays.stream(repeated);
                })
                .toArray();
        double[] levels = new double[steps.length + 1];
        levels[0] = start;
        for (int i = 0; i < steps.length; i++) {
            levels[i + 1] = levels[i] + steps[i];
        }
        return levels;
    }

    static Levels levels(String values) {
        return Levels.of(Arrays.stream(values.trim().split(" +"))
                .mapToDouble(Double::parseDouble)
                .toArray());
    }
}
