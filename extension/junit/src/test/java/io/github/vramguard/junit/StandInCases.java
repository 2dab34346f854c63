package io.github.vramguard.junit;

import io.github.vramguard.measure.Cycles;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.standin.Allocation;
import io.github.vramguard.standin.Allocator;
import io.github.vramguard.standin.StandIn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests as a user writes them, on stand-in GPUs. They run in a JVM of their own. */
class StandInCases {

    static final Gpus GPUS = new Gpus();

    private static final long MIB = 1 << 20;

    /** The driver of this JVM, and what its test cases forgot to give back. */
    static final class Gpus {

        private @Nullable StandIn driver;
        private final List<AutoCloseable> forgotten = new ArrayList<>();

        void start(Path directory) {
            driver = StandIn.start(directory);
            String settings = System.getProperty("standin", "");
            for (String setting : settings.isEmpty() ? new String[0] : settings.split(",", -1)) {
                String[] parts = setting.split("=", 2);
                driver.set(parts[0], parts[1]);
            }
        }

        StandIn driver() {
            return Objects.requireNonNull(driver);
        }

        Allocation take(long mebibytes) {
            return driver().allocate(0, ProcessHandle.current().pid(), mebibytes * MIB);
        }

        /** From now on, until what was forgotten is given back. */
        void fail(String function, int code) {
            driver().set("rc." + function, code);
            forget(() -> driver().unset("rc." + function));
        }

        void forget(AutoCloseable held) {
            forgotten.add(held);
        }

        /** What a test case forgot would be in the way of the next. */
        void giveBack() {
            try {
                for (AutoCloseable held : forgotten) {
                    held.close();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            forgotten.clear();
        }
    }

    @LeakTest
    void givesEverythingBack() {
        GPUS.take(512).close();
    }

    @LeakTest
    void keepsSixteenMebibytes() {
        GPUS.take(512).close();
        GPUS.forget(GPUS.take(16));
    }

    @LeakTest
    void endsTheServerOfEachModel() {
        try (Allocator server = GPUS.driver().allocator(0)) {
            server.alloc(64 * MIB);
        }
    }

    @LeakTest
    void killsTheServerOfEachModel(Meter meter) {
        try (Allocator server = GPUS.driver().allocator(0)) {
            server.alloc(64 * MIB);
            meter.now();
            server.kill();
        }
    }

    @LeakTest
    void leavesTheServerOfEachModelRunning() {
        Allocator server = GPUS.driver().allocator(0).alloc(64 * MIB);
        GPUS.forget(server);
    }

    @Test
    @VramBudget("1 GiB")
    void staysWithinItsBudget() {
        GPUS.take(512).close();
    }

    @Test
    @VramBudget("1 GiB")
    void exceedsItsBudgetForAMoment() {
        GPUS.take(1536).close();
    }

    @Test
    @VramBudget("1 GiB")
    void exceedsItsBudget() {
        GPUS.forget(GPUS.take(1536));
    }

    @Test
    @VramBudget("1 GiB")
    void exceedsItsBudgetWhileTheGpuIsLost() {
        GPUS.fail("nvmlDeviceGetMemoryInfo_v2", 15);
        GPUS.forget(GPUS.take(3072));
    }

    @Test
    @VramBudget("1 GiB")
    void exceedsItsBudgetTogetherWithItsServer() {
        GPUS.forget(GPUS.take(768));
        GPUS.forget(GPUS.driver().allocator(0).alloc(768 * MIB));
    }

    @Test
    @VramBudget("1 GiB")
    void staysWithinItsBudgetBesideAnotherProcess() {
        GPUS.forget(GPUS.take(512));
        GPUS.forget(takeAsAnother(4096));
    }

    @Test
    @ExtendWith(MemoryParameters.class)
    void givesEverythingBackWhileAnotherProcessComesAndGoes(Cycles cycles) {
        cycles.run(cycle -> {
            GPUS.take(512).close();
            if (cycle.number() % 2 == 0) {
                GPUS.forget(takeAsAnother(100));
            }
        });
    }

    @Test
    @NoLeak
    void isJoinedByAnotherProcess() {
        GPUS.forget(takeAsAnother(100));
    }

    @Test
    @RequiresGpu
    void requiresAGpu() {}

    /** The process that forked this JVM works on the GPU as well. */
    private static Allocation takeAsAnother(long mebibytes) {
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        return GPUS.driver().allocate(0, parent, mebibytes * MIB);
    }
}
