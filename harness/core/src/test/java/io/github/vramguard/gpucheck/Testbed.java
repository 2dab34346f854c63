package io.github.vramguard.gpucheck;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.source.Surroundings;
import io.github.vramguard.source.gpu.Gpu;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The machine that was measured on.
 *
 * @param facts each with its name
 */
record Testbed(Map<String, String> facts) {

    static Testbed of(List<Gpu> gpus) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        facts.put("GPU", gpus.stream().map(Testbed::product).collect(Collectors.joining("; ")));
        facts.put("driver", driver());
        facts.putAll(Surroundings.ofThisProcess().machine());
        facts.putAll(Surroundings.ofThisProcess().runtime());
        return new Testbed(facts);
    }

    private static String product(Gpu gpu) {
        return gpu.name()
                + (gpu.capacity().isPresent()
                        ? ", " + new ByteSize(gpu.capacity().getAsLong())
                        : "");
    }

    private static String driver() {
        try {
            return Files.readAllLines(Path.of("/proc/driver/nvidia/version")).get(0);
        } catch (IOException e) {
            return "not told by /proc/driver/nvidia/version";
        }
    }
}
