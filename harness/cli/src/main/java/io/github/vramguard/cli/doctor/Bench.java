package io.github.vramguard.cli.doctor;

import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.LoadUnloadHarness.Load;
import io.github.vramguard.LoadUnloadHarness.Step;
import io.github.vramguard.Targets;
import io.github.vramguard.config.Settings;
import io.github.vramguard.measure.Settling;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.verdict.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Runs round trips in this JVM until the verdict on one pool is certain. */
@FunctionalInterface
interface Bench {

    /** Nothing else goes on in this process, so that a short time at rest will do. */
    Settling SHORT = new Settling(Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofSeconds(5));

    Verdict run(Pool pool, Load<AutoCloseable> load, Step<AutoCloseable> unload) throws Exception;

    /** The harness that users have, and none of their settings. */
    static Bench ofThisJvm() {
        return (pool, load, unload) -> LoadUnloadHarness.of(Targets.thisJvm(), settings(pool))
                .run(load, block -> {}, unload)
                .verdict();
    }

    private static Settings settings(Pool pool) {
        Settings defaults = Settings.defaults();
        SortedSet<Pool> only = new TreeSet<>(Set.of(pool));
        return new Settings(
                defaults.mode(),
                defaults.inconclusive(),
                defaults.unavailable(),
                Set.of(),
                only,
                Map.of(),
                defaults.preset(),
                defaults.maxCycles(),
                SHORT,
                defaults.samplingInterval(),
                defaults.reporting());
    }
}
