package io.github.vramguard.source.spi;

import io.github.vramguard.memory.MemoryTarget;
import java.util.Optional;

/**
 * Converts objects of some library, such as its containers, to targets. Implementations are found by
 * {@link java.util.ServiceLoader}.
 */
public interface TargetConverter {

    /**
     * Returns the target that an object stands for.
     *
     * @param object any object
     * @return the target; empty for an object of another library
     * @throws IllegalArgumentException if it stands for something that does not run
     */
    Optional<MemoryTarget> convert(Object object);
}
