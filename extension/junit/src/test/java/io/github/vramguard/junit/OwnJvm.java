package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, with the class path of the tests. */
final class OwnJvm {

    private static final long TIMEOUT_SECONDS = 300;

    private OwnJvm() {}

    /** Runs a main class to its end, which must be a good one, and returns what it printed. */
    static String run(Path directory, List<String> flags, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        Path printed = directory.resolve("printed");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                    .as("ended within %d s", TIMEOUT_SECONDS)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        String all = Files.readString(printed);
        assertThat(process.exitValue()).as(all).isZero();
        return all;
    }
}
