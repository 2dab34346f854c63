package io.github.vramguard.testcontainers;

import com.github.dockerjava.api.command.CreateContainerCmd;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.testcontainers.core.CreateContainerCmdModifier;

/** Notices when Testcontainers creates a container. Found by {@link java.util.ServiceLoader}; changes nothing. */
@API(status = Status.INTERNAL, since = "0.1.0")
public final class CreationNotice implements CreateContainerCmdModifier {

    /** For {@link java.util.ServiceLoader}. */
    public CreationNotice() {}

    @Override
    public CreateContainerCmd modify(CreateContainerCmd command) {
        SessionContainers.CREATIONS.incrementAndGet();
        return command;
    }
}
