package io.github.vramguard.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.PeaksFixture;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Trace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SamplerTests {

    private final ScriptedSource source = new ScriptedSource();

    private Sampler sampler(Duration interval) {
        return Sampler.start(Meter.of(new MemoryTarget.ThisJvm(1), source, Settling.DEFAULT), interval, trace -> {});
    }

    @Test
    void keepsTheHighestReading() {
        source.reading(Pool.gpu(0), 1L, 7L, 3L);
        try (Sampler sampler = sampler(Duration.ofMillis(1))) {
            await().until(() -> sampler.peaks().samples() > 3);

            assertThat(sampler.peaks().pools()).containsEntry(Pool.gpu(0), PeaksFixture.sampled(new Reading.Bytes(7)));
        }
    }

    @Test
    void readsOnceAtItsStartAndOnceAtItsEnd() {
        source.reading(Pool.gpu(0), 1L, 7L);
        Sampler sampler = sampler(Duration.ofHours(1));

        sampler.close();
        sampler.close();

        assertThat(sampler.peaks().pools()).containsEntry(Pool.gpu(0), PeaksFixture.sampled(new Reading.Bytes(7)));
        assertThat(sampler.peaks().samples()).isEqualTo(2);
    }

    @Test
    void tellsHowTheMemoryWentWithTheHighestReadingOfEachPart() {
        source.reading(Pool.gpu(0), 1L, 7L, 3L);
        Sampler sampler = sampler(Duration.ofHours(1));
        sampler.close();

        assertThat(sampler.trace().snapshots())
                .extracting(snapshot -> snapshot.of(Pool.gpu(0)))
                .containsExactly(new Reading.Bytes(1), new Reading.Bytes(7));
        assertThat(sampler.trace().levels()).isEmpty();
        assertThat(sampler.trace().origins()).containsKey(Pool.gpu(0));
    }

    @Test
    void tellsAtOnceWhatWasSeenFirst() {
        source.reading(Pool.gpu(0), 5L);
        List<Trace> told = new CopyOnWriteArrayList<>();

        Sampler.start(Meter.of(new MemoryTarget.ThisJvm(1), source, Settling.DEFAULT), Duration.ofHours(1), told::add)
                .close();

        assertThat(told).first().satisfies(trace -> assertThat(trace.peak(Pool.gpu(0)))
                .hasValue(5));
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
