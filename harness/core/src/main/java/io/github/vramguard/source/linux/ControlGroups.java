package io.github.vramguard.source.linux;

import io.github.vramguard.memory.MemoryTarget.Container;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds control groups, by which the processes of a container are known without asking its runtime.
 *
 * @param mount where the hierarchies of control groups are mounted
 */
public record ControlGroups(Path mount) {

    /** Where Linux mounts them. */
    public static final Path MOUNT = Path.of("/sys/fs/cgroup");

    private static final Pattern ID = Pattern.compile("[0-9a-zA-Z][0-9a-zA-Z_.-]{5,}");

    /** Returns the groups of this machine. */
    public static ControlGroups ofThisMachine() {
        return new ControlGroups(MOUNT);
    }

    /**
     * Returns a container that runs on this machine as a target.
     *
     * @param id its id, or at least the first 6 characters of it
     * @throws IllegalArgumentException if none, or more than one, has such an id
     */
    public Container container(String id) {
        return new Container("container " + id, ofContainer(id).directory().toString());
    }

    ControlGroup ofContainer(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("\"" + id + "\" is not the id of a container; give at least the first"
                    + " 6 characters of what \"docker ps\" or \"podman ps\" shows");
        }
        List<ControlGroup> found = find(id);
        List<String> names = found.stream().map(ControlGroup::name).distinct().toList();
        if (names.size() > 1) {
            throw new IllegalArgumentException("\"" + id + "\" is the beginning of several ids: "
                    + String.join(", ", names) + "; give more of it");
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no control group below " + mount
                        + " belongs to a container \"" + id + "\"; is it running, and on this machine?"));
    }

    /** Docker, podman and containerd write the id into the name: {@code docker-ID.scope}, {@code libpod-ID}, {@code ID}. */
    private List<ControlGroup> find(String id) {
        Pattern name = Pattern.compile("(?:.*[-:])?" + Pattern.quote(id) + "[0-9a-f]*(?:\\.scope)?");
        return new ControlGroup(mount)
                .within().stream()
                        .filter(group -> name.matcher(group.name()).matches())
                        .sorted(Comparator.comparing(ControlGroup::directory))
                        .toList();
    }

    /**
     * Returns the group at a path. In version 1 each controller has its own hierarchy; systemd names all groups in one of them.
     *
     * @param path its directory, or what follows the mount point of control groups
     * @throws IllegalArgumentException if there is none
     */
    public ControlGroup at(String path) {
        String below = path.replaceFirst("^/+", "");
        return Stream.of(
                        Path.of("/"),
                        mount,
                        mount.resolve("unified"),
                        mount.resolve("systemd"),
                        mount.resolve("memory"))
                .map(hierarchy -> hierarchy.resolve(below))
                .filter(directory -> Files.isReadable(directory.resolve("cgroup.procs")))
                .map(ControlGroup::new)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("\"" + path + "\" is not a control group, neither by itself"
                                + " nor below " + mount + "; /proc/PID/cgroup shows the group of a process"));
    }
}
