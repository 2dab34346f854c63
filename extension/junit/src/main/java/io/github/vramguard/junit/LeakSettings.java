package io.github.vramguard.junit;

import io.github.vramguard.config.Settings;
import io.github.vramguard.gate.LeakGate;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.rule.Allowance;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of one leak check.
 *
 * @param annotation {@code @LeakTest}, {@code @NoLeak}, or empty for a test that has neither
 * @param pools the pools that the test names; empty for all
 * @param tolerances the growth per cycle that the test tolerates in place of that of the settings
 * @param known the leaks that are permitted
 * @param maxCycles the number of cycles after which a series ends; no limit where others decide how many there are
 */
record LeakSettings(
        String annotation, Set<Pool> pools, Map<Pool, Long> tolerances, List<Allowance> known, int maxCycles) {

    LeakGate gate(Settings settings) {
        return LeakGate.with(settings).tolerating(tolerances).permitting(known);
    }
}
