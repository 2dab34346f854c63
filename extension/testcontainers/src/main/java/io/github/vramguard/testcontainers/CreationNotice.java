package io.github.vramguard.testcontainers;

import com.github.dockerjava.api.command.CreateContainerCmd;
import org.testcontainers.core.CreateContainerCmdModifier;

/** Notices when Testcontainers creates a container. Found by {@link java.util.ServiceLoader}; changes nothing. */
public final class CreationNotice implements CreateContainerCmdModifier {

    /** For {@link java.util.ServiceLoader}. */
    public CreationNotice() {}

    @Override
    public CreateContainerCmd modify(CreateContainerCmd command) {
        SessionContainers.CREATIONS.incrementAndGet();
        return command;
    }
}
