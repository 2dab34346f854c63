package io.github.vramguard.realserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The command line of Docker. */
public final class Docker {

    private static final String ABSENT = "No such image";
    private static final Map<String, Optional<String>> ASKED = new ConcurrentHashMap<>();

    private Docker() {}

    /**
     * Why no container of an image can be started. Nothing is pulled, and each image is asked for once in a JVM.
     *
     * @param image the name of the image
     * @return what is missing: Docker, its daemon, or the image; empty if nothing is
     */
    public static Optional<String> lacks(String image) {
        return ASKED.computeIfAbsent(image, Docker::ask);
    }

    private static Optional<String> ask(String image) {
        if (!Command.isOnPath("docker")) {
            return Optional.of("no docker on the PATH");
        }
        Command inspected = run(List.of("timeout", "10", "docker", "image", "inspect", image));
        if (inspected.exitCode() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                inspected.output().contains(ABSENT)
                        ? "Docker has no image " + image
                        : "no Docker daemon answers: " + inspected.output());
    }

    /** What a command writes; it must succeed. */
    static String run(String... arguments) {
        return command(arguments).succeeded();
    }

    private static Command command(String... arguments) {
        return run(Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList());
    }

    private static Command run(List<String> command) {
        try {
            return Command.run(Map.of(), command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
