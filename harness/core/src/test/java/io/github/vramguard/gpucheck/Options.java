package io.github.vramguard.gpucheck;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The command line.
 *
 * @param arguments as they were given
 * @param values each option with its value
 * @param isInNamespace whether only the part in another PID namespace is to be done
 */
record Options(List<String> arguments, Map<String, String> values, boolean isInNamespace) {

    private static final Set<String> KNOWN = Set.of("--allocator", "--out", "--jar", "--patience");

    static Options of(String... arguments) {
        List<String> rest = new ArrayList<>(List.of(arguments));
        boolean isInNamespace = rest.remove(NamespaceClaim.INSIDE);
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < rest.size(); i += 2) {
            if (!KNOWN.contains(rest.get(i)) || i + 1 == rest.size()) {
                throw new IllegalArgumentException(rest.get(i) + " is unknown, or lacks its value; there are " + KNOWN);
            }
            values.put(rest.get(i), rest.get(i + 1));
        }
        if (!values.containsKey("--allocator")) {
            throw new IllegalArgumentException("give the program that takes memory: --allocator COMMAND");
        }
        return new Options(List.of(arguments), values, isInNamespace);
    }

    List<String> allocator() {
        return List.of(values.getOrDefault("--allocator", "").split(" "));
    }

    Path out() {
        return Path.of(values.getOrDefault("--out", "gpu-results.md"));
    }

    /** The jar with the commands {@code doctor} and {@code watch}. */
    Optional<String> jar() {
        return Optional.ofNullable(values.get("--jar"));
    }

    /** How long to wait for anything; 30 s by default. */
    Duration patience() {
        return Duration.ofSeconds(Long.parseLong(values.getOrDefault("--patience", "30")));
    }

    /** The command line that runs this program again, with one more argument. */
    List<String> again(String argument) {
        List<String> command =
                new ArrayList<>(Jvm.command("-cp", System.getProperty("java.class.path"), GpuCheck.class.getName()));
        command.addAll(arguments);
        command.add(argument);
        return command;
    }
}
