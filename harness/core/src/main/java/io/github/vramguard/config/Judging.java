package io.github.vramguard.config;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.verdict.Preset;
import java.util.Map;

/**
 * How much evidence a verdict needs.
 *
 * @param preset {@code vramguard.preset}: {@code quick}, {@code standard} (default), {@code thorough} or
 *     {@code nightly}
 * @param maxCycles {@code vramguard.cycles.max}: the number of cycles after which an undecided series ends; by default that
 *     of the preset
 * @param tolerances {@code vramguard.tolerance} for all pools of bytes, {@code vramguard.tolerance.heap} and so on for
 *     one: the growth per cycle that is tolerated
 */
public record Judging(Preset preset, int maxCycles, Map<Pool, Long> tolerances) {

    private static final int MOST_CYCLES = 1000;

    /** Copies the map. */
    public Judging {
        tolerances = Map.copyOf(tolerances);
    }

    static Judging read(Keys keys) {
        Preset preset = keys.oneOf("preset", Keys.byName(Preset.values()), Preset.STANDARD);
        return new Judging(
                preset,
                keys.number("cycles.max", preset.fewestCycles(), MOST_CYCLES, preset.mostCycles()),
                keys.tolerances("tolerance"));
    }
}
