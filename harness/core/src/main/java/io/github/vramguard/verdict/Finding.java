package io.github.vramguard.verdict;

import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Pool;
import java.util.List;
import java.util.Optional;

/** One part of a broken verdict. */
public sealed interface Finding {

    /**
     * Memory of a pool that does not come back.
     *
     * @param verdict the pool, its readings and their shape
     */
    record Leak(PoolVerdict verdict) implements Finding {}

    /**
     * Processes that outlived their parent and run on when all has settled.
     *
     * @param verdict the pool of processes and its readings
     * @param processes the processes, at least one
     */
    record Orphans(PoolVerdict verdict, List<OneProcess> processes) implements Finding {
        /** Copies the list. */
        public Orphans {
            processes = List.copyOf(processes);
        }
    }

    /**
     * A peak above its budget.
     *
     * @param pool the pool
     * @param peak the highest reading, in the unit of the pool
     * @param limit the budget; a peak equal to it is kept
     */
    record OverBudget(Pool pool, long peak, long limit) implements Finding {}

    /**
     * More than is remembered of an earlier run.
     *
     * @param pool the pool
     * @param figure what is remembered, {@code residual}, {@code growth per cycle} or {@code peak}
     * @param measured the amount now, in the unit of the pool
     * @param remembered the amount then
     * @param forgiven how much more it might have been
     */
    record OverRemembered(Pool pool, String figure, long measured, long remembered, long forgiven) implements Finding {}

    /**
     * A known leak that is no longer there, so that its permission should go too.
     *
     * @param pool the pool for which it was given, or empty for all that count bytes
     * @param reason why it was given
     */
    record Cured(Optional<Pool> pool, String reason) implements Finding {}

    /**
     * What a pool that breaks the verdict has found.
     *
     * @param verdict the pool
     * @return orphans if it has some, or else a leak
     */
    static Finding of(PoolVerdict verdict) {
        List<OneProcess> orphans = verdict.orphans();
        return orphans.isEmpty() ? new Leak(verdict) : new Orphans(verdict, orphans);
    }
}
