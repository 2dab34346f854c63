package io.github.vramguard.source.spi;

import io.github.vramguard.memory.MemoryTarget;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Converts objects of some library, such as its containers, to targets. Implementations are found by
 * {@link java.util.ServiceLoader}.
 *
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
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
