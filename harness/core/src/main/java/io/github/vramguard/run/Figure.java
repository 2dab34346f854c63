package io.github.vramguard.run;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.verdict.PoolOutcome;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number in a run that those of other runs can be compared with.
 *
 * @param quantity what it is of
 * @param amount bytes or a count, as the unit of the pool says
 */
public record Figure(Quantity quantity, long amount) {

    /**
     * Returns the numbers of a run. Tests without a verdict and pools that are only reported have none.
     *
     * @param run the run
     * @return those that were read
     */
    public static Stream<Figure> of(Run run) {
        Map<String, String> machines = run.machines();
        return run.tests().stream()
                .filter(MeasuredTest::hasVerdict)
                .flatMap(test -> of(machines.getOrDefault(test.jvmRun(), ""), test));
    }

    /**
     * Returns the numbers of a test that has a verdict.
     *
     * @param machine the class of the machine
     * @param test the test
     * @return those that were read
     */
    public static Stream<Figure> of(String machine, MeasuredTest test) {
        boolean cyclic = test.timeline().hasCycles();
        return test.pools().stream()
                .filter(pool -> pool.outcome() != PoolOutcome.REPORTED)
                .flatMap(pool -> Stream.of(
                                cyclic
                                        ? figure(
                                                machine,
                                                test,
                                                pool,
                                                Measure.GROWTH_PER_CYCLE,
                                                notNegative(pool.growthPerCycle()))
                                        : figure(machine, test, pool, Measure.RESIDUAL, notNegative(pool.residual())),
                                figure(machine, test, pool, Measure.PEAK, peak(pool)))
                        .flatMap(Optional::stream));
    }

    /** Releasing more than was allocated is no residual. */
    private static @Nullable Long notNegative(@Nullable Long amount) {
        return amount == null ? null : (Long) Math.max(0, amount);
    }

    private static @Nullable Long peak(MeasuredPool pool) {
        return pool.budget() != null || pool.pool().isAllocatedByDriver() ? pool.peak() : null;
    }

    private static Optional<Figure> figure(
            String machine, MeasuredTest test, MeasuredPool pool, Measure measure, @Nullable Long amount) {
        Origin.Quality quality = pool.quality();
        return amount == null || quality == null
                ? Optional.empty()
                : Optional.of(new Figure(
                        new Quantity(machine, test.key(), pool.pool(), pool.source(), quality, measure), amount));
    }
}
