package io.github.vramguard.source;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Says why there is no reading of GPU memory: there is no GPU, or there is one that cannot be read. */
final class GpuAbsence implements MemorySource {

    private static final Pool POOL = Pool.gpu(0);

    private final Path devices;

    GpuAbsence() {
        this(Path.of("/dev"));
    }

    GpuAbsence(Path devices) {
        this.devices = devices;
    }

    @Override
    public String name() {
        return "gpu";
    }

    @Override
    public Map<Pool, Origin> origins(MemoryTarget target) {
        return Map.of(POOL, Origin.exact("GPU driver"));
    }

    @Override
    public Map<Pool, Reading> read(MemoryTarget target) {
        return Map.of(
                POOL,
                device().map(node -> new Gap(
                                Reason.NOT_SUPPORTED,
                                node + " is there, but this version does not read GPU memory yet"))
                        .orElseGet(() -> new Gap(Reason.NOT_PRESENT, "no NVIDIA, AMD or Intel GPU driver found")));
    }

    private Optional<Path> device() {
        return Stream.concat(Stream.of("nvidiactl", "kfd", "dxg").map(devices::resolve), renderNodes())
                .filter(Files::exists)
                .findFirst();
    }

    private Stream<Path> renderNodes() {
        File[] nodes = devices.resolve("dri").toFile().listFiles((dir, name) -> name.startsWith("render"));
        return nodes == null
                ? Stream.empty()
                : Stream.of(nodes).map(File::toPath).sorted();
    }
}
