package io.github.vramguard.history.report;

import io.github.vramguard.history.ChangePoint;
import io.github.vramguard.memory.Pool;

/** Describes a change. */
public final class ChangeWords {

    private ChangeWords() {}

    /**
     * Describes a change.
     *
     * @param pool the pool that changed
     * @param change the change
     * @return for example {@code worse by 8 MiB since 3fa9c1d2ab of 2026-11-20: 12 KiB, then 8.01 MiB}
     */
    public static String of(Pool pool, ChangePoint change) {
        return (change.size() > 0 ? "worse by " : "better by ") + pool.format(Math.abs(change.size())) + " since "
                + change.commit().abbreviated() + " of "
                + change.commit().at().toString().substring(0, 10) + ": " + pool.format(change.before()) + ", then "
                + pool.format(change.after());
    }
}
