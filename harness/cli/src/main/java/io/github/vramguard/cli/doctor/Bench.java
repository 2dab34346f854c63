package io.github.vramguard.cli.doctor;

import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.LoadUnloadHarness.Load;
import io.github.vramguard.LoadUnloadHarness.Step;
import io.github.vramguard.Targets;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.verdict.Verdict;
import java.util.HashMap;
import java.util.Map;

/** Runs round trips in this JVM until the verdict on one pool is certain. */
@FunctionalInterface
interface Bench {

    /** Nothing else goes on in this process, so that a short time at rest will do. */
    Map<String, String> SHORT = Map.of(
            "vramguard.settle.window", "50",
            "vramguard.settle.gpu-window", "50",
            "vramguard.settle.timeout", "5000");

    Verdict run(Pool pool, Load<AutoCloseable> load, Step<AutoCloseable> unload) throws Exception;

    /** The harness that users have, and none of their settings. */
    static Bench ofThisJvm() {
        return (pool, load, unload) -> LoadUnloadHarness.of(Targets.thisJvm(), settings(pool))
                .run(load, block -> {}, unload)
                .verdict();
    }

    private static Map<String, String> settings(Pool pool) {
        Map<String, String> settings = new HashMap<>(SHORT);
        settings.put("vramguard.pools", pool.name());
        return settings;
    }
}
