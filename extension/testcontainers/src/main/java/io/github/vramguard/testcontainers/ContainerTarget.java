package io.github.vramguard.testcontainers;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.testcontainers.containers.ContainerState;

/**
 * Containers as targets of measurements.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public final class ContainerTarget {

    private static final int SHORT_ID = 12;

    private ContainerTarget() {}

    /**
     * Returns a container that runs on this machine as a target.
     *
     * @param container the container
     * @return all processes in it, as they are at each reading
     * @throws IllegalArgumentException if it is not running, or its control group is not on this machine, as with a remote
     *     Docker
     */
    public static MemoryTarget.Container of(ContainerState container) {
        if (!container.isRunning()) {
            throw new IllegalArgumentException(
                    container + " is not running, so its memory cannot be measured; call start() first");
        }
        String id = container.getContainerId();
        String image = container.getContainerInfo().getConfig().getImage();
        return new MemoryTarget.Container(
                "container " + id.substring(0, SHORT_ID) + " (" + image + ")",
                Targets.container(id).cgroup());
    }
}
