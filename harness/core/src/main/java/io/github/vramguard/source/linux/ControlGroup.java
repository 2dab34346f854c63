package io.github.vramguard.source.linux;

import io.github.vramguard.memory.MemoryTarget.Container;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A control group of Linux, by which the processes of a container are known without asking its runtime.
 *
 * @param directory its directory in the file system of control groups
 */
public record ControlGroup(Path directory) {

    private static final Path HIERARCHIES = Path.of("/sys/fs/cgroup");

    /** How deep Kubernetes nests its groups, and some more. */
    private static final int DEEPEST = 10;

    private static final Pattern ID = Pattern.compile("[0-9a-zA-Z][0-9a-zA-Z_.-]{5,}");

    /**
     * The group of a container that runs on this machine.
     *
     * @param container its id, or at least the first 6 characters of it
     * @return the group
     * @throws IllegalArgumentException if none, or more than one, has such a name
     */
    public static ControlGroup ofContainer(String container) {
        return ofContainer(HIERARCHIES, container);
    }

    static ControlGroup ofContainer(Path hierarchies, String container) {
        if (!ID.matcher(container).matches()) {
            throw new IllegalArgumentException(
                    "\"" + container + "\" is not the id of a container; give at least the first"
                            + " 6 characters of what \"docker ps\" or \"podman ps\" shows");
        }
        List<ControlGroup> found = find(hierarchies, container);
        List<String> names = found.stream().map(ControlGroup::name).distinct().toList();
        if (names.size() > 1) {
            throw new IllegalArgumentException(
                    "\"" + container + "\" is the beginning of several: " + String.join(", ", names));
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no control group below " + hierarchies
                        + " belongs to a container \"" + container + "\"; is it running, and on this machine?"));
    }

    /** Docker, podman and containerd write the id into the name: {@code docker-ID.scope}, {@code libpod-ID}, {@code ID}. */
    private static List<ControlGroup> find(Path hierarchies, String container) {
        Pattern name = Pattern.compile("(?:.*[-:])?" + Pattern.quote(container) + "[0-9a-f]*(?:\\.scope)?");
        try (Stream<Path> groups = Files.find(
                hierarchies,
                DEEPEST,
                (path, attributes) -> attributes.isDirectory()
                        && name.matcher(path.getFileName().toString()).matches())) {
            return groups.sorted().map(ControlGroup::new).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /**
     * The group at a path.
     *
     * @param path its directory, or what follows the place where control groups are mounted
     * @return the group
     * @throws IllegalArgumentException if there is none
     */
    public static ControlGroup at(String path) {
        return at(HIERARCHIES, path);
    }

    /** In the first version each controller has its own hierarchy; systemd names all groups in one of them. */
    static ControlGroup at(Path hierarchies, String path) {
        String below = path.replaceFirst("^/+", "");
        return Stream.of(
                        Path.of("/"),
                        hierarchies,
                        hierarchies.resolve("unified"),
                        hierarchies.resolve("systemd"),
                        hierarchies.resolve("memory"))
                .map(mount -> mount.resolve(below))
                .filter(directory -> Files.isReadable(directory.resolve("cgroup.procs")))
                .map(ControlGroup::new)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("\"" + path + "\" is no control group, neither by itself nor"
                                + " below " + hierarchies + "; /proc/PID/cgroup tells that of a process"));
    }

    /**
     * A container that runs on this machine as a target.
     *
     * @param id its id, or at least the first 6 characters of it
     * @return the target
     * @throws IllegalArgumentException if none, or more than one, has such a name
     */
    public static Container container(String id) {
        return new Container("container " + id, ofContainer(id).directory().toString());
    }

    static ControlGroup of(Container container) {
        return new ControlGroup(Path.of(container.cgroup()));
    }

    /** The group of a process in the second version of control groups; empty where only the first is in use. */
    static Optional<ControlGroup> of(Path proc, Path hierarchy, long pid) {
        return pathIn(proc, pid, "0::/").map(path -> new ControlGroup(hierarchy.resolve(path)));
    }

    /** The path of a process in the hierarchy whose line has this in it, without the slash at its beginning. */
    static Optional<String> pathIn(Path proc, long pid, String hierarchy) {
        return lines(proc.resolve(Long.toString(pid)).resolve("cgroup"))
                .filter(line -> line.contains(hierarchy))
                .map(line -> line.substring(line.indexOf(hierarchy) + hierarchy.length()))
                .findFirst();
    }

    private String name() {
        return directory.getFileName().toString();
    }

    /**
     * The processes in the group and in the groups within it, as they are now.
     *
     * @return the processes that have not ended
     */
    public List<OneProcess> processes() {
        Processes running = Processes.ofThisMachine();
        return pids().stream().map(running::find).flatMap(Optional::stream).toList();
    }

    /** Those that this process may see; a group of another PID namespace lists 0 for each of its processes. */
    public List<Long> pids() {
        try (Stream<Path> files = Files.find(directory, DEEPEST, (path, attributes) -> path.endsWith("cgroup.procs"))) {
            return files.flatMap(ControlGroup::lines)
                    .map(Long::parseLong)
                    .filter(pid -> pid > 0)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException goneMeanwhile) {
            return List.of();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return ProcFile.read(file).lines();
        } catch (IOException goneMeanwhile) {
            return Stream.empty();
        }
    }
}
