package io.github.vramguard.source.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimedDriverTests {

    private static final Gpu GPU = new Gpu("GPU-1", "Card", OptionalLong.empty());
    private static final Duration DEADLINE = Duration.ofSeconds(1);

    private final CountDownLatch release = new CountDownLatch(1);
    private final HangingDriver hanging = new HangingDriver(release);
    private final GpuDriver timed = TimedDriver.within(DEADLINE, hanging);

    /** Answers at once until it is told to hang. */
    private static final class HangingDriver implements GpuDriver {

        private final CountDownLatch release;
        private volatile boolean hangs;
        private volatile @Nullable Error broken;
        private volatile int calls;

        HangingDriver(CountDownLatch release) {
            this.release = release;
        }

        private void answer() {
            calls++;
            if (broken != null) {
                throw broken;
            }
            if (hangs) {
                try {
                    assertThat(release.await(60, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public String name() {
            return "hanging";
        }

        @Override
        public String title() {
            return "Hanging";
        }

        @Override
        public List<Gpu> gpus() {
            answer();
            return List.of(GPU);
        }

        @Override
        public Map<String, Allocations> allocations(Set<Long> pids) {
            answer();
            return Map.of(GPU.id(), Allocations.of(ProcessAccounting.complete(Map.of(1L, new Bytes(5)))));
        }

        @Override
        public Map<String, Reading> used() {
            answer();
            return Map.of(GPU.id(), new Bytes(7));
        }
    }

    @AfterEach
    void letItGo() {
        release.countDown();
    }

    @Test
    void anAnswerInTimeIsPassedOn() throws Refusal {
        assertThat(timed.gpus()).containsExactly(GPU);
        assertThat(timed.used()).containsEntry("GPU-1", new Bytes(7));
        assertThat(timed.allocations(Set.of(1L)).get("GPU-1").device().of(Set.of(1L)))
                .isEqualTo(new Bytes(5));
    }

    @Test
    void aCallThatHangsIsAGapForEachGpu() throws Refusal {
        timed.gpus();
        hanging.hangs = true;
        assertThat(timed.used()).hasSize(1).hasEntrySatisfying("GPU-1", TimedDriverTests::isTimedOut);
        assertThat(timed.allocations(Set.of()))
                .hasEntrySatisfying(
                        "GPU-1", booked -> isTimedOut(booked.device().of(Set.of(1L))));
    }

    private static void isTimedOut(Reading reading) {
        assertThat(reading).isInstanceOfSatisfying(Gap.class, gap -> {
            assertThat(gap.reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(gap.detail()).startsWith("Hanging did not answer within 1.0 s");
        });
    }

    @Test
    void whileACallHangsNoOtherIsMadeAndAfterwardsItGoesOn() throws Refusal {
        timed.gpus();
        hanging.hangs = true;
        timed.used();
        int calls = hanging.calls;
        timed.used();
        assertThat(hanging.calls).isEqualTo(calls);
        hanging.hangs = false;
        release.countDown();
        Awaitility.await().until(() -> timed.used().get("GPU-1").equals(new Bytes(7)));
    }

    @Test
    void aDriverThatHangsAtTheStartRefuses() {
        hanging.hangs = true;
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(timed::gpus)
                .satisfies(refusal -> assertThat(refusal.gap().reason()).isEqualTo(Reason.TIMED_OUT));
    }

    @Test
    void anErrorIsAGapForEachGpu() throws Refusal {
        timed.gpus();
        hanging.broken = new NoClassDefFoundError("com/sun/jna/Native");
        assertThat(timed.used().get("GPU-1")).isInstanceOfSatisfying(Gap.class, gap -> assertThat(gap.detail())
                .contains("com/sun/jna/Native"));
        assertThat(timed.allocations(Set.of()).get("GPU-1").device().of(Set.of(1L)))
                .isInstanceOf(Gap.class);
        hanging.broken = null;
        assertThat(timed.used()).containsEntry("GPU-1", new Bytes(7));
    }

    @Test
    void anErrorAtTheStartIsARefusal() {
        hanging.broken = new StackOverflowError();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(timed::gpus)
                .withMessageContaining("Hanging cannot be asked: java.lang.StackOverflowError");
    }
}
