package io.github.vramguard.standin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The C compiler of this machine. What it made is kept until this JVM ends, and made once for the same options. */
final class Compiler {

    private static final List<String> SOURCES =
            List.of("nvml.c", "state.h", "allocator.c", "rows.c", "tcmalloc.c", "bundled.c");
    private static final Map<List<String>, Path> MADE = new ConcurrentHashMap<>();

    private Compiler() {}

    static boolean isPresent() {
        try {
            return run(List.of("cc", "--version")).isEmpty();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** A shared library that lacks some of its symbols. */
    static Path library(String source, List<String> hidden) {
        return MADE.computeIfAbsent(
                List.of(source, hidden.toString()),
                key -> compile(source, "-shared", "-fPIC", "-Wl,--version-script=" + script(hidden)));
    }

    static Path program(String source) {
        return MADE.computeIfAbsent(List.of(source), key -> compile(source));
    }

    private static Path script(List<String> hidden) {
        String local = hidden.isEmpty() ? "" : "local: " + String.join("; ", hidden) + ";";
        try {
            return Files.writeString(temporaryDirectory().resolve("symbols"), "{ global: *; " + local + " };\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path compile(String source, String... options) {
        try {
            Path directory = temporaryDirectory();
            for (String file : SOURCES) {
                Files.write(directory.resolve(file), resource(file));
            }
            Path made = directory.resolve(source.replace(".c", ""));
            List<String> command = new ArrayList<>(List.of("cc", "-O1", "-o", made.toString()));
            command.add(directory.resolve(source).toString());
            command.addAll(List.of(options));
            command.add("-lpthread");
            command.add("-ldl");
            String complaint = run(command);
            if (!complaint.isEmpty()) {
                throw new IllegalStateException(String.join(" ", command) + " failed: " + complaint);
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryDirectory() throws IOException {
        Path directory = Files.createTempDirectory("standin");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
        return directory;
    }

    private static void delete(Path directory) {
        Stream.concat(SOURCES.stream(), Stream.of("symbols", "nvml", "allocator", "rows", "tcmalloc", "bundled", ""))
                .forEach(file -> directory.resolve(file).toFile().delete());
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Compiler.class.getResourceAsStream("/standin/" + name)) {
            if (in == null) {
                throw new IllegalStateException("there is no resource /standin/" + name);
            }
            return in.readAllBytes();
        }
    }

    /** Runs a command and returns what it complained of: nothing if it succeeded. */
    private static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed = new String(process.getInputStream().readAllBytes());
            int status = process.waitFor();
            return status == 0 ? "" : "status " + status + ": " + printed;
        } catch (IOException e) {
            throw new UncheckedIOException("there is no C compiler: " + command.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
