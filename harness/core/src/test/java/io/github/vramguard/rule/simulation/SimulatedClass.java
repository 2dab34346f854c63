package io.github.vramguard.rule.simulation;

import io.github.vramguard.rule.Sensitivity;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A kind of run.
 *
 * @param name its name, with the pool in front
 * @param sensitivity what it is judged with
 * @param leaks whether it leaks
 * @param run draws the levels of one run over {@link Draw#CYCLES} cycles; a shorter run is the head of it
 */
record SimulatedClass(String name, Sensitivity sensitivity, boolean leaks, Function<Draw, double[]> run) {

    static List<SimulatedClass> all() {
        return Stream.of(DeviceMemory.classes(), NativeMemory.classes(), HeapMemory.classes(), ResidentMemory.classes())
                .flatMap(List::stream)
                .toList();
    }

    SimulatedClass detrended(boolean detrended) {
        Sensitivity row = sensitivity;
        Sensitivity other = new Sensitivity(
                row.granule(),
                row.noiseFactor(),
                row.warmup(),
                row.minStepCycles(),
                row.minTrendCycles(),
                row.minSteepCycles(),
                row.cleanCycles(),
                row.leakSteps(),
                row.resolution(),
                row.tolerance(),
                detrended);
        return judgedWith(other);
    }

    SimulatedClass judgedWith(Sensitivity other) {
        return new SimulatedClass(name, other, leaks, run);
    }

    static SimulatedClass named(String name) {
        return all().stream().filter(kind -> kind.name.equals(name)).findFirst().orElseThrow();
    }

    Stream<double[]> series(int count, long seed) {
        Draw draw = new Draw(new Random(seed * 31 + name.hashCode()));
        return Stream.generate(() -> run.apply(draw)).limit(count);
    }
}
