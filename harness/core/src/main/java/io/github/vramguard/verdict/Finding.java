package io.github.vramguard.verdict;

import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Pool;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What failed a verdict.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public sealed interface Finding {

    /**
     * Memory of a pool that does not return to its baseline.
     *
     * @param verdict the pool, its readings and their shape
     */
    record Leak(PoolVerdict verdict) implements Finding {}

    /**
     * Processes that outlived their parent and are still running when memory has settled.
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
     * Memory that a load took and the unload did not release.
     *
     * @param verdict the pool and its readings
     * @param cycle the last cycle in which the load took memory of the pool
     * @param raised how much that load took, in bytes
     * @param released how much of it the unload released
     * @param remaining what remains at the end, of this load and those before it that were not released
     */
    record NotReleased(PoolVerdict verdict, int cycle, long raised, long released, long remaining) implements Finding {

        /**
         * Returns the pool.
         *
         * @return the pool that was not released
         */
        public Pool pool() {
            return verdict.pool();
        }

        /**
         * Returns what happened.
         *
         * @return for instance {@code unload released 0 of 400 MiB in cycle 1}
         */
        @Override
        public String toString() {
            return "unload released " + (released == 0 ? "0" : pool().format(released)) + " of " + pool().format(raised)
                    + " in cycle " + cycle;
        }
    }

    /**
     * A peak above its budget.
     *
     * @param pool the pool
     * @param peak the highest reading, in the unit of the pool
     * @param limit the budget; a peak equal to it passes
     */
    record OverBudget(Pool pool, long peak, long limit) implements Finding {}

    /**
     * A figure above its baseline.
     *
     * @param pool the pool
     * @param figure the kind of figure, {@code residual}, {@code growth per cycle} or {@code peak}
     * @param measured the amount now, in the unit of the pool
     * @param baseline the amount in the baseline
     * @param tolerance the tolerance
     */
    record OverBaseline(Pool pool, String figure, long measured, long baseline, long tolerance) implements Finding {}

    /**
     * A known leak that no longer occurs, so that its permission should be removed.
     *
     * @param pool the pool with the permission, or empty for all that count bytes
     * @param reason why it was permitted
     */
    record Fixed(Optional<Pool> pool, String reason) implements Finding {}

    /**
     * Returns what a failed pool has found.
     *
     * @param verdict the pool
     * @return orphans if it has some, or else a leak
     */
    static Finding of(PoolVerdict verdict) {
        List<OneProcess> orphans = verdict.orphans();
        return orphans.isEmpty() ? new Leak(verdict) : new Orphans(verdict, orphans);
    }
}
