package io.github.vramguard.source.nvidia;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Directories in place of {@code /proc} and {@code /dev}. */
record FakeMachine(Path root) {

    private static final String HOST = "pid:[4026531836]";
    private static final String CONTAINER = "pid:[4026532291]";

    static FakeMachine host(Path root) {
        return new FakeMachine(root).link("proc/self/ns/pid", HOST);
    }

    static FakeMachine container(Path root) {
        return new FakeMachine(root).link("proc/self/ns/pid", CONTAINER);
    }

    /** A process with these files open. */
    FakeMachine process(long pid, String... openFiles) {
        directory("proc/" + pid + "/fd");
        for (int descriptor = 0; descriptor < openFiles.length; descriptor++) {
            link("proc/" + pid + "/fd/" + descriptor, openFiles[descriptor]);
        }
        return this;
    }

    /** A process of another user, whose files cannot be seen. */
    FakeMachine foreignProcess(long pid) {
        return directory("proc/" + pid);
    }

    void remove(String directory) {
        try (Stream<Path> files = Files.walk(root.resolve(directory))) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FakeMachine file(String path, String text) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FakeMachine directory(String path) {
        try {
            Files.createDirectories(root.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FakeMachine link(String path, String target) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.createSymbolicLink(root.resolve(path), Path.of(target));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CudaProcesses processes() {
        return CudaProcesses.in(root.resolve("proc"));
    }

    /** The machine with NVML at one of these places. */
    Machine with(Object... libraries) {
        return new Machine(
                root.resolve("proc"),
                root.resolve("dev"),
                root.resolve("wsl"),
                Stream.of(libraries).map(Object::toString).toList());
    }
}
