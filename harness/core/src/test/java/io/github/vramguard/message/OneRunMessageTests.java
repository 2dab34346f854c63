package io.github.vramguard.message;

import static io.github.vramguard.memory.TraceFixture.GAP;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.memory.Use;
import io.github.vramguard.rule.OneRunRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What users read about a single run, word by word. */
class OneRunMessageTests {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    private static final Origin MALLOC = Origin.exact("mallinfo2 less NMT").endingAt(24 * 1024 * MIB);
    private static final Origin BEANS = Origin.exact("management beans");
    private static final Origin PROC = Origin.exact("/proc");

    @Test
    void moreThanAFirstUseExplains() {
        Trace trace = trace().with(Pool.gpu(0), GAP, GAP)
                .with(Pool.HEAP, BEANS, 11 * MIB, 11 * MIB + 300 * KIB)
                .with(Pool.NATIVE, MALLOC, 20 * MIB, 620 * MIB)
                .with(Pool.THREADS, PROC, 14, 15)
                .with(Pool.FILES, PROC, 31, 31)
                .with(Pool.MAPPED, Origin.mixed("/proc"), 26 * MIB, 27 * MIB)
                .build();

        assertThat(oneRun(trace)).hasToString("""
                        @NoLeak answersAPrompt(): native memory ends 600 MiB above its baseline

                          shape      more than a first use explains (16 MiB)
                          pool           before     after  residual
                          native         20 MiB   620 MiB   600 MiB   FAILED
                          heap           11 MiB  11.3 MiB   300 KiB   passed
                          threads            14        15         1   a first use can explain it
                          mapped         26 MiB    27 MiB     1 MiB   reported, not enforced
                          steady     files 31
                          measured   this JVM (pid 4711) · management beans, mallinfo2 less NMT, /proc · settled in 0.4 s
                          not seen   gpu0: no gpu0 here
                          why        not the Java heap · not fragmentation: malloc itself counts the bytes as in use
                          next       async-profiler with event=nativemem names the allocating call""");
    }

    @Test
    void whatAFirstUseCanExplain() {
        Trace trace = trace().with(Pool.HEAP, BEANS, 11 * MIB, 9 * MIB)
                .with(Pool.NATIVE, MALLOC, 20 * MIB, 32 * MIB)
                .build();

        assertThat(oneRun(trace)).hasToString("""
                        @NoLeak answersAPrompt(): inconclusive, native: 12 MiB remain, which a first use can explain; use @LeakTest to find out

                          pool           before     after  residual
                          heap           11 MiB     9 MiB    -2 MiB   passed
                          native         20 MiB    32 MiB    12 MiB   a first use can explain it
                          measured   this JVM (pid 4711) · management beans, mallinfo2 less NMT · settled in 0.4 s""");
    }

    @Test
    void aResidualWithoutAFirstUse() {
        List<Use> same = List.of(Use.library("libjvm.so", 20 * MIB), Use.classes(2000));
        Trace trace = trace().with(Pool.NATIVE, MALLOC, 20 * MIB, 28 * MIB)
                .having(same, same)
                .build();

        assertThat(oneRun(trace)).hasToString("""
                        @NoLeak answersAPrompt(): native memory ends 8 MiB above its baseline

                          shape      more than a first use explains (2 MiB): nothing was used for the first time in this run
                          pool           before     after  residual
                          native         20 MiB    28 MiB     8 MiB   FAILED
                          measured   this JVM (pid 4711) · mallinfo2 less NMT · settled in 0.4 s
                          why        not fragmentation: malloc itself counts the bytes as in use
                          next       async-profiler with event=nativemem names the allocating call""");
    }

    @Test
    void severalDoubts() {
        Trace trace = trace().with(Pool.HEAP, BEANS, 11 * MIB, GAP)
                .with(Pool.NATIVE, MALLOC, 20 * MIB, 32 * MIB)
                .build();

        assertThat(oneRun(trace)).hasToString("""
                        @NoLeak answersAPrompt(): inconclusive, heap: not read after the run: no heap here; also native

                          reasons    heap: not read after the run: no heap here
                                     native: 12 MiB remain, which a first use can explain; use @LeakTest to find out
                          pool           before     after  residual
                          heap           11 MiB       gap       gap   not read
                          native         20 MiB    32 MiB    12 MiB   a first use can explain it
                          measured   this JVM (pid 4711) · management beans, mallinfo2 less NMT · settled in 0.4 s""");
    }

    @Test
    void aProcessThatStays() {
        Trace trace = trace().with(Pool.CHILDREN, PROC, 0, 1).build();

        assertThat(oneRun(trace)).hasToString("""
                        @NoLeak answersAPrompt(): the number of child processes ends 1 above its baseline

                          shape      a first use does not explain it
                          pool           before     after  residual
                          children            0         1         1   FAILED
                          measured   this JVM (pid 4711) · /proc · settled in 0.4 s
                          next       pgrep --parent PID --list-full, while the test runs again, lists the process that remains""");
    }

    @Test
    void severalRunsThatAreTooFewForASeries() {
        Trace trace = trace().with(Pool.NATIVE, MALLOC, 20 * MIB, 50 * MIB, 80 * MIB, 110 * MIB)
                .build();

        assertThat(oneRun(trace)).hasToString("""
                        @NoLeak answersAPrompt(): native memory ends 90 MiB above its baseline

                          shape      more than a first use explains (16 MiB)
                          pool           before     after  residual
                          native         20 MiB   110 MiB    90 MiB   FAILED
                          measured   this JVM (pid 4711) · mallinfo2 less NMT · settled in 0.4 s per cycle
                          why        not fragmentation: malloc itself counts the bytes as in use
                          next       async-profiler with event=nativemem names the allocating call""");
    }

    private static Message oneRun(Trace trace) {
        return Brief.checked(Message.of(
                "@NoLeak answersAPrompt()", trace, OneRunRule.standard().judge(trace), 1));
    }
}
