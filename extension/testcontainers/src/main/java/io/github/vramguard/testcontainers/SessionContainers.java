package io.github.vramguard.testcontainers;

import io.github.vramguard.source.spi.StartedContainers;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The containers that Testcontainers started from this JVM. Found by {@link java.util.ServiceLoader}.
 *
 * <p>As long as Testcontainers creates no container, Docker is not asked, and Testcontainers need not be on the class path.
 * Excluded are containers reused from an earlier run, the services of a Compose file, and the containers of Testcontainers
 * itself.
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public final class SessionContainers implements StartedContainers {

    /** How many creations have begun; some may have failed. */
    static final AtomicInteger CREATIONS = new AtomicInteger();

    /** For {@link java.util.ServiceLoader}. */
    public SessionContainers() {}

    @Override
    public boolean canList() {
        return testcontainersIsPresent();
    }

    static boolean testcontainersIsPresent() {
        try {
            ClassLoader own = SessionContainers.class.getClassLoader();
            Class.forName("org.testcontainers.core.CreateContainerCmdModifier", false, own);
            return true;
        } catch (ClassNotFoundException withoutTestcontainers) {
            return false;
        }
    }

    @Override
    public Set<String> ids() throws IOException {
        int creations = CREATIONS.get();
        return creations == 0 ? Set.of() : DockerListing.OF_THIS_SESSION.running(creations);
    }
}
