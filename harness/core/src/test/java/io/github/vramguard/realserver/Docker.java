package io.github.vramguard.realserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command line of Docker. */
final class Docker {

    private Docker() {}

    static boolean hasImage(String image) {
        return Command.isOnPath("docker") && command("image", "inspect", image).exitCode() == 0;
    }

    /** What a command writes; it must succeed. */
    static String run(String... arguments) {
        return command(arguments).succeeded();
    }

    private static Command command(String... arguments) {
        List<String> command =
                Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList();
        try {
            return Command.run(Map.of(), command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
