package io.github.vramguard.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Processes;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrphanTests {

    private static final OneProcess RUNNER = new OneProcess(17, 100, "runner");
    private static final OneProcess HELPER = new OneProcess(18, 200, "helper");
    private static final Processes NONE = new Processes(Set.of(), Set.of());
    private static final Processes ORPHAN = new Processes(Set.of(), Set.of(RUNNER));

    private static Trace trace(List<Reading> levels) {
        return trace(Pool.CHILDREN, levels);
    }

    private static Trace trace(Pool pool, List<Reading> levels) {
        Trace trace = Trace.of(new MemoryTarget.ThisJvm(1), Map.of(pool, Origin.exact("a ledger")));
        for (Reading level : levels) {
            trace = trace.with(Snapshot.settled(Instant.EPOCH, Map.of(pool, level), Duration.ZERO));
        }
        return trace;
    }

    private static List<Finding> findings(Verdict verdict) {
        return verdict instanceof Verdict.Failed broken ? broken.findings() : List.of();
    }

    /** Nine levels, of which the last ones differ. */
    private static List<Reading> ending(Reading last, int from) {
        List<Reading> levels = new ArrayList<>(Collections.nCopies(9, NONE));
        Collections.fill(levels.subList(from, 9), last);
        return levels;
    }

    @Test
    void oneOrphanBreaksASeriesWhereverItAppeared() {
        for (int cycle = 1; cycle < 9; cycle++) {
            assertThat(findings(LeakRule.standard().judge(trace(ending(ORPHAN, cycle)))))
                    .singleElement()
                    .isInstanceOfSatisfying(Finding.Orphans.class, found -> assertThat(found.processes())
                            .containsExactly(RUNNER));
        }
    }

    @Test
    void anOrphanBreaksOneRun() {
        assertThat(findings(OneRunRule.standard().judge(trace(List.of(NONE, ORPHAN)))))
                .singleElement()
                .isInstanceOf(Finding.Orphans.class);
    }

    @Test
    void oneThatWasThereBeforeIsNobodysFinding() {
        assertThat(LeakRule.standard().judge(trace(Collections.nCopies(9, ORPHAN))))
                .isInstanceOf(Verdict.Passed.class);
        assertThat(OneRunRule.standard().judge(trace(List.of(ORPHAN, ORPHAN)))).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void anotherProcessOfTheSameIdIsAnotherOne() {
        Processes reused = new Processes(Set.of(), Set.of(new OneProcess(17, 300, "runner")));
        assertThat(findings(OneRunRule.standard().judge(trace(List.of(ORPHAN, reused)))))
                .hasSize(1);
        Processes renamed = new Processes(Set.of(), Set.of(new OneProcess(17, 100, "other")));
        assertThat(findings(OneRunRule.standard().judge(trace(List.of(ORPHAN, renamed)))))
                .isEmpty();
    }

    @Test
    void oneThatEndsInTimeIsNoFinding() {
        List<Reading> levels = new ArrayList<>(Collections.nCopies(9, NONE));
        levels.set(4, ORPHAN);
        assertThat(LeakRule.standard().judge(trace(levels))).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void whereTheFirstLevelIsUnknownNobodyIsNew() {
        Gap gap = new Gap(Reason.NOT_SUPPORTED, "no /proc");
        assertThat(findings(OneRunRule.standard().judge(trace(List.of(gap, ORPHAN)))))
                .isEmpty();
    }

    @Test
    void memoryHeldForWhatHasEndedBreaksTheVerdictHoweverLittleItIs() {
        Reading before = new Reading.Bytes(1 << 30);
        Reading held = new Reading.StrandedBytes(1 << 20, Set.of("runner (pid 17)"));
        assertThat(findings(OneRunRule.standard().judge(trace(Pool.gpu(0), List.of(before, held)))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.Leak.class,
                        leak -> assertThat(leak.verdict().stranded()).containsExactly("runner (pid 17)"));
        assertThat(findings(OneRunRule.standard().judge(trace(Pool.gpu(0), List.of(held, held)))))
                .isEmpty();
    }

    @Test
    void aChildThatStaysIsALeakAndNamed() {
        Processes helper = new Processes(Set.of(HELPER), Set.of());
        assertThat(findings(OneRunRule.standard().judge(trace(List.of(NONE, helper)))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.Leak.class,
                        leak -> assertThat(leak.verdict().survivors()).containsExactly(HELPER));
    }
}
