package io.github.vramguard.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.cli.doctor.SelfTestCheck.Outcome;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.SeriesVerdict;
import io.github.vramguard.verdict.Shape;
import io.github.vramguard.verdict.Slope;
import io.github.vramguard.verdict.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelfTestTests {

    /** Never catches anything. */
    static final Bench BLIND = (pool, load, unload) -> new Verdict.Passed(List.of(verdict(pool, Shape.FLAT)));

    /** Blames everything. */
    static final Bench JUMPY = (pool, load, unload) -> new Verdict.Failed(
            List.of(verdict(pool, Shape.LEAK)), List.of(new Finding.Leak(verdict(pool, Shape.LEAK))));

    static Bench doubting(InconclusiveReason.Cause cause, String detail) {
        return (pool, load, unload) ->
                new Verdict.Inconclusive(List.of(), List.of(new InconclusiveReason(cause, pool, detail)));
    }

    private static PoolVerdict verdict(Pool pool, Shape shape) {
        SeriesVerdict series = SeriesVerdict.of(shape, new Slope(1024, 0, 0), 0, "as written");
        return new PoolVerdict(
                pool, List.of(), series, shape == Shape.LEAK ? PoolOutcome.FAILED : PoolOutcome.PASSED, 0, List.of());
    }

    private static List<Outcome> outcomes(Bench bench) {
        return new SelfTest(bench)
                .run(part -> {}).stream().map(SelfTestCheck::outcome).toList();
    }

    @Tag("thorough")
    @Test
    void theRealHarnessCatchesTheLeaksAndNotTheControls() {
        List<SelfTestCheck> checks = new SelfTest(Bench.ofThisJvm()).run(part -> {});

        assertThat(checks).extracting(check -> check.pool().name()).containsExactly("heap", "heap", "native", "native");
        assertThat(checks).extracting(SelfTestCheck::outcome).doesNotContain(Outcome.FAILED);
        assertThat(checks.get(0).detail()).startsWith("2 MiB leaked per cycle: detected after ");
        assertThat(checks.get(1).detail()).startsWith("2 MiB allocated and released per cycle: not flagged after ");
    }

    @Test
    void aBlindHarnessMissesTheLeaks() {
        assertThat(outcomes(BLIND)).containsExactly(Outcome.FAILED, Outcome.PASSED, Outcome.FAILED, Outcome.PASSED);
    }

    @Test
    void aJumpyHarnessBlamesTheControls() {
        assertThat(outcomes(JUMPY)).containsExactly(Outcome.PASSED, Outcome.FAILED, Outcome.PASSED, Outcome.FAILED);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREADABLE", "EXHAUSTION"})
    void whatCannotBeMeasuredIsNotTested(InconclusiveReason.Cause cause) {
        assertThat(new SelfTest(doubting(cause, "no glibc")).run(part -> {}))
                .allSatisfy(check -> assertThat(check.outcome()).isEqualTo(Outcome.NOT_TESTED))
                .allSatisfy(check -> assertThat(check.detail()).isEqualTo("no glibc"));
    }

    @Test
    void aLeakThatIsOnlyDoubtedIsMissed() {
        assertThat(outcomes(doubting(InconclusiveReason.Cause.TOO_NOISY, "too noisy")))
                .containsExactly(Outcome.FAILED, Outcome.PASSED, Outcome.FAILED, Outcome.PASSED);
    }

    @Test
    void whatFailsIsNotTested() {
        Bench broken = (pool, load, unload) -> {
            throw new IOException("no such thing");
        };

        assertThat(outcomes(broken)).containsOnly(Outcome.NOT_TESTED);
    }

    @Test
    void whatWasKeptIsGivenBackInTheEnd() {
        List<String> events = new ArrayList<>();
        Bench keeping = (pool, load, unload) -> {
            unload.on(() -> events.add(pool + " given back"));
            events.add(pool + " judged");
            return BLIND.run(pool, load, unload);
        };

        new SelfTest(keeping).run(part -> {});

        assertThat(events)
                .containsExactly(
                        "heap judged",
                        "heap given back",
                        "heap given back",
                        "heap judged",
                        "native judged",
                        "native given back",
                        "native given back",
                        "native judged");
    }

    @Test
    void eachPartIsAnnounced() {
        List<String> parts = new ArrayList<>();
        new SelfTest(BLIND).run(parts::add);

        assertThat(parts)
                .containsExactly(
                        "heap, 2 MiB leaked per cycle",
                        "heap, 2 MiB allocated and released per cycle",
                        "native, 8 MiB leaked per cycle",
                        "native, 8 MiB allocated and released per cycle");
    }
}
