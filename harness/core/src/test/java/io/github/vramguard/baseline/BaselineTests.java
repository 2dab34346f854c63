package io.github.vramguard.baseline;

import static io.github.vramguard.run.Measured.pool;
import static io.github.vramguard.run.Measured.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.Measured;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.RunFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTests {

    private static final long MIB = 1L << 20;
    private static final long BUDGET = 64 * MIB;

    private final Baseline none = Baseline.none(RunFixture.MACHINE);

    private static MeasuredTest leaving(Result result, long residual) {
        return test("t", result, pool(Pool.gpu(0), residual));
    }

    private static MeasuredTest peaking(Result result, long peak) {
        return test("t", result, Measured.peak(Pool.gpu(0), peak, BUDGET));
    }

    private Baseline after(MeasuredTest... tests) {
        return none.withNew(List.of(tests));
    }

    private static List<String> lines(Baseline baseline) {
        return baseline.lines().stream().map(BaselineLine::toString).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "PASSED,         1, t @NoLeak | gpu0 | residual | 1 MiB",
        "INCONCLUSIVE, 300, t @NoLeak | gpu0 | residual | 300 MiB",
        "FAILED,       2048,",
        "NOT_JUDGED,   1,",
        "UNFINISHED,   1,"
    })
    void whatIsRememberedIsOfTestsThatNothingBroke(Result result, long residual, String line) {
        assertThat(lines(after(leaving(result, residual * MIB)))).isEqualTo(line == null ? List.of() : List.of(line));
    }

    @Test
    void aPeakThatIsNotDecidedIsNotRemembered() {
        assertThat(lines(after(peaking(Result.INCONCLUSIVE, MIB)))).isEmpty();
    }

    @Test
    void growthThatIsNotDecidedIsNotRemembered() {
        assertThat(lines(after(Measured.leakTest("t", Result.INCONCLUSIVE, pool(Pool.gpu(0), MIB)))))
                .isEmpty();
        assertThat(lines(after(Measured.leakTest("t", Result.PASSED, pool(Pool.gpu(0), MIB)))))
                .containsExactly("t @LeakTest | gpu0 | growth per cycle | 1 MiB");
    }

    @ParameterizedTest
    @CsvSource({"PASSED, 63, false", "PASSED, 64, true", "INCONCLUSIVE, 64, false", "FAILED, 64, false"})
    void aPeakIsMoreWhenItExceedsWhatIsForgivenOfTheOneThatIsRemembered(Result result, long peak, boolean isMore) {
        Baseline baseline = after(peaking(Result.PASSED, 60 * MIB));

        assertThat(baseline.exceededBy(peaking(result, peak * MIB)))
                .hasSize(isMore ? 1 : 0)
                .allSatisfy(more -> assertThat(more.tolerance()).isEqualTo(3 * MIB));
    }

    /** A first use that another test had paid for when the baseline was recorded is nobody's fault. */
    @Test
    void aResidueThatAFirstUseExplainsIsNeverMoreThanIsRemembered() {
        Baseline baseline = after(leaving(Result.PASSED, 0));

        assertThat(baseline.exceededBy(leaving(Result.INCONCLUSIVE, 300 * MIB))).isEmpty();
        assertThat(baseline.permittedTo(leaving(Result.INCONCLUSIVE, 300 * MIB)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"299, true", "302, true", "303, false"})
    void aResidueOfNoMoreThanIsRememberedIsPermitted(long residual, boolean permitted) {
        Baseline baseline = after(leaving(Result.INCONCLUSIVE, 300 * MIB));

        assertThat(baseline.permittedTo(leaving(Result.INCONCLUSIVE, residual * MIB)))
                .hasSize(permitted ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"PASSED, false", "INCONCLUSIVE, true", "FAILED, true"})
    void onlyATestThatIsKeptLosesTheLinesThatItHasNoMore(Result result, boolean staysThere) {
        Baseline baseline = after(test("t", Result.PASSED, pool(Pool.gpu(0), 0), pool(Pool.gpu(1), 0)));

        assertThat(lines(baseline.with(List.of(leaving(result, 300 * MIB)))))
                .contains("t @NoLeak | gpu0 | residual | " + (result == Result.FAILED ? "0 B" : "300 MiB"))
                .hasSize(staysThere ? 2 : 1);
    }

    @Test
    void readingsOfAWholeDeviceAreNotHeldAgainstThoseOfAProcess() {
        Pool gpu = Pool.gpu(0);
        MeasuredTest whole = test("t", Result.PASSED, pool(gpu, Origin.mixed("NVML"), MIB));
        Baseline baseline = after(leaving(Result.PASSED, 0));

        assertThat(baseline.lacking(List.of(leaving(Result.PASSED, MIB)))).isEmpty();
        assertThat(baseline.lacking(List.of(whole))).containsExactly("t @NoLeak");
        assertThat(lines(baseline.withNew(List.of(whole))))
                .containsExactly(
                        "t @NoLeak | gpu0 | residual | 0 B", "t @NoLeak | gpu0 | residual | 1 MiB | with other memory");
    }

    @ParameterizedTest
    @CsvSource({
        "t @NoLeak | gpu0 | residual | 1 MiB",
        "t @NoLeak | gpu0 | residual | 1 MiB | with other memory",
        "a | b() @LeakTest | threads | growth per cycle | 2"
    })
    void aLineIsReadAsItIsWritten(String line) {
        assertThat(BaselineLine.parse(line)).hasToString(line);
    }
}
