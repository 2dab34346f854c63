package io.github.vramguard.source.jvm;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.AllocatedBytes;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Netty hands out buffers from chunks of some MiB, which it keeps. Its own count of the buffers in use takes the place of the
 * chunks. It is asked once its classes are loaded; they are never loaded for it.
 */
final class NettyPool {

    private static final String POOLED = "io.netty.buffer.PooledByteBufAllocator";
    private static final String ADAPTIVE = "the chunks of Netty's adaptive allocator";
    private static final String ADAPTIVE_CHUNK = "io.netty.buffer.AdaptivePoolingAllocator$Chunk";

    /** Netty's ways to free chunks that the JVM counts among its direct buffers. */
    private static final Set<String> COUNTED_BY_JVM = Set.of("CleanerJava6", "CleanerJava9");

    private Optional<Object> pool = Optional.empty();
    private final Set<String> hidden = new HashSet<>();

    /** Looks for what has been loaded since the last time. */
    void look() {
        if (pool.isEmpty()) {
            pool = JvmClasses.find(POOLED).flatMap(NettyPool::defaultOf);
            if (pool.isPresent() && LiveObjects.of(POOLED) > 1) {
                hidden.add("other pools of Netty than its default");
            }
        }
        if (!hidden.contains(ADAPTIVE) && JvmClasses.haveOne(ADAPTIVE_CHUNK)) {
            hidden.add(ADAPTIVE);
        }
    }

    /** The direct buffers that this JVM counts, with Netty's buffers in place of its chunks. */
    Reading in(Reading direct) {
        OptionalLong more = pool.stream()
                .flatMapToLong(known -> beyondChunks(known).stream())
                .findFirst();
        if (direct.amount().isEmpty() || (more.isEmpty() && hidden.isEmpty())) {
            return direct;
        }
        return new AllocatedBytes(
                direct.amount().getAsLong() + more.orElse(0),
                more.isEmpty()
                        ? Set.of()
                        : Set.of("the buffers of Netty's pool that are in use, without its free chunks"),
                hidden);
    }

    private static Optional<Object> defaultOf(Class<?> pooled) {
        try {
            return Optional.ofNullable(pooled.getField("DEFAULT").get(null));
        } catch (ReflectiveOperationException | RuntimeException anotherNetty) {
            return Optional.empty();
        }
    }

    /** What the buffers in use take beyond the part of the chunks that the JVM counts; empty if this Netty keeps no count. */
    private static OptionalLong beyondChunks(Object pool) {
        try {
            long inUse = number(pool, "pinnedDirectMemory");
            Object metric = pool.getClass().getMethod("metric").invoke(pool);
            return OptionalLong.of(inUse - (areCountedByJvm(pool) ? number(metric, "usedDirectMemory") : 0));
        } catch (ReflectiveOperationException | RuntimeException anotherNetty) {
            return OptionalLong.empty();
        }
    }

    private static long number(Object asked, String method) throws ReflectiveOperationException {
        return (Long) asked.getClass().getMethod(method).invoke(asked);
    }

    /** If that is unknown, chunks are left in the number: too high by the free ones, it hides no buffer. */
    private static boolean areCountedByJvm(Object pool) {
        try {
            Class<?> platform = Class.forName(
                    "io.netty.util.internal.PlatformDependent",
                    false,
                    pool.getClass().getClassLoader());
            Field cleaner = platform.getDeclaredField("CLEANER");
            cleaner.setAccessible(true);
            return !(Boolean) platform.getMethod("useDirectBufferNoCleaner").invoke(null)
                    && COUNTED_BY_JVM.contains(cleaner.get(null).getClass().getSimpleName());
        } catch (ReflectiveOperationException | RuntimeException anotherNetty) {
            return false;
        }
    }
}
