package io.github.vramguard.source.spi;

import io.github.vramguard.memory.MemoryTarget;
import java.util.Optional;

/**
 * Knows what to measure for objects of some library, such as its containers. Implementations are found by
 * {@link java.util.ServiceLoader}.
 */
public interface TargetConverter {

    /**
     * The target that an object stands for.
     *
     * @param object any object
     * @return the target; empty for an object of another library
     * @throws IllegalArgumentException if it stands for something that does not run
     */
    Optional<MemoryTarget> convert(Object object);
}
