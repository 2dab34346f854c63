package io.github.vramguard.testcontainers;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.source.spi.TargetConverter;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.testcontainers.containers.ContainerState;

/** Lets a container be a target wherever an object stands for one. Found by {@link java.util.ServiceLoader}. */
@API(status = Status.INTERNAL, since = "0.1.0")
public final class ContainerConverter implements TargetConverter {

    /** For {@link java.util.ServiceLoader}. */
    public ContainerConverter() {}

    /** Testcontainers need not be on the class path. */
    @Override
    public Optional<MemoryTarget> convert(Object object) {
        return SessionContainers.testcontainersIsPresent() && object instanceof ContainerState container
                ? Optional.of(ContainerTarget.of(container))
                : Optional.empty();
    }
}
