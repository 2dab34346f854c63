package io.github.vramguard.rule;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.ClassBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** The levels of a pool, with as much of their growth as counts. A gap repeats the reading before it. */
final class CountedLevels {

    private CountedLevels() {}

    /** The levels in the unit of the pool; at least one reading is no gap. */
    static double[] of(List<Reading> readings) {
        List<Reading> filled = filled(readings);
        Levels levels = levels(filled, reading -> reading.amount().orElseThrow());
        return filled.stream().allMatch(ClassBytes.class::isInstance)
                ? withClasses(levels, levels(filled, reading -> ((ClassBytes) reading).classes()))
                : levels.toArray();
    }

    private static List<Reading> filled(List<Reading> readings) {
        Reading last = readings.stream()
                .filter(reading -> reading.amount().isPresent())
                .findFirst()
                .orElseThrow();
        List<Reading> filled = new ArrayList<>();
        for (Reading reading : readings) {
            last = reading.amount().isPresent() ? reading : last;
            filled.add(last);
        }
        return filled;
    }

    private static Levels levels(List<Reading> readings, ToLongFunction<Reading> amount) {
        return Levels.of(readings.stream().mapToLong(amount).asDoubleStream().toArray());
    }

    /**
     * A class loader that is leaked keeps its classes. Growth in cycles that left no class is of methods that became hot, and ends
     * with them; so is as much of the growth in the cycle before and after. Classes that are unloaded later were not left.
     */
    private static double[] withClasses(Levels bytes, Levels classes) {
        Levels growth = bytes.floor().moves();
        Levels left = classes.floor().moves();
        double[] counted = new double[growth.size() + 1];
        counted[0] = bytes.floor().at(0);
        for (int i = 0; i < growth.size(); i++) {
            double ofClasses = left.at(i) > 0 ? growth.at(i) - besides(i, growth, left) : 0;
            counted[i + 1] = counted[i] + Math.max(0, ofClasses);
        }
        return counted;
    }

    /** The growth without classes in the cycles next to this one; 0 if they left some, too. */
    private static double besides(int cycle, Levels growth, Levels left) {
        return IntStream.of(cycle - 1, cycle + 1)
                .filter(next -> next >= 0 && next < growth.size() && left.at(next) == 0)
                .mapToDouble(growth::at)
                .average()
                .orElse(0);
    }
}
