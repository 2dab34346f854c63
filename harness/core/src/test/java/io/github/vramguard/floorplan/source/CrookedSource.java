package io.github.vramguard.floorplan.source;

import io.github.vramguard.floorplan.memory.CrookedPool;

/** Breaks the plan together with {@link CrookedPool}. */
public final class CrookedSource {

    private CrookedSource() {}

    static CrookedPool pool() {
        return new CrookedPool();
    }
}
