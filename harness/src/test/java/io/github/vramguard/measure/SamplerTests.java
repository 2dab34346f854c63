package io.github.vramguard.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Peak;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SamplerTests {

    private final ScriptedSource source = new ScriptedSource();

    private Sampler sampler(Duration interval) {
        return Sampler.start(Meter.of(new MemoryTarget.ThisJvm(1), source, Settling.DEFAULT), interval);
    }

    @Test
    void keepsTheHighestReading() {
        source.reading(Pool.gpu(0), 1L, 7L, 3L);
        try (Sampler sampler = sampler(Duration.ofMillis(1))) {
            await().until(() -> sampler.peaks().samples() > 3);

            assertThat(sampler.peaks().pools()).containsEntry(Pool.gpu(0), Peak.sampled(new Reading.Bytes(7)));
        }
    }

    @Test
    void readsOnceAtItsStartAndOnceAtItsEnd() {
        source.reading(Pool.gpu(0), 1L, 7L);
        Sampler sampler = sampler(Duration.ofHours(1));

        sampler.close();
        sampler.close();

        assertThat(sampler.peaks().pools()).containsEntry(Pool.gpu(0), Peak.sampled(new Reading.Bytes(7)));
        assertThat(sampler.peaks().samples()).isEqualTo(2);
    }

    @Test
    void leavesNoThreadBehind() {
        source.reading(Pool.gpu(0), 1L);
        sampler(Duration.ofMillis(1)).close();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("vramguard-sampler");
    }
}
