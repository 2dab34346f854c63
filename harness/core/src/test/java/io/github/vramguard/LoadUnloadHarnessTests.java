package io.github.vramguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.vramguard.memory.Mark;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.message.Message;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadUnloadHarnessTests {

    private static final int MIB = 1024 * 1024;
    private static final List<byte[]> FORGOTTEN = new ArrayList<>();

    private final LoadUnloadHarness heap =
            LoadUnloadHarness.of(Targets.thisJvm(), Map.of("vramguard.pools", "heap", "vramguard.settle.window", "20"));

    @AfterEach
    void forget() {
        FORGOTTEN.clear();
    }

    @Test
    void aLoadThatIsNeverReleasedFails() throws Exception {
        Verdict verdict =
                heap.run(() -> new byte[MIB], FORGOTTEN::add, model -> {}).verdict();

        assertThat(verdict).isInstanceOf(Verdict.Failed.class);
        Finding.Leak leak = (Finding.Leak) ((Verdict.Failed) verdict).findings().get(0);
        assertThat(leak.verdict().pool()).isEqualTo(Pool.HEAP);
        assertThat(leak.verdict().perCycle()).isBetween(MIB * 9L / 10, MIB * 11L / 10);
    }

    @Test
    void aLoadThatIsReleasedPasses() throws Exception {
        Verdict verdict = heap.run(() -> new byte[MIB], model -> Arrays.fill(model, (byte) 1), model -> {})
                .verdict();

        assertThat(verdict).isInstanceOf(Verdict.Passed.class);
        assertThat(verdict.pools()).extracting(PoolVerdict::outcome).containsExactly(PoolOutcome.PASSED);
    }

    @Test
    void aFewCyclesAreJudgedAsOneRun() throws Exception {
        HarnessResult leaks = heap.maxCycles(2).run(() -> new byte[8 * MIB], FORGOTTEN::add, model -> {});
        HarnessResult clean = heap.maxCycles(1).run(() -> new byte[8 * MIB], model -> {}, model -> {});

        assertThat(leaks.verdict()).isInstanceOf(Verdict.Failed.class);
        assertThat(clean.verdict()).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void theResultHasTheTraceAndReadsLikeTheMessageOfATest() throws Exception {
        HarnessResult result = heap.maxCycles(2).run(() -> new byte[8 * MIB], FORGOTTEN::add, model -> {});

        assertThat(result.trace().cycles()).isEqualTo(2);
        assertThat(result.trace().marks()).extracting(Mark::name).containsExactly("loaded", "loaded");
        assertThat(result)
                .hasToString(Message.of("LoadUnloadHarness", result.trace(), result.verdict(), 2)
                        .brief());
        assertThat(result.toString().lines()).hasSizeLessThanOrEqualTo(25);
    }

    @Test
    void aUseThatFailsUnloadsAndEndsTheCycles() {
        AtomicInteger loads = new AtomicInteger();
        List<Integer> unloaded = new ArrayList<>();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> heap.run(
                        loads::incrementAndGet,
                        model -> {
                            throw new IOException("no answer");
                        },
                        unloaded::add))
                .withMessage("no answer");
        assertThat(unloaded).containsExactly(1);
    }

    @Test
    void whatTheUseThrewComesBeforeWhatTheUnloadThrew() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> heap.run(
                        () -> "model",
                        model -> {
                            throw new IOException("no answer");
                        },
                        model -> {
                            throw new IllegalStateException("still in use");
                        }))
                .withMessage("no answer")
                .satisfies(failed ->
                        assertThat(failed.getSuppressed()).singleElement().isInstanceOf(IllegalStateException.class));
    }

    /** As a native library does that has no memory left, while memory of the cycles before it stays. */
    @Test
    void aLoadThatReturnsNullHasFailedAndIsNotJudged() {
        AtomicInteger loads = new AtomicInteger();

        assertThatIllegalStateException()
                .isThrownBy(
                        () -> heap.run(() -> loads.incrementAndGet() < 3 ? "model" : null, model -> {}, model -> {}))
                .withMessageStartingWith("load returned null in cycle 3, so nothing was loaded");
    }

    @Test
    void anUnloadThatFailsEndsTheCycles() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> heap.run(() -> "model", model -> {}, model -> {
                    throw new IllegalStateException("still in use");
                }));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void withoutACycleNothingIsMeasured(int most) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> heap.maxCycles(most))
                .withMessage(most + " cycles measure nothing; give at least 1, and 15 to prove a leak in every pool");
    }

    @Test
    void theSettingsOfTheProcessAreTheDefault() throws Exception {
        System.setProperty("vramguard.pools", "heap");
        try {
            HarnessResult result =
                    LoadUnloadHarness.of(Targets.thisJvm()).maxCycles(1).run(() -> "model", model -> {}, model -> {});
            assertThat(result.verdict().pools()).extracting(PoolVerdict::pool).containsExactly(Pool.HEAP);
        } finally {
            System.clearProperty("vramguard.pools");
        }
    }

    @Test
    void aUseCanTakeMarksWithinItsCycle() throws Exception {
        List<Integer> cycles = new ArrayList<>();

        heap.maxCycles(2)
                .runWithMarks(
                        () -> "model",
                        (model, cycle) -> {
                            cycle.mark("turn", 12);
                            cycles.add(cycle.number());
                        },
                        model -> {});

        assertThat(cycles).containsExactly(1, 2);
    }
}
