package io.github.vramguard.source.jvm;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.rule.Sensitivity;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/** What a cycle of a {@link CyclingJvm} does to the pools of its JVM. */
enum RoundTrip {
    /** Makes garbage, starts a thread that ends, and caches objects, a buffer and classes where the JVM may drop them. */
    RETURNS {
        @Override
        void run() throws IOException {
            for (int i = 0; i < 50; i++) {
                Objects.requireNonNull(new byte[1 << 20]);
            }
            HELD.add(new SoftReference<>(
                    List.of(new byte[1 << 20], buffer(), Twin.load(), Twin.load(), Twin.load(), Twin.load())));
            startThreadUntil(new CountDownLatch(0));
        }
    },
    /** Does the same, and keeps half as much again of each pool as a passed verdict excludes per cycle. */
    LEAKS {
        @Override
        void run() throws IOException {
            RETURNS.run();
            HELD.add(new byte[justAboveTheClaimFor(Pool.HEAP)]);
            HELD.add(buffer());
            HELD.add(twins(justAboveTheClaimFor(Pool.METASPACE)));
            startThreadUntil(NEVER);
        }
    };

    private static final List<Object> HELD = new ArrayList<>();
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    abstract void run() throws IOException;

    private static int justAboveTheClaimFor(Pool pool) {
        return (int) (1.5 * Sensitivity.of(pool, Quality.EXACT).tolerance());
    }

    private static ByteBuffer buffer() {
        return ByteBuffer.allocateDirect(justAboveTheClaimFor(Pool.DIRECT));
    }

    /** Each in a loader of its own. */
    private static List<Class<?>> twins(long metaspace) throws IOException {
        List<Class<?>> twins = new ArrayList<>();
        long end = metaspace() + metaspace;
        while (metaspace() < end) {
            twins.add(Twin.load());
        }
        return twins;
    }

    private static long metaspace() {
        return Objects.requireNonNull(
                        new ManagementBeansSource().read(Targets.thisJvm()).get(Pool.METASPACE))
                .amount()
                .orElseThrow();
    }

    private static void startThreadUntil(CountDownLatch end) {
        Thread thread = new Thread(() -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
