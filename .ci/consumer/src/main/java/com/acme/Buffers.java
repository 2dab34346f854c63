package com.acme;

import io.github.vramguard.HarnessResult;
import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.Targets;

/** Loads and unloads something, as a program without JUnit does it. */
public final class Buffers {

    private Buffers() {}

    /**
     * Loads and unloads in cycles.
     *
     * @return the verdict and what it rests on
     * @throws Exception never
     */
    public static HarnessResult cycles() throws Exception {
        return LoadUnloadHarness.of(Targets.thisJvm()).run(() -> new byte[1 << 20], buffer -> buffer[0] = 1, buffer -> {});
    }
}
