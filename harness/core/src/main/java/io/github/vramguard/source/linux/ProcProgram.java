package io.github.vramguard.source.linux;

import io.github.vramguard.memory.CommandLine;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Program;
import io.github.vramguard.memory.Secrets;
import io.github.vramguard.source.spi.KnownServers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a model server was started, from {@code /proc/PID/cmdline} and {@code environ}. Secrets are left out. */
final class ProcProgram {

    private ProcProgram() {}

    static Optional<Program> of(Path proc, OneProcess process, KnownServers known) {
        return known.variables(process).map(variables -> {
            Path directory = proc.resolve(Long.toString(process.pid()));
            CommandLine line = new CommandLine(
                    Secrets.withoutValues(strings(directory.resolve("cmdline"))),
                    environment(directory.resolve("environ"), variables));
            return new Program(process, line, known.traits(process, line));
        });
    }

    private static Map<String, String> environment(Path file, Set<String> variables) {
        Map<String, String> environment = new HashMap<>();
        strings(file).stream()
                .map(line -> line.split("=", 2))
                .filter(entry -> entry.length == 2 && variables.contains(entry[0]))
                .forEach(entry -> environment.put(entry[0], Secrets.withoutQuery(entry[1])));
        return environment;
    }

    /** Both files are strings with a zero after each. */
    private static List<String> strings(Path file) {
        try {
            String all = ProcFile.read(file);
            return all.isEmpty() ? List.of() : List.of(all.split("\0"));
        } catch (IOException goneOrNotAllowed) {
            return List.of();
        }
    }
}
