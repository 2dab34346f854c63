package io.github.vramguard.source.linux;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A directory of {@code /sys} or {@code /proc}. What is not there, or may not be read, is empty. */
public record SysDir(Path path) {

    public SysDir at(String name) {
        return new SysDir(path.resolve(name));
    }

    public String name() {
        return String.valueOf(path.getFileName());
    }

    public Optional<String> text(String file) {
        try {
            return Optional.of(Files.readString(path.resolve(file)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public OptionalLong number(String file) {
        return text(file).map(KernelSize::parse).orElseGet(OptionalLong::empty);
    }

    /** The first bytes of a file that is no text. */
    public byte[] head(String file, int length) {
        try (InputStream content = Files.newInputStream(path.resolve(file))) {
            return content.readNBytes(length);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** The name of what a link leads to in the end. */
    public Optional<String> target(String link) {
        try {
            return Optional.of(String.valueOf(path.resolve(link).toRealPath().getFileName()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The directories in this one, by name. */
    public List<SysDir> children() {
        try (Stream<Path> children = Files.list(path)) {
            return children.sorted().map(SysDir::new).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
