package io.github.vramguard.cli.usage;

import io.github.vramguard.memory.Pool;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which pools are read: the same option for every verb that measures. */
public final class PoolsOption {

    @Option(
            names = "--pools",
            paramLabel = "POOL",
            split = ",",
            description = "only these, such as gpu0,resident (default: all that can be read)")
    private Set<Pool> pools = new LinkedHashSet<>();

    /** Those that were named; none means all. */
    public Set<Pool> named() {
        return pools;
    }
}
