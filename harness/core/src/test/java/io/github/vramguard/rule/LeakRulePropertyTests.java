package io.github.vramguard.rule;

import static io.github.vramguard.memory.TraceFixture.GAP;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Verdict;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every trace. The seed is fixed, as a series on the very edge may tip over by rounding. */
class LeakRulePropertyTests {

    private static final String SEED = "20261123";

    @Property(tries = 500, seed = SEED)
    void whereTheLevelsStartDoesNotMatter(
            @ForAll("pools") Pool pool, @ForAll("series") long[] levels, @ForAll @IntRange(max = 1 << 20) int start) {
        long[] higher = Arrays.stream(levels).map(level -> level + start).toArray();

        assertThat(judged(pool, higher)).hasSameClassAs(judged(pool, levels));
    }

    @Property(tries = 1000, seed = SEED)
    void aGapInPlaceOfAReadingNeverMakesAVerdictKept(
            @ForAll("pools") Pool pool,
            @ForAll("series") long[] levels,
            @ForAll @Size(min = 1, max = 31) Set<@IntRange(max = 30) Integer> gaps) {
        Assume.that(!(judged(pool, levels) instanceof Verdict.Passed));
        long[] gappy = IntStream.range(0, levels.length)
                .mapToLong(cycle -> gaps.contains(cycle) ? GAP : levels[cycle])
                .toArray();
        Assume.that(!Arrays.equals(gappy, levels));

        assertThat(judged(pool, gappy)).isNotInstanceOf(Verdict.Passed.class);
    }

    @Property(tries = 1000, seed = SEED)
    void aLongerFlatTailNeverBreaksAKeptVerdict(
            @ForAll("pools") Pool pool,
            @ForAll("series") long[] levels,
            @ForAll @IntRange(min = 1, max = 20) int more) {
        Assume.that(judged(pool, levels) instanceof Verdict.Passed);
        long[] longer = Arrays.copyOf(levels, levels.length + more);
        Arrays.fill(longer, levels.length, longer.length, levels[levels.length - 1]);

        assertThat(judged(pool, longer)).isNotInstanceOf(Verdict.Failed.class);
    }

    @Property(tries = 500, seed = SEED)
    void lookingAfterEveryCycleAndOnceAtTheEndAgree(@ForAll("pools") Pool pool, @ForAll("series") long[] levels) {
        LeakRule rule = LeakRule.standard();
        Trace trace = trace().with(pool, levels[0]).build();
        int cycle = 0;
        while (cycle < levels.length - 1 && rule.judge(trace).needsMoreCycles()) {
            cycle++;
            trace = trace().with(pool, Arrays.copyOf(levels, cycle + 1)).build();
        }

        assertThat(rule.judge(trace)).isEqualTo(judged(pool, Arrays.copyOf(levels, cycle + 1)));
    }

    private static Verdict judged(Pool pool, long[] levels) {
        return LeakRule.standard().judge(trace().with(pool, levels).build());
    }

    @Provide
    Arbitrary<Pool> pools() {
        return Arbitraries.of(Pool.gpu(0), Pool.HEAP, Pool.DIRECT, Pool.NATIVE, Pool.THREADS, Pool.RESIDENT);
    }

    /** Rising, restless and mostly quiet ones. */
    @Provide
    Arbitrary<long[]> series() {
        Arbitrary<Integer> quiet = Arbitraries.just(0);
        return Arbitraries.of(1, 1 << 12, 1 << 20).flatMap(unit -> Arbitraries.of(
                        Arbitraries.integers().between(0, 16),
                        Arbitraries.integers().between(-8, 16),
                        Arbitraries.integers().between(4, 5))
                .flatMap(move -> Arbitraries.oneOf(move, quiet, quiet)
                        .array(Integer[].class)
                        .ofMinSize(4)
                        .ofMaxSize(31))
                .map(moves -> summed(moves, unit)));
    }

    private static long[] summed(Integer[] moves, long unit) {
        long[] levels = new long[moves.length];
        long level = 1L << 30;
        for (int i = 0; i < levels.length; i++) {
            level += moves[i] * unit;
            levels[i] = level;
        }
        return levels;
    }
}
