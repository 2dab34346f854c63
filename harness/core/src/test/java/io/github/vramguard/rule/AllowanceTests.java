package io.github.vramguard.rule;

import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.growing;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.PermittedLeak;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.Verdict;
import io.github.vramguard.verdict.Verdict.Failed;
import io.github.vramguard.verdict.Verdict.Inconclusive;
import io.github.vramguard.verdict.Verdict.Passed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceTests {

    private static final long MIB = 1024 * 1024;

    private final Trace nativeLeak =
            trace().with(Pool.NATIVE, growing(MIB, 26 * MIB, 16)).build();
    private final Trace noLeak = trace().with(Pool.HEAP, flat(MIB, 16))
            .with(Pool.NATIVE, flat(MIB, 16))
            .with(Pool.THREADS, flat(9, 16))
            .build();

    @ParameterizedTest
    @CsvSource({"25, false", "26, true", "27, true"})
    void aLeakWithinItsPermissionIsNoted(long upTo, boolean permitted) {
        Verdict verdict = judged(nativeLeak, on(Pool.NATIVE, upTo * MIB));

        assertThat(verdict).isInstanceOf(permitted ? Passed.class : Failed.class);
        assertThat(verdict.pools().get(0).outcome())
                .isEqualTo(permitted ? PoolOutcome.NOT_COUNTED : PoolOutcome.FAILED);
    }

    @Test
    void aPassNamesThePermissionsThatWereNeeded() {
        assertThat(judged(nativeLeak, on(Pool.HEAP, MIB), on(Pool.NATIVE, 32 * MIB)))
                .isInstanceOfSatisfying(Passed.class, passed -> assertThat(passed.permitted())
                        .containsExactly(new PermittedLeak(Pool.NATIVE, 32 * MIB, "#102")));
        assertThat(judged(noLeak)).isInstanceOfSatisfying(Passed.class, passed -> assertThat(passed.permitted())
                .isEmpty());
    }

    @Test
    void aPermissionWithoutAPoolHoldsForAllThatCountBytes() {
        assertThat(judged(nativeLeak, new Allowance(Optional.empty(), 32 * MIB, "#102")))
                .isInstanceOf(Passed.class);
    }

    @Test
    void aPermissionForAnotherPoolDoesNotHelp() {
        Verdict verdict = judged(nativeLeak, on(Pool.HEAP, 32 * MIB));

        assertThat(((Failed) verdict).findings())
                .containsExactly(new Finding.Leak(verdict.pools().get(0)));
    }

    @Test
    void aCountNeedsAPermissionOfItsOwn() {
        Trace trace = trace().with(Pool.THREADS, growing(20, 2, 9)).build();

        assertThat(judged(trace, new Allowance(Optional.empty(), 32 * MIB, "#102")))
                .isInstanceOf(Failed.class);
        assertThat(judged(trace, on(Pool.THREADS, 1))).isInstanceOf(Failed.class);
        assertThat(judged(trace, on(Pool.THREADS, 2))).isInstanceOf(Passed.class);
    }

    @Test
    void aCountIsNotRoundedIntoItsPermission() {
        Trace trace = trace().with(Pool.THREADS, 20, 20, 20, 21, 22, 24, 25, 26, 28, 29, 30, 32)
                .build();

        assertThat(LeakRule.standard().judge(trace).pools().get(0).series().rate())
                .isBetween(1.1, 1.49);
        assertThat(judged(trace, on(Pool.THREADS, 1))).isInstanceOf(Failed.class);
    }

    @Test
    void aPermissionThatIsNoLongerNeededIsAFinding() {
        assertThat(((Failed) judged(noLeak, on(Pool.NATIVE, MIB))).findings())
                .containsExactly(new Finding.Fixed(Optional.of(Pool.NATIVE), "#102"));
        assertThat(((Failed) judged(noLeak, new Allowance(Optional.empty(), MIB, "#102"))).findings())
                .containsExactly(new Finding.Fixed(Optional.empty(), "#102"));
    }

    @Test
    void aPermissionForAPoolThatWasNotMeasuredIsNotCured() {
        assertThat(judged(noLeak, on(Pool.gpu(0), MIB))).isInstanceOf(Passed.class);
    }

    @Test
    void anotherLeakComesBeforeACure() {
        Trace trace = trace().with(Pool.HEAP, flat(MIB, 16))
                .with(Pool.NATIVE, growing(MIB, 26 * MIB, 16))
                .build();

        assertThat(((Failed) judged(trace, on(Pool.HEAP, MIB))).findings())
                .singleElement()
                .isInstanceOf(Finding.Leak.class);
    }

    @Test
    void aResidueThatAFirstUseExplainsIsPermittedToo() {
        Trace trace = trace().with(Pool.NATIVE, 0, 12 * MIB).build();
        Verdict verdict = OneRunRule.standard().judge(trace);

        assertThat(verdict).isInstanceOf(Inconclusive.class);
        assertThat(Allowance.apply(List.of(on(Pool.NATIVE, 12 * MIB)), verdict)).isInstanceOf(Passed.class);
        assertThat(Allowance.apply(List.of(on(Pool.NATIVE, 11 * MIB)), verdict)).isEqualTo(verdict);
    }

    @Test
    void severalRunsAreHeldAgainstThePermissionOfEach() {
        Verdict verdict = OneRunRule.standard()
                .judge(trace().with(Pool.NATIVE, growing(0, 12 * MIB, 5)).build());

        assertThat(verdict).isInstanceOf(Failed.class);
        assertThat(Allowance.apply(List.of(on(Pool.NATIVE, 12 * MIB)), verdict)).isInstanceOf(Passed.class);
    }

    @Test
    void aSingleCleanRunIsNoCure() {
        Verdict verdict =
                OneRunRule.standard().judge(trace().with(Pool.NATIVE, MIB, MIB).build());

        assertThat(Allowance.apply(List.of(on(Pool.NATIVE, MIB)), verdict)).isInstanceOf(Passed.class);
    }

    @Test
    void theShareOfTheResidentSizeIsNoCureOfItsPermission() {
        Trace trace = trace().with(Pool.NATIVE, growing(MIB, 26 * MIB, 16))
                .with(Pool.RESIDENT, growing(90 * MIB, 27 * MIB, 16))
                .build();

        assertThat(judged(trace, on(Pool.NATIVE, 32 * MIB), on(Pool.RESIDENT, 32 * MIB)))
                .isInstanceOf(Passed.class);
    }

    private static Allowance on(Pool pool, long upTo) {
        return new Allowance(Optional.of(pool), upTo, "#102");
    }

    private static Verdict judged(Trace trace, Allowance... allowances) {
        return Allowance.apply(List.of(allowances), LeakRule.standard().judge(trace));
    }
}
