package io.github.vramguard.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.source.spi.MemorySource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LookoutTests {

    private final AtomicInteger looks = new AtomicInteger();
    private final Meter meter = Meter.of(new MemoryTarget.ThisJvm(1), new Looks(), Settling.DEFAULT);

    private final class Looks implements MemorySource {

        @Override
        public String name() {
            return "looks";
        }

        @Override
        public Map<Pool, Origin> origins(MemoryTarget target) {
            return Map.of();
        }

        @Override
        public Map<Pool, Reading> read(MemoryTarget target) {
            return Map.of();
        }

        @Override
        public void look(MemoryTarget target) {
            looks.incrementAndGet();
        }
    }

    private static boolean isRunning() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("vramguard-lookout"));
    }

    @Test
    void itLooksAgainAndAgainUntilItIsClosed() {
        Lookout lookout = Lookout.over(meter);
        await().until(() -> looks.get() >= 2);
        assertThat(isRunning()).isTrue();
        lookout.close();
        assertThat(isRunning()).isFalse();
    }

    @Test
    void aCycleIsLookedAtWhileItRuns() {
        new Cycles(meter, 1, trace -> false).run(cycle -> await().until(() -> looks.get() >= 1));
        assertThat(isRunning()).isFalse();
    }

    @Test
    void aCycleThatFailsLeavesNoThread() {
        assertThat(catchThrowable(() -> new Cycles(meter, 1, trace -> false).<RuntimeException>run(cycle -> {
                    throw new IllegalStateException("use");
                })))
                .hasMessage("use");
        assertThat(isRunning()).isFalse();
    }
}
