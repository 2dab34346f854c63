package io.github.vramguard.source.gpu;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.spi.MemorySource;
import java.util.Map;

/** Says that there is no GPU, where no driver has a better reason why there is no reading. */
public final class GpuAbsence implements MemorySource {

    private static final Pool POOL = Pool.gpu(0);

    private final String vendors;

    /**
     * The absence of GPUs.
     *
     * @param vendors whose GPUs can be read, for instance {@code NVIDIA, AMD or Intel}
     */
    public GpuAbsence(String vendors) {
        this.vendors = vendors;
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
        return Map.of(POOL, new Gap(Reason.NOT_PRESENT, "no " + vendors + " GPU driver found"));
    }
}
