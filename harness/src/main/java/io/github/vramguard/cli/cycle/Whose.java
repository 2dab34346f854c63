package io.github.vramguard.cli.cycle;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.source.Targets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose memory is measured. */
final class Whose {

    @Option(names = "--pid", paramLabel = "PID", description = "a process, with its descendants at each reading")
    private @Nullable Long pid;

    @Option(names = "--container", paramLabel = "ID", description = "all processes of a container")
    private String container = "";

    /**
     * The target that was named, if one was.
     *
     * @throws IllegalArgumentException if there is no such process or container
     */
    Optional<MemoryTarget> target() {
        if (pid != null) {
            return Optional.of(Targets.tree(pid));
        }
        return container.isEmpty() ? Optional.empty() : Optional.of(Targets.container(container));
    }
}
