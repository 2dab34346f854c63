package io.github.vramguard.rule;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.statistics.TheilSen;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Preset;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Growth of resident memory that no other pool of the process accounts for. It belongs to what takes pages from the system
 * without {@code malloc}: another allocator, an arena, a mapping.
 *
 * @param resident growth of resident memory per cycle, in bytes
 * @param perCycle the part that is not accounted for, in bytes
 */
public record UnexplainedGrowth(double resident, double perCycle) {

    private static final Set<Pool> ACCOUNTED = Set.of(Pool.NATIVE, Pool.DIRECT, Pool.METASPACE);

    /** Freed pages that malloc keeps, stacks of threads and code of the JVM come to less. */
    private static final double MATERIAL_SHARE = 0.25;

    /**
     * Compares the pools of a verdict on a series.
     *
     * @param verdict the verdict
     * @return the growth; empty if there is little, if the readings scatter too much, and where one of the pools is not read, or
     *     resident memory includes the heap
     */
    public static Optional<UnexplainedGrowth> in(Verdict verdict) {
        List<PoolVerdict> accounted = verdict.pools().stream()
                .filter(pool -> ACCOUNTED.contains(pool.pool()))
                .toList();
        boolean isKnown = accounted.stream().anyMatch(pool -> pool.pool().equals(Pool.NATIVE))
                && accounted.stream().allMatch(UnexplainedGrowth::isComplete);
        return verdict.pools().stream()
                .filter(pool -> pool.pool().equals(Pool.RESIDENT) && pool.outcome() != PoolOutcome.REPORTED)
                .filter(pool -> isKnown && isComplete(pool) && pool.cycles() >= Preset.FEWEST_CYCLES)
                .findFirst()
                .flatMap(resident -> of(resident, accounted));
    }

    /**
     * Returns whether resident memory that includes the heap grows so much more than a leak that it may be the larger one.
     *
     * @param verdict the verdict
     * @param leak the leak of another pool
     * @return false where resident memory is judged by itself
     */
    public static boolean isPossible(Verdict verdict, PoolVerdict leak) {
        return verdict.pools().stream()
                .filter(pool -> pool.pool().equals(Pool.RESIDENT) && pool.outcome() == PoolOutcome.REPORTED)
                .anyMatch(pool -> isComplete(pool)
                        && TheilSen.of(levels(List.of(pool))).slope()
                                > leak.series().rate() / MATERIAL_SHARE);
    }

    /** The share of the growth that is not accounted for; two estimates may differ by their noise. */
    public double share() {
        return Math.min(1, perCycle / resident);
    }

    private static boolean isComplete(PoolVerdict pool) {
        return pool.readings().stream().noneMatch(Reading.Gap.class::isInstance);
    }

    private static Optional<UnexplainedGrowth> of(PoolVerdict resident, List<PoolVerdict> accounted) {
        double[] all = levels(List.of(resident));
        double[] known = levels(accounted);
        TheilSen growth = TheilSen.of(all);
        TheilSen unexplained = TheilSen.of(IntStream.range(0, all.length)
                .mapToDouble(cycle -> all[cycle] - known[cycle])
                .toArray());
        boolean isMaterial = unexplained.lo() > Sensitivity.RESIDENT.resolution()
                && unexplained.slope() > MATERIAL_SHARE * growth.slope();
        return isMaterial ? Optional.of(new UnexplainedGrowth(growth.slope(), unexplained.slope())) : Optional.empty();
    }

    /** The sums of the levels after the warm-up. */
    private static double[] levels(List<PoolVerdict> pools) {
        return IntStream.rangeClosed(Sensitivity.RESIDENT.warmup(), pools.get(0).cycles())
                .mapToDouble(cycle -> pools.stream()
                        .mapToLong(pool -> pool.readings().get(cycle).amount().orElse(0))
                        .sum())
                .toArray();
    }
}
