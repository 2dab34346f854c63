package io.github.vramguard.cli.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;

/**
 * Who appeared in which of the samples of a log. A name that appears again begins the next sample; a name that is absent
 * from samples between two appearances has gaps there.
 */
final class Appearances {

    private final Map<String, Appearance> all = new LinkedHashMap<>();
    private int sample;

    private record Appearance(int first, List<OptionalDouble> values) {

        boolean isIn(int sample) {
            return first + values.size() > sample;
        }

        void add(int sample, OptionalDouble value) {
            while (first + values.size() < sample) {
                values.add(OptionalDouble.empty());
            }
            values.add(value);
        }
    }

    void nextSample() {
        sample++;
    }

    void add(String name, OptionalDouble value) {
        Appearance appearance = all.computeIfAbsent(name, key -> new Appearance(sample, new ArrayList<>()));
        if (appearance.isIn(sample)) {
            nextSample();
        }
        appearance.add(sample, value);
    }

    void forEach(BiConsumer<String, List<OptionalDouble>> action) {
        all.forEach((name, appearance) -> action.accept(name, appearance.values()));
    }
}
