package io.github.vramguard.source.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A child of this JVM, alone in a control group where one may be made, and else in the group of this JVM. */
public final class GroupedChild implements AutoCloseable {

    private static final Path MOUNT = Path.of("/sys/fs/cgroup");

    private final Process process;
    private final Optional<Path> made;

    private GroupedChild(Process process, Optional<Path> made) {
        this.process = process;
        this.made = made;
    }

    public static GroupedChild start() throws IOException {
        Process process = new ProcessBuilder("sleep", "600").start();
        return new GroupedChild(process, groupFor(process.pid()));
    }

    /** The whole mount is the second version of control groups, or one directory in it is. */
    private static Optional<Path> groupFor(long pid) {
        return Stream.of(MOUNT, MOUNT.resolve("unified"), MOUNT.resolve("systemd"))
                .filter(mount -> Files.exists(mount.resolve("cgroup.procs")))
                .map(mount -> mount.resolve("vramguard-test-" + pid))
                .filter(group -> moves(pid, group))
                .findFirst();
    }

    private static boolean moves(long pid, Path group) {
        try {
            Files.createDirectory(group);
        } catch (IOException notPermitted) {
            return false;
        }
        try {
            Files.writeString(group.resolve("cgroup.procs"), Long.toString(pid));
            return true;
        } catch (IOException notPermitted) {
            group.toFile().delete();
            return false;
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Its path, as {@code /proc/PID/cgroup} has it. */
    public String group() throws IOException {
        Path list = Path.of("/proc", Long.toString(pid()), "cgroup");
        String hierarchy = made.map(Path::toString).orElse("").contains("systemd") ? ":name=systemd:" : "0::";
        try (Stream<String> lines = Files.lines(list)) {
            return lines.filter(line -> line.contains(hierarchy))
                    .map(line -> line.substring(line.indexOf(hierarchy) + hierarchy.length()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Whether the group was made for it. */
    public boolean isAlone() {
        return made.isPresent();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        process.onExit().join();
        if (made.isPresent()) {
            Files.delete(made.get());
        }
    }
}
