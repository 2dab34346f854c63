package io.github.vramguard.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.TokenCache;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.memory.TraceFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TurnGrowthTests {

    private static final long KIB = 1024;

    /** Two cycles, in each of which a conversation grows to 640 tokens and a pool by so much. */
    private static Trace conversations(Pool pool, long growth) {
        Trace trace = TraceFixture.trace().with(pool, 1000 * KIB).build();
        for (int cycle = 1; cycle <= 2; cycle++) {
            trace = trace.with("loaded", 0, now(pool, 2000 * KIB))
                    .with("turn", 160, now(pool, 2000 * KIB + growth / 4))
                    .with("turn", 640, now(pool, 2000 * KIB + growth))
                    .with(Snapshot.settled(Instant.EPOCH, readings(pool, 1000 * KIB), Duration.ZERO));
        }
        return trace;
    }

    private static Snapshot now(Pool pool, long bytes) {
        return Snapshot.momentary(Instant.EPOCH, readings(pool, bytes));
    }

    private static Map<Pool, Reading> readings(Pool pool, long bytes) {
        return Map.of(pool, new Reading.Bytes(bytes));
    }

    private static TokenCache cache(long bytesPerToken) {
        return new TokenCache(bytesPerToken, OptionalLong.of(512 * KIB));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            131.25 | explained by KV cache (128 KiB per token predicted, 131 KiB measured over 640 tokens)
            128    | explained by KV cache (128 KiB per token predicted, 128 KiB measured over 640 tokens)
            192    | partly explained by KV cache (128 KiB per token predicted, 192 KiB measured over 640 tokens), 40 MiB unexplained
            64     | less than KV cache would take (128 KiB per token predicted, 64 KiB measured over 640 tokens)
            """)
    void growthIsComparedWithWhatTheTokensTake(double kibPerToken, String told) {
        Trace trace = conversations(Pool.NATIVE, (long) (kibPerToken * KIB * 640));

        assertThat(TurnGrowth.linesOf(trace.expecting(cache(128 * KIB)))).containsExactly("native: " + told);
    }

    @Test
    void aCacheThatDoesNotGrowWithTokensWasReserved() {
        assertThat(TurnGrowth.linesOf(conversations(Pool.NATIVE, 0).expecting(cache(128 * KIB))))
                .containsExactly("nothing grows with tokens: the cache of 512 KiB is reserved at load");
    }

    @Test
    void whatIsTooLittleToBeToldFromNoiseIsNotTold() {
        assertThat(TurnGrowth.linesOf(conversations(Pool.RESIDENT, 500 * KIB).expecting(cache(256))))
                .isEmpty();
    }

    @Test
    void withoutAModelItIsOnlyMeasured() {
        assertThat(TurnGrowth.linesOf(conversations(Pool.gpu(0), 640 * 100 * KIB)))
                .containsExactly("gpu0: 100 KiB per token measured over 640 tokens");
    }

    @Test
    void withoutAModelNoiseIsNotTold() {
        assertThat(TurnGrowth.linesOf(conversations(Pool.RESIDENT, 1024 * KIB))).isEmpty();
    }

    /** Of 640 tokens, 160 after the first turn, layers with windows hold 320. */
    @ParameterizedTest
    @CsvSource({"96, true", "64, false", "128, false"})
    void aWindowGrowsNoFurtherThanItIs(double kibPerToken, boolean explained) {
        TokenCache cache =
                new TokenCache(64 * KIB, new TokenCache.Window(64 * KIB, 320), 1 << 30, OptionalLong.empty());
        Trace trace = conversations(Pool.NATIVE, (long) (kibPerToken * KIB * 640));

        assertThat(TurnGrowth.linesOf(trace.expecting(cache)).get(0).startsWith("native: explained by KV cache ("))
                .isEqualTo(explained);
    }

    @Test
    void aStateThatDoesNotGrowExplainsNothing() {
        assertThat(TurnGrowth.linesOf(
                        conversations(Pool.gpu(0), 640 * 100 * KIB).expecting(cache(0))))
                .containsExactly("gpu0: 100 KiB per token measured over 640 tokens");
    }

    /** As resident memory of a llama-server was seen to do: about 10 MiB at a time, in some conversations of many. */
    @ParameterizedTest
    @ValueSource(longs = {10 * 1024 * KIB, -10 * 1024 * KIB})
    void aJumpInSomeConversationsIsNotTakenForGrowthWithTokens(long jump) {
        Trace trace = TraceFixture.trace().with(Pool.RESIDENT, 0).build().expecting(cache(16 * KIB));
        for (int cycle = 1; cycle <= 20; cycle++) {
            long growth = cycle % 5 == 1 ? jump : 100 * KIB;
            trace = trace.with("start", 0, now(Pool.RESIDENT, 100_000 * KIB))
                    .with("turn", 377, now(Pool.RESIDENT, 100_000 * KIB + growth))
                    .with(Snapshot.settled(Instant.EPOCH, readings(Pool.RESIDENT, 0), Duration.ZERO));
        }

        assertThat(TurnGrowth.linesOf(trace))
                .containsExactly("nothing grows with tokens: the cache of 512 KiB is reserved at load");
    }

    @Test
    void aHeapFullOfGarbageTellsNothing() {
        assertThat(TurnGrowth.linesOf(conversations(Pool.HEAP, 640 * KIB).expecting(cache(KIB))))
                .isEmpty();
    }

    @Test
    void whatGrewFromOneCycleToTheNextIsNotGrowthOfAConversation() {
        Trace trace = TraceFixture.trace().with(Pool.NATIVE, 0).build();
        for (int cycle = 1; cycle <= 3; cycle++) {
            trace = trace.with("turn", 100L * cycle, now(Pool.NATIVE, 1000L * cycle))
                    .with(Snapshot.settled(Instant.EPOCH, readings(Pool.NATIVE, 1000L * cycle), Duration.ZERO));
        }

        assertThat(TurnGrowth.of(Pool.NATIVE, trace)).isEmpty();
    }

    @Test
    void aTurnThatWasNotReadIsLeftOut() {
        Trace trace = TraceFixture.trace().with(Pool.NATIVE, 0).build();
        trace = trace.with("loaded", 0, now(Pool.NATIVE, 0))
                .with("turn", 10, now(Pool.RESIDENT, 10))
                .with("turn", 30, now(Pool.NATIVE, 300))
                .with("turn", 40, now(Pool.NATIVE, 400));

        assertThat(TurnGrowth.of(Pool.NATIVE, trace))
                .contains(new TurnGrowth(Pool.NATIVE, 10, 100, OptionalLong.empty()));
    }
}
