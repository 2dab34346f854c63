package io.github.vramguard.source.nvidia;

import io.github.vramguard.source.gpu.ProcessAccounting;
import io.github.vramguard.source.gpu.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks NVML once, and prints what all processes hold on each GPU, or why it does not say. For a JVM of its own. */
final class NvmlProcess {

    private NvmlProcess() {}

    public static void main(String... arguments) {
        Path root = Path.of(System.getProperty("machine"));
        Machine machine = new Machine(
                root.resolve("proc"), root.resolve("dev"), root.resolve("wsl"), List.of("libnvidia-ml.so.1"));
        Nvml nvml = new Nvml(machine);
        try {
            nvml.gpus();
            nvml.allocations(Set.of())
                    .forEach((gpu, allocations) -> System.out.println(gpu + " " + entries(allocations.device())));
        } catch (Refusal e) {
            System.out.println(e.gap().reason());
        }
    }

    private static Map<Long, ?> entries(ProcessAccounting ledger) {
        return ledger.entries();
    }
}
