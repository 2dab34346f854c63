package io.github.vramguard.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A JVM of the same JDK with other flags, which runs a main class of the test class path.
 *
 * @param main the class with the {@code main} method
 * @param flags options of the JVM
 * @param environment variables added to those of this process
 */
public record ForkedJvm(Class<?> main, List<String> flags, Map<String, String> environment) {

    private static final long TIMEOUT_SECONDS = 60;
    private static final Predicate<String> REFUSAL = Pattern.compile(
                    "Could not create the Java Virtual Machine|Error occurred during initialization of VM")
            .asPredicate();

    public static ForkedJvm of(Class<?> main, String... flags) {
        return new ForkedJvm(main, List.of(flags), Map.of());
    }

    public ForkedJvm with(String variable, String value) {
        return new ForkedJvm(main, flags, Map.of(variable, value));
    }

    /** Runs it and returns the lines it printed. Skips the test if this JDK does not know the flags. */
    public List<String> run() {
        try {
            Path printed = Files.createTempFile("forked", ".out");
            try {
                return run(printed);
            } finally {
                Files.delete(printed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it and returns its exit status, whatever it printed. */
    public int exitStatus() {
        try {
            return exitOf(process(Path.of("/dev/null")).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> run(Path printed) throws IOException {
        int exit = exitOf(process(printed).start());
        List<String> lines = Files.readAllLines(printed);
        if (lines.stream().anyMatch(REFUSAL)) {
            abort("JDK " + Runtime.version() + " has no " + flags);
        }
        assertThat(exit).as("exit status of %s, which printed %s", this, lines).isZero();
        return lines;
    }

    private ProcessBuilder process(Path printed) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    private static int exitOf(Process process) {
        try {
            assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                    .as("ended within %d s", TIMEOUT_SECONDS)
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
