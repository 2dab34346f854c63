package io.github.vramguard.source.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
@Tag("alone")
class ProcTaskSourceTests {

    private static final MemoryTarget SELF = Targets.thisJvm();

    private final ProcTaskSource source = new ProcTaskSource(Processes.ofThisMachine());

    private long count(Pool pool) {
        return source.read(SELF).get(pool).amount().orElseThrow();
    }

    @Test
    void aThreadIsCountedUntilItEnds() {
        long before = count(Pool.THREADS);
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(() -> awaitQuietly(end), "worker");
        thread.start();
        await().pollInSameThread().until(() -> count(Pool.THREADS) == before + 1);
        end.countDown();
        await().pollInSameThread().until(() -> count(Pool.THREADS) == before);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theThreadsOfTheJvmItselfAreNotCounted() {
        File all = new File("/proc/self/task");
        assertThat(count(Pool.THREADS)).isPositive().isLessThan(all.list().length - 5);
    }

    /** The JVM opens the jars of the class path when it first needs a class of them. */
    @BeforeEach
    void openWhatTheTestsAreReadFrom() throws IOException {
        try (InputStream open = Files.newInputStream(Path.of("/dev/zero"))) {
            assertThat(open.read()).isZero();
            assertThat(count(Pool.FILES)).isPositive();
        }
    }

    @Test
    void aFileIsCountedUntilItIsClosed() throws IOException {
        long before = count(Pool.FILES);
        try (InputStream open = Files.newInputStream(Path.of("/dev/zero"))) {
            assertThat(open.read()).isZero();
            assertThat(count(Pool.FILES)).isEqualTo(before + 1);
        }
        assertThat(count(Pool.FILES)).isEqualTo(before);
    }

    @Test
    void readingLeavesNoFileOpen() {
        long before = count(Pool.FILES);
        for (int i = 0; i < 50; i++) {
            source.read(SELF);
        }
        assertThat(count(Pool.FILES)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads", "files"})
    void aSystemWithoutProcIsAGap(String pool, @TempDir Path empty) {
        assertThat(new ProcTaskSource(new Processes(empty)).read(SELF).get(Pool.named(pool)))
                .isInstanceOfSatisfying(
                        Reading.Gap.class, gap -> assertThat(gap.reason()).isEqualTo(Reading.Reason.NOT_SUPPORTED));
    }
}
