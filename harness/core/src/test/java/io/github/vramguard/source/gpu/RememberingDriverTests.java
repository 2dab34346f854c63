package io.github.vramguard.source.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberingDriverTests {

    private static final Gap BLIND = new Gap(Reason.PID_NOT_VISIBLE, "not looked for");

    private final AtomicLong clock = new AtomicLong();

    /** Books as many bytes as it was asked times. */
    private static final class CountingDriver implements GpuDriver {

        private final boolean tellsAll;
        private int asked;

        CountingDriver(boolean tellsAll) {
            this.tellsAll = tellsAll;
        }

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public String title() {
            return "Counting";
        }

        @Override
        public List<Gpu> gpus() {
            return List.of();
        }

        @Override
        public Map<String, Allocations> allocations(Set<Long> pids) {
            Map<Long, Reading> entries = Map.of(1L, new Bytes(++asked));
            return Map.of(
                    "GPU-1",
                    Allocations.of(
                            tellsAll
                                    ? ProcessAccounting.complete(entries)
                                    : ProcessAccounting.partial(entries, BLIND)));
        }

        @Override
        public Map<String, Reading> used() {
            return Map.of();
        }
    }

    private Reading ask(GpuDriver driver) {
        return driver.allocations(Set.of(1L)).get("GPU-1").device().of(Set.of(1L));
    }

    private GpuDriver remembering(boolean tellsAll) {
        return new RememberingDriver(new CountingDriver(tellsAll), Duration.ofNanos(100), clock::get);
    }

    @Test
    void whatTellsOfAllProcessesIsAskedForOnceInAWhile() {
        GpuDriver driver = remembering(true);
        assertThat(ask(driver)).isEqualTo(new Bytes(1));
        clock.set(100);
        assertThat(ask(driver)).isEqualTo(new Bytes(1));
        clock.set(101);
        assertThat(ask(driver)).isEqualTo(new Bytes(2));
    }

    @Test
    void whatTellsOfSomeProcessesIsAskedForEachTime() {
        GpuDriver driver = remembering(false);
        assertThat(ask(driver)).isEqualTo(new Bytes(1));
        assertThat(ask(driver)).isEqualTo(new Bytes(2));
    }
}
