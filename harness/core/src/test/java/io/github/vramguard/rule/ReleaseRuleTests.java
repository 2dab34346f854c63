package io.github.vramguard.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.config.Settings;
import io.github.vramguard.gate.LeakGate;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.RoundTrip;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.message.Message;
import io.github.vramguard.verdict.Finding.Leak;
import io.github.vramguard.verdict.Finding.NotReleased;
import io.github.vramguard.verdict.InconclusiveReason.Cause;
import io.github.vramguard.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three levels of each round trip: each cycle is written as what is held after the load and after the unload, in MiB. */
class ReleaseRuleTests {

    private static final long MIB = 1 << 20;
    private static final LeakGate GATE = LeakGate.with(Settings.defaults());

    private static Trace trace(Pool pool, long before, String cycles) {
        Trace trace = Trace.of(new MemoryTarget.ThisJvm(4711), Map.of(pool, Origin.exact("a ledger")))
                .with(level(pool, before));
        for (String cycle : cycles.split(" ")) {
            String[] loadedAndAfter = cycle.split("/");
            trace = trace.with(RoundTrip.LOADED, now(pool, Double.parseDouble(loadedAndAfter[0])))
                    .with(level(pool, Double.parseDouble(loadedAndAfter[1])));
        }
        return trace;
    }

    private static Snapshot now(Pool pool, double mib) {
        return Snapshot.momentary(Instant.EPOCH, Map.of(pool, Reading.of(pool, Math.round(mib * MIB))));
    }

    private static Snapshot level(Pool pool, double mib) {
        return Snapshot.settled(Instant.EPOCH, now(pool, mib).readings(), Duration.ZERO);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "resident, 104, 504/504, one cycle, 0 of 400 MiB in cycle 1",
        "resident, 104, 504/504 504/504 504/504, the load does nothing once the model is there, 0 of 400 MiB in cycle 1",
        "resident, 104, 504/504 504.4/504 504.6/504 505/504 504/504 504.4/504 504.6/504 504.2/504, requests take a little, 0 of 400 MiB in cycle 1",
        "resident, 104, 504/474, less than a quarter is released, 30 MiB of 400 MiB in cycle 1",
        "resident, 104, 504/104 504/104 504/504, the last one is kept, 0 of 400 MiB in cycle 3",
        "gpu0, 0, 4000/4000, all of a GPU, 0 of 3.91 GiB in cycle 1",
        "gpu0, 100, 500/500 900/900 1300/1300, each is kept, 0 of 400 MiB in cycle 3",
        "native, 10, 90/90 90/90, blocks of malloc, 0 of 80 MiB in cycle 1",
        "direct, 0, 90/90 90/90, more than a thread that reads files keeps, 0 of 90 MiB in cycle 1",
    })
    void whatWasLoadedAndNotReleasedFails(String pool, long before, String cycles, String why, String found) {
        Trace trace = trace(Pool.named(pool), before, cycles);

        Verdict verdict = GATE.judge(trace);

        assertThat(verdict).as(why).isInstanceOfSatisfying(Verdict.Failed.class, failed -> assertThat(failed.findings())
                .singleElement()
                .isInstanceOf(NotReleased.class)
                .hasToString("unload released " + found));
        assertThat(Message.of("cycle", trace, verdict, 20).brief())
                .startsWith("cycle: " + Pool.named(pool).noun() + " is NOT RELEASED: unload released " + found)
                .contains("loaded", "NOT RELEASED, unload released", "see whether the unload does anything");
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "resident, 104, 504/104, one cycle",
        "resident, 104, 504/110 504/110 504/110 504/110 504/110 504/110 504/110 504/110, all is released",
        "resident, 104, 704/304 709/304 709/304 709/304 709/304 709/304 709/304 709/304, a first use keeps much of it",
        "resident, 104, 304/300 305/300 305/300 305/300 305/300 305/300 305/300 305/300, small models come and go above a first use",
        "resident, 104, 504/504 504/104 504/104 504/104 504/104 504/104 504/104 504/104, the first one is released late",
        "direct, 0, 16/16 16/16 16/16 16/16 16/16 16/16 16/16 16/16, a thread keeps the buffer through which it reads files",
        "gpu0, 0, 900/500 900/500 900/500 900/500 900/500 900/500 900/500 900/500, a context remains",
    })
    void whatIsReleasedPasses(String pool, long before, String cycles, String why) {
        Trace trace = trace(Pool.named(pool), before, cycles);

        Verdict verdict = GATE.judge(trace);

        assertThat(verdict).as(why).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void whatAFirstUseExplainsAsWellIsInconclusive() {
        Verdict verdict = GATE.judge(trace(Pool.gpu(0), 0, "400/400 400/400"));

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Inconclusive.class, open -> assertThat(open.reasons())
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.cause()).isEqualTo(Cause.NOT_RELEASED);
                    assertThat(reason.detail()).startsWith("unload released 0 of 400 MiB in cycle 1; a first use");
                }));
    }

    /** A proven leak is one, and has its rate. */
    @Test
    void aSeriesThatLeaksIsALeak() {
        Verdict verdict = GATE.judge(
                trace(Pool.gpu(0), 0, "40/40 80/80 120/120 160/160 200/200 240/240 280/280 320/320 360/360 400/400"));

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Failed.class, failed -> assertThat(failed.findings())
                .singleElement()
                .isInstanceOf(Leak.class));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "5/5 5/5 5/5 5/5 5/5 5/5 5/5 5/5, another process was measured",
        "9/9 9/9 9/9 9/9 9/9 9/9 9/9 9/9, the model is kept by somebody after the first load",
    })
    void aLoadThatNobodySawIsNoPassWhereOneIsRequiredAndIsNamedElsewhere(String cycles, String why) {
        Trace trace = trace(Pool.RESIDENT, 5, cycles);

        assertThat(GATE.requiringLoads().judge(trace))
                .as(why)
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.reasons()).singleElement().satisfies(reason -> {
                            assertThat(reason.cause()).isEqualTo(Cause.NOTHING_LOADED);
                            assertThat(reason.detail())
                                    .startsWith("nothing was seen to load in ")
                                    .contains(" of 8 cycles");
                        }));
        assertThat(Message.of("harness", trace, GATE.judge(trace), 20).line())
                .startsWith("harness: ")
                .contains("; nothing was seen to load in ");
    }

    @Test
    void aLoadThatWasSeenPassesHoweverSmall() {
        Trace trace = trace(Pool.RESIDENT, 5, "6/5 6/5 6/5 6/5 6/5 6/5 6/5 6/5");

        assertThat(GATE.requiringLoads().judge(trace)).isInstanceOf(Verdict.Passed.class);
        assertThat(Message.of("harness", trace, GATE.judge(trace), 20).line()).doesNotContain("nothing was seen");
    }

    /** Nobody said which moment is the one after the load. */
    @Test
    void cyclesWithoutMarksAreJudgedByTheirLevels() {
        Trace levels = Trace.of(new MemoryTarget.ThisJvm(4711), Map.of(Pool.RESIDENT, Origin.exact("a ledger")));
        for (int cycle = 0; cycle <= 8; cycle++) {
            levels = levels.with(level(Pool.RESIDENT, cycle == 0 ? 104 : 504));
        }

        assertThat(GATE.judge(levels)).isInstanceOf(Verdict.Passed.class);
    }
}
