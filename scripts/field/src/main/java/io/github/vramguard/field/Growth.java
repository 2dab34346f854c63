package io.github.vramguard.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How much of each a cycle leaves behind.
 *
 * @param perCycle bytes, or a count for files and threads, by name; what does not grow is left out
 * @param cycles how many cycles were measured
 */
record Growth(Map<String, Double> perCycle, int cycles) {

    private static final Map<String, ToDoubleFunction<Level>> BYTES = new LinkedHashMap<>();
    private static final Map<String, ToDoubleFunction<Level>> COUNTS = new LinkedHashMap<>();

    static {
        BYTES.put("malloc", Level::malloc);
        BYTES.put("resident", Level::resident);
        BYTES.put("heap", Level::heap);
        BYTES.put("direct", Level::direct);
        BYTES.put("metaspace", Level::metaspace);
        BYTES.put("mapped", Level::mapped);
        COUNTS.put("files", Level::files);
        COUNTS.put("threads", Level::threads);
    }

    private static final double FEW_BYTES = 16 * 1024;

    /** Pages come and go with the JVM's own threads and compiled code. */
    private static final double FEW_PAGES = 64 * 1024;

    private static final double SELDOM = 0.1;

    /** Of a case that could not be measured. */
    static Growth unknown() {
        return new Growth(Map.of(), 0);
    }

    static Growth of(List<Level> levels, int each, int cycles) {
        Map<String, Double> growth = new LinkedHashMap<>();
        BYTES.forEach((name, value) ->
                putIfAbove(name.equals("resident") ? FEW_PAGES : FEW_BYTES, growth, name, slope(levels, value) / each));
        COUNTS.forEach((name, value) -> putIfAbove(SELDOM, growth, name, slope(levels, value) / each));
        return new Growth(growth, cycles);
    }

    private static void putIfAbove(double bound, Map<String, Double> growth, String name, double value) {
        if (value >= bound) {
            growth.put(name, value);
        }
    }

    /** The median of the slopes between each level and the one half the series later. */
    private static double slope(List<Level> levels, ToDoubleFunction<Level> value) {
        int apart = levels.size() / 2;
        List<Double> slopes = new ArrayList<>();
        for (int first = 0; first + apart < levels.size(); first++) {
            slopes.add(
                    (value.applyAsDouble(levels.get(first + apart)) - value.applyAsDouble(levels.get(first))) / apart);
        }
        slopes.sort(null);
        return slopes.isEmpty() ? 0 : slopes.get(slopes.size() / 2);
    }

    /** Whether a cycle leaves more of anything behind than is permitted. */
    boolean isAbove(Map<String, Double> permitted) {
        return perCycle.entrySet().stream()
                .anyMatch(entry -> entry.getValue() > permitted.getOrDefault(entry.getKey(), Double.MAX_VALUE));
    }

    /** KiB and counts, such as {@code malloc+300 threads+1 n=150}. */
    String toText() {
        return (perCycle.entrySet().stream()
                                .map(entry -> entry.getKey() + "+" + shown(entry.getKey(), entry.getValue()))
                                .collect(Collectors.joining(" "))
                        + " n=" + cycles)
                .strip();
    }

    private static String shown(String name, double value) {
        return BYTES.containsKey(name)
                ? String.valueOf(Math.round(value / 1024))
                : String.format(Locale.ROOT, "%.1f", value);
    }

    static Growth parse(String text) {
        Map<String, Double> growth = new LinkedHashMap<>();
        int[] cycles = new int[1];
        Arrays.stream(text.split(" ")).forEach(word -> {
            if (word.startsWith("n=")) {
                cycles[0] = Integer.parseInt(word.substring(2));
            } else {
                String name = word.substring(0, word.indexOf('+'));
                double amount = Double.parseDouble(word.substring(word.indexOf('+') + 1));
                growth.put(name, BYTES.containsKey(name) ? amount * 1024 : amount);
            }
        });
        return new Growth(growth, cycles[0]);
    }
}
