package io.github.vramguard.compare.report;

import static io.github.vramguard.run.Measured.leakTest;
import static io.github.vramguard.run.Measured.pool;
import static io.github.vramguard.run.Measured.run;
import static io.github.vramguard.run.Result.FAILED;
import static io.github.vramguard.run.Result.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.compare.Comparison;
import io.github.vramguard.compare.Runs;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.MeasuredTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class TotalTests {

    private static final long MIB = 1 << 20;

    private static String total(MeasuredTest base, MeasuredTest head) {
        return Total.of(Comparison.of(new Runs(List.of(run(base))), new Runs(List.of(run(head))), false));
    }

    @Test
    void aKnownLeakThatIsGoneBreaksATestAndMakesNoMemoryWorse() {
        assertThat(total(
                        leakTest("A#a()", PASSED, pool(Pool.HEAP, 8 * MIB)),
                        leakTest("A#a()", FAILED, pool(Pool.HEAP, 0))))
                .isEqualTo("a test fails: 1 amount, 1 run before and 1 now");
    }

    @Test
    void whatGrowsMakesItWorse() {
        assertThat(total(
                        leakTest("A#a()", PASSED, pool(Pool.HEAP, 0)),
                        leakTest("A#a()", FAILED, pool(Pool.HEAP, 8 * MIB))))
                .isEqualTo("memory got worse: 1 amount, 1 run before and 1 now");
    }

    @Test
    void whatStaysAsItWasDoesNot() {
        assertThat(total(leakTest("A#a()", PASSED, pool(Pool.HEAP, 0)), leakTest("A#a()", PASSED, pool(Pool.HEAP, 0))))
                .isEqualTo("nothing is worse: 1 amount, 1 run before and 1 now");
    }
}
