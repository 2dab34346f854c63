package io.github.vramguard.cli.cycle;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The processes to measure. */
final class TargetOptions {

    @Option(names = "--pid", paramLabel = "PID", description = "a process, with its descendants at each reading")
    private @Nullable Long pid;

    @Option(names = "--container", paramLabel = "ID", description = "all processes of a container")
    private String container = "";

    @Option(
            names = "--cgroup",
            paramLabel = "PATH",
            description =
                    "all processes of a control group, such as that of a systemd service or of a Kubernetes pod: its"
                            + " directory, or its path as /proc/PID/cgroup has it")
    private String cgroup = "";

    /**
     * The target that was named, if one was.
     *
     * @throws IllegalArgumentException if there is no such process, container or control group
     */
    Optional<MemoryTarget> named() {
        if (pid != null) {
            return Optional.of(Targets.tree(pid));
        }
        if (!container.isEmpty()) {
            return Optional.of(Targets.container(container));
        }
        return cgroup.isEmpty() ? Optional.empty() : Optional.of(Targets.cgroup(cgroup));
    }
}
