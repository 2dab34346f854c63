package io.github.vramguard.rule;

import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import io.github.vramguard.verdict.Verdict.Failed;
import io.github.vramguard.verdict.Verdict.Inconclusive;
import io.github.vramguard.verdict.Verdict.Passed;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrecedentTests {

    private static final long MIB = 1024 * 1024;

    private static final Finding.OverBaseline MORE = new Finding.OverBaseline(Pool.HEAP, "residual", 4 * MIB, MIB, MIB);
    private static final InconclusiveReason UNREMEMBERED =
            new InconclusiveReason(InconclusiveReason.Cause.UNREMEMBERED, Pool.gpu(0), "no peak");

    private final Verdict kept = judged(0, 0);
    private final Verdict firstUse = judged(0, 12 * MIB);
    private final Verdict broken = judged(0, 400 * MIB);

    private static Verdict judged(long heap, long nativeBytes) {
        return OneRunRule.standard()
                .judge(trace().with(Pool.HEAP, 0, heap)
                        .with(Pool.NATIVE, 0, nativeBytes)
                        .build());
    }

    private static Precedent permitting(Pool pool) {
        return new Precedent(List.of(), Set.of(pool), List.of());
    }

    @Test
    void whatIsNotRememberedChangesNothing() {
        assertThat(Precedent.NONE.applyTo(kept)).isEqualTo(kept).isInstanceOf(Passed.class);
        assertThat(Precedent.NONE.applyTo(firstUse)).isEqualTo(firstUse).isInstanceOf(Inconclusive.class);
        assertThat(Precedent.NONE.applyTo(broken)).isEqualTo(broken).isInstanceOf(Failed.class);
    }

    @Test
    void moreThanIsRememberedBreaksAVerdict() {
        Precedent precedent = new Precedent(List.of(MORE), Set.of(), List.of());

        assertThat(((Failed) precedent.applyTo(kept)).findings()).containsExactly(MORE);
        assertThat(precedent.applyTo(kept).pools())
                .extracting(PoolVerdict::pool, PoolVerdict::outcome)
                .contains(tuple(Pool.HEAP, PoolOutcome.FAILED));
        assertThat(((Failed) precedent.applyTo(broken)).findings()).last().isEqualTo(MORE);
    }

    @Test
    void aResidueThatIsRememberedIsNoLongerInDoubt() {
        Verdict settled = permitting(Pool.NATIVE).applyTo(firstUse);

        assertThat(settled).isInstanceOf(Passed.class);
        assertThat(settled.pools()).extracting(PoolVerdict::outcome).contains(PoolOutcome.NOT_COUNTED);
        assertThat(permitting(Pool.HEAP).applyTo(firstUse)).isEqualTo(firstUse);
    }

    @Test
    void whatAFirstUseCannotExplainIsNotPermitted() {
        assertThat(permitting(Pool.NATIVE).applyTo(broken)).isEqualTo(broken);
    }

    @Test
    void aDoubtLeavesAKeptVerdictOpen() {
        Precedent precedent = new Precedent(List.of(), Set.of(), List.of(UNREMEMBERED));

        assertThat(((Inconclusive) precedent.applyTo(kept)).reasons()).containsExactly(UNREMEMBERED);
        assertThat(precedent.applyTo(broken)).isInstanceOf(Failed.class);
    }
}
