package io.github.vramguard.explain;

import static io.github.vramguard.memory.TraceFixture.GAP;
import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.growing;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.rule.LeakRule;
import io.github.vramguard.verdict.Verdict;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTests {

    private static final long MIB = 1024 * 1024;
    private static final String NOT_THE_HEAP = "not the Java heap";
    private static final String NOT_GARBAGE = "not garbage: each reading follows a confirmed full collection";
    private static final String NOT_FRAGMENTATION = "not fragmentation: malloc itself counts the bytes as in use";

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "gpu0, " + NOT_THE_HEAP + ", -",
                "native, " + NOT_THE_HEAP + ", " + NOT_FRAGMENTATION,
                "direct, " + NOT_THE_HEAP + ", " + NOT_GARBAGE,
                "metaspace, " + NOT_THE_HEAP + ", " + NOT_GARBAGE,
                "resident, " + NOT_THE_HEAP + ", -",
                "threads, -, -",
                "files, -, -",
            })
    void saysWhatTheReadingsExclude(String name, String first, String second) {
        Pool leaking = Pool.named(name);
        Trace trace = trace().with(leaking, growing(0, MIB, 16))
                .with(Pool.HEAP, flat(MIB, 16))
                .build();

        assertThat(explanation(trace, leaking).why())
                .containsExactlyElementsOf(
                        Stream.of(first, second).filter(Objects::nonNull).toList());
    }

    @Test
    void theHeapIsNotExcludedWhereItWasNotReadOrLeaksToo() {
        Trace unread = trace().with(Pool.gpu(0), growing(0, MIB, 16))
                .with(Pool.HEAP, flat(GAP, 16))
                .build();
        Trace leaks = trace().with(Pool.gpu(0), growing(0, MIB, 16))
                .with(Pool.HEAP, growing(0, MIB, 16))
                .build();

        assertThat(explanation(unread, Pool.gpu(0)).why()).isEmpty();
        assertThat(explanation(leaks, Pool.gpu(0)).why()).isEmpty();
        assertThat(explanation(leaks, Pool.HEAP).why()).containsExactly(NOT_GARBAGE);
    }

    @Test
    void alwaysSaysWhatToDoNext() {
        Trace trace = trace().with(Pool.gpu(0), growing(0, MIB, 16)).build();

        assertThat(explanation(trace, Pool.gpu(0)).next()).isNotEmpty();
        assertThat(explanation(trace, Pool.gpu(0)).outlook()).isEmpty();
    }

    private static Explanation explanation(Trace trace, Pool pool) {
        Verdict verdict = LeakRule.standard().judge(trace);
        return Explanation.of(
                trace,
                verdict,
                verdict.pools().stream()
                        .filter(other -> other.pool().equals(pool))
                        .findFirst()
                        .orElseThrow());
    }
}
