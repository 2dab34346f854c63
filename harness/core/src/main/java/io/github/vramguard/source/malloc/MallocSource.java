package io.github.vramguard.source.malloc;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.AllocatedBytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.jvm.DirectBuffers;
import io.github.vramguard.source.jvm.NativeMemoryTracking;
import io.github.vramguard.source.linux.AvailableMemory;
import io.github.vramguard.source.linux.NativeCalls;
import io.github.vramguard.source.spi.MemorySource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Memory from {@code malloc} that was not freed, minus that of the JVM itself and of direct buffers. Memory that was never
 * written to is a pool of its own. Other allocators that keep a count are included; the reading names them, and those that do not.
 *
 * <p>The two sides are not read at one instant: what a compiler takes in between is missing in the JVM's, what it frees in
 * between is missing in the allocator's, and both come to megabytes. So the median of several readings is taken; the
 * least was too low in 3 to 10 of 100 levels.
 */
public final class MallocSource implements MemorySource {

    private static final int READINGS = 5;
    private static final Path SELF = Path.of("/proc/self");

    private final OtherAllocators others = new OtherAllocators();
    private final Optional<Glibc> glibc;
    private final String obstacle;
    private final boolean tracked = NativeMemoryTracking.read().isPresent();

    public MallocSource() {
        this(Glibc::bind);
    }

    MallocSource(Supplier<Glibc> binding) {
        Optional<Glibc> bound = Optional.empty();
        String reason = "";
        try {
            bound = Optional.of(binding.get());
        } catch (LinkageError e) {
            reason = NativeCalls.obstacle()
                    .map(Gap::detail)
                    .orElse(e.getMessage() + "; native memory is read from mallinfo2 of glibc 2.33 or newer");
        }
        glibc = bound;
        obstacle = reason;
    }

    @Override
    public String name() {
        return "malloc";
    }

    @Override
    public Map<Pool, Origin> origins(MemoryTarget target) {
        if (!(target instanceof MemoryTarget.ThisJvm)) {
            return Map.of();
        }
        String source = glibc.isPresent() ? "mallinfo2" : "statistics of the allocator";
        Origin origin = tracked ? Origin.exact(source + " less NMT") : Origin.mixed(source);
        OptionalLong held = inUse(0).amount();
        OptionalLong available = AvailableMemory.ofThisMachine().bytes();
        return Map.of(
                Pool.NATIVE,
                held.isPresent() && available.isPresent()
                        ? origin.endingAt(held.getAsLong() + available.getAsLong())
                        : origin,
                Pool.UNTOUCHED,
                Origin.exact("/proc"));
    }

    @Override
    public Map<Pool, Reading> read(MemoryTarget target) {
        Reading unwritten = untouched();
        return Map.of(Pool.NATIVE, inUse(unwritten.amount().orElse(0)), Pool.UNTOUCHED, unwritten);
    }

    private Reading untouched() {
        try {
            return glibc.isPresent()
                    ? Reading.of(
                            Pool.UNTOUCHED,
                            new UntouchedBlocks(SELF, glibc.get().pageSize()).bytes())
                    : new Gap(Reason.NOT_SUPPORTED, obstacle);
        } catch (IOException e) {
            return new Gap(Reason.NO_PERMISSION, "this process may not read its own page map: " + e);
        }
    }

    private Reading inUse(long untouched) {
        OtherAllocators.Count beside = others.read();
        try {
            return glibc.isPresent() || !beside.counted().isEmpty()
                    ? inUse(median() + beside.bytes() - untouched, beside)
                    : new Gap(Reason.NOT_SUPPORTED, obstacle);
        } catch (NoSuchElementException e) {
            return new Gap(Reason.UNPARSABLE, "native memory tracking gave summaries at first and gives none now");
        }
    }

    private static Reading inUse(long bytes, OtherAllocators.Count beside) {
        return beside.counted().isEmpty() && beside.hidden().isEmpty()
                ? Reading.of(Pool.NATIVE, bytes)
                : new AllocatedBytes(bytes, beside.counted(), beside.hidden());
    }

    /** Where another allocator is used in place of glibc's, malloc itself has handed out nothing. */
    private long median() {
        return LongStream.generate(this::inUseByOthers)
                .limit(READINGS)
                .sorted()
                .skip(READINGS / 2)
                .findFirst()
                .orElseThrow();
    }

    private long inUseByOthers() {
        long ownOfJvm = allocatedByJvm() + DirectBuffers.used().orElse(0);
        return glibc.map(Glibc::inUse).orElse(0L) - ownOfJvm;
    }

    private long allocatedByJvm() {
        if (!tracked) {
            return 0;
        }
        NativeMemoryTracking tracked = NativeMemoryTracking.read().orElseThrow();
        return tracked.malloc() - tracked.other();
    }

    @Override
    public Map<Pool, Gap> reclaim(MemoryTarget target) {
        glibc.ifPresent(Glibc::holdMappingThreshold);
        glibc.ifPresent(Glibc::trim);
        others.purge();
        return Map.of();
    }

    @Override
    public List<String> weaknesses(MemoryTarget target) {
        return tracked || inUse(0) instanceof Gap
                ? List.of()
                : List.of("native memory includes the JVM's own, and leaks below 512 KiB per cycle are not detected;"
                        + " -XX:NativeMemoryTracking=summary subtracts it");
    }
}
