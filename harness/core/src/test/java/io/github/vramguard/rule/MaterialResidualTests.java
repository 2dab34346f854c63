package io.github.vramguard.rule;

import static io.github.vramguard.memory.TraceFixture.GAP;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.PoolVerdict;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaterialResidualTests {

    private static final long KIB = 1024;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # pool    | residual, KiB | what is told
                    native    | 221184        | 221184
                    native    | 2049          | 2049
                    native    | 2048          |
                    native    | -4096         |
                    heap      | 1025          | 1025
                    heap      | 1024          |
                    resident  | 16385         | 16385
                    resident  | 16384         |
                    gpu0      | 2049          | 2049
                    direct    | 64            |
                    """)
    void isWhatASingleRunWouldNotPassWith(String name, long residual, Long told) {
        Pool pool = Pool.named(name);
        boolean passesOnce = OneRunRule.standard()
                .judge(trace().with(pool, 0, residual * KIB).build())
                .getClass()
                .getSimpleName()
                .equals("Passed");

        assertThat(MaterialResidual.of(judged(pool, 0, residual * KIB)))
                .isEqualTo(told == null ? OptionalLong.empty() : OptionalLong.of(told * KIB));
        assertThat(passesOnce).isEqualTo(told == null);
    }

    @Test
    void aCountHasNoBytes() {
        assertThat(MaterialResidual.of(judged(Pool.THREADS, 14, 40))).isEmpty();
    }

    @Test
    void whatWasNotReadIsUnknown() {
        assertThat(MaterialResidual.of(judged(Pool.NATIVE, GAP, 300_000 * KIB))).isEmpty();
        assertThat(MaterialResidual.of(judged(Pool.NATIVE, 0, GAP))).isEmpty();
    }

    private static PoolVerdict judged(Pool pool, long first, long since) {
        long[] levels = LongStream.concat(
                        LongStream.of(first), Arrays.stream(new long[8]).map(zero -> since))
                .toArray();
        levels[1] = since == GAP ? 0 : since;
        Trace trace = trace().with(pool, levels).build();
        return LeakRule.standard().judge(trace).pools().get(0);
    }
}
