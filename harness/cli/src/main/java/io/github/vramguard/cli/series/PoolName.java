package io.github.vramguard.cli.series;

import io.github.vramguard.memory.Pool;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a pool. A word that named a series before the pools did is rejected with the name that replaces it. */
public final class PoolName implements ITypeConverter<Pool> {

    private static final String MIXED = ", with --mixed, or mixed in a column quality";

    private static final Map<String, String> REPLACED =
            Map.of("vram", "gpu0", "vram-device", "gpu0" + MIXED, "native-raw", "native" + MIXED, "rss", "resident");

    @Override
    public Pool convert(String name) {
        try {
            return named(name);
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException(unknown.getMessage());
        }
    }

    /**
     * Returns the pool of that name.
     *
     * @throws IllegalArgumentException if there is none; the message names the pools, or the one that replaces the word
     */
    static Pool named(String name) {
        String replacement = REPLACED.get(name);
        if (replacement != null) {
            throw new IllegalArgumentException("\"" + name + "\" is not a pool; use " + replacement);
        }
        return Pool.named(name);
    }
}
