package io.github.vramguard.source.nvidia;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A made-up machine whose {@code nvidia-smi} is a script. It answers from files beside it, one for each question. */
final class FakeSmi {

    private final Path root;

    FakeSmi(Path root) {
        this.root = root;
        write("proc/meminfo", "MemTotal:       128000000 kB\nMemFree: 1 kB\n");
        namespace("pid:[4026531836]");
        script("""
                case "$1" in
                --query-gpu=*) kind=gpus ;;
                --query-compute-apps=*) kind=apps ;;
                *) kind=xml ;;
                esac
                echo "$kind $LC_ALL" >> "${0%/*}/asked"
                [ -f "${0%/*}/$kind" ] || { echo "Unknown Error"; exit 255; }
                cat "${0%/*}/$kind"
                [ ! -f "${0%/*}/exit" ] || exit $(cat "${0%/*}/exit")
                """);
    }

    NvidiaSmi smi() {
        return smi(Duration.ofSeconds(60));
    }

    NvidiaSmi smi(Duration timeout) {
        return NvidiaSmi.of(Optional.of(root.resolve("nvidia-smi")), root, timeout);
    }

    NvidiaSmi withoutProgram() {
        return NvidiaSmi.of(Optional.empty(), root, Duration.ofSeconds(60));
    }

    FakeSmi script(String body) {
        Path script = write("nvidia-smi", "#!/bin/sh\n" + body);
        if (!script.toFile().setExecutable(true)) {
            throw new IllegalStateException(script + " cannot be made executable");
        }
        return this;
    }

    FakeSmi gpus(String text) {
        write("gpus", text);
        return this;
    }

    FakeSmi apps(String text) {
        write("apps", text);
        return this;
    }

    FakeSmi xml(String text) {
        write("xml", text);
        return this;
    }

    /** Ends with this code from now on, whatever it answers. */
    FakeSmi exit(int code) {
        write("exit", Integer.toString(code));
        return this;
    }

    Path program() {
        return root.resolve("nvidia-smi");
    }

    FakeSmi device(String path) {
        write(path, "");
        return this;
    }

    FakeSmi namespace(String name) {
        try {
            Path link = root.resolve("proc/self/ns/pid");
            Files.createDirectories(link.resolveSibling("."));
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, Path.of(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The questions so far, a line for each. */
    String asked() {
        try {
            return Files.readString(root.resolve("asked"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.resolveSibling("."));
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
