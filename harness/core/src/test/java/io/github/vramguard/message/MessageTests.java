package io.github.vramguard.message;

import static io.github.vramguard.memory.TraceFixture.GAP;
import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.growing;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.rule.Allowance;
import io.github.vramguard.rule.LeakRule;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What users read about a series of cycles, word by word. */
class MessageTests {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;
    private static final long GIB = 1024 * MIB;

    private static final Origin MALLOC = Origin.exact("mallinfo2 less NMT");
    private static final Origin H200 =
            new Origin("NVML", "NVIDIA H200 GPU-604ac76c", Origin.Quality.EXACT, OptionalLong.empty());
    private static final Origin BEANS = Origin.exact("management beans");
    private static final Origin PROC = Origin.exact("/proc");

    @Test
    void aLeakOfNativeMemory() {
        Trace trace = trace().with(Pool.gpu(0), flat(GAP, 12))
                .with(Pool.HEAP, BEANS, growing(12 * MIB, 512, 12))
                .with(Pool.NATIVE, MALLOC.endingAt(24 * GIB), growing(18 * MIB, 27892122, 12))
                .with(Pool.THREADS, PROC, flat(14, 12))
                .with(Pool.FILES, PROC, flat(31, 12))
                .with(Pool.RESIDENT, PROC, growing(60 * MIB, 28 * MIB, 12))
                .with(Pool.MAPPED, Origin.mixed("/proc"), growing(26 * MIB, 400 * KIB, 12))
                .build();

        assertThat(series("@LeakTest loadsAndUnloads()", trace, 20)).hasToString("""
                        @LeakTest loadsAndUnloads(): native memory grows 26.6 MiB every cycle and none of it comes back

                          shape      LEAK, recurrent steps in 10 of 10 cycles after warm-up; certain at cycle 12 of at most 20
                          cycle              1*        2*         3  …        10        11        12   (* warm-up, not counted)
                          native       44.6 MiB  71.2 MiB  97.8 MiB  …   284 MiB   311 MiB   337 MiB   LEAK
                          heap           12 MiB    12 MiB    12 MiB  …    12 MiB    12 MiB    12 MiB   FLAT, smallest detectable leak: 32 KiB per cycle
                          resident       88 MiB   116 MiB   144 MiB  …   340 MiB   368 MiB   396 MiB   LEAK, not counted
                          mapped       26.4 MiB  26.8 MiB  27.2 MiB  …  29.9 MiB  30.3 MiB  30.7 MiB   FLAT, reported, not enforced
                          steady     threads 14 · files 31
                          measured   this JVM (pid 4711) · management beans, mallinfo2 less NMT, /proc · settled in 0.4 s per cycle
                          not seen   gpu0: no gpu0 here
                          why        not the Java heap · not fragmentation: malloc itself counts the bytes as in use
                          outlook    24 GiB exhausted after about 910 more cycles
                          next       async-profiler with event=nativemem names the allocating call""");
    }

    @Test
    void memoryOfAContainerIsNamed() {
        Trace trace = trace().with(Pool.CONTAINER, Origin.exact("cgroup"), growing(0, 40 * MIB, 18))
                .build();
        assertThat(series("@LeakTest serves()", trace, 20).line())
                .isEqualTo(
                        "@LeakTest serves(): memory of the container grows 40 MiB every cycle and none of it comes back");
    }

    @Test
    void memoryOfTheHostIsNamedWithItsDevice() {
        Trace trace = trace().with(Pool.gpuHost(1), Origin.exact("DRM"), growing(0, 4 * MIB, 12))
                .build();
        assertThat(series("@LeakTest spills()", trace, 20).line())
                .isEqualTo(
                        "@LeakTest spills(): memory of the host for gpu1 grows 4 MiB every cycle and none of it comes"
                                + " back");
    }

    @Test
    void aLeakInStepsOnADevice() {
        Trace trace = trace().with(
                        Pool.gpu(0), Origin.exact("NVML").endingAt(24 * GIB), growing(450 * MIB, 300 * MIB, 8))
                .with(Pool.HEAP, BEANS, flat(12 * MIB, 8))
                .build();

        assertThat(series("@LeakTest loadsAndUnloads()", trace, 20)).hasToString("""
                        @LeakTest loadsAndUnloads(): memory of gpu0 grows 300 MiB every cycle and none of it comes back

                          shape      LEAK, recurrent steps in 6 of 6 cycles after warm-up; certain at cycle 8 of at most 20
                          cycle              1*        2*         3  …         6         7         8   (* warm-up, not counted)
                          gpu0          750 MiB  1.03 GiB  1.32 GiB  …   2.2 GiB  2.49 GiB  2.78 GiB   LEAK
                          heap           12 MiB    12 MiB    12 MiB  …    12 MiB    12 MiB    12 MiB   FLAT, smallest detectable leak: 32 KiB per cycle
                          measured   this JVM (pid 4711) · NVML, management beans · settled in 0.4 s per cycle
                          why        not the Java heap
                          outlook    24 GiB exhausted after about 72 more cycles
                          next       close the model, its sessions and contexts on every path, also after a failure""");
    }

    @Test
    void aLeakOfWhichSomeIsGivenBackInASeriesWithoutALimit() {
        Trace trace = trace().with(Pool.THREADS, PROC, 9, 9, 9, 11, 10, 12, 14, 15, 17)
                .build();

        assertThat(series("@NoLeak repeats(int)", trace, Integer.MAX_VALUE)).hasToString("""
                        @NoLeak repeats(int): the number of threads grows by 8 in 6 cycles and most of it is not released

                          shape      LEAK, recurrent steps in 6 of 6 cycles after warm-up; certain at cycle 8
                          cycle              1*        2*         3  …         6         7         8   (* warm-up, not counted)
                          threads             9         9        11  …        14        15        17   LEAK
                          measured   this JVM (pid 4711) · /proc · settled in 0.4 s per cycle
                          next       jcmd PID Thread.print, while the test runs again, lists the threads that remain""");
    }

    @Test
    void aThreadInEveryCycle() {
        Trace trace = trace().with(Pool.HEAP, BEANS, flat(11 * MIB, 8))
                .with(Pool.THREADS, PROC, growing(14, 1, 8))
                .build();

        assertThat(series("@LeakTest serves()", trace, 20)).hasToString("""
                        @LeakTest serves(): the number of threads grows by 1 every cycle and none of it comes back

                          shape      LEAK, recurrent steps in 6 of 6 cycles after warm-up; certain at cycle 8 of at most 20
                          cycle              1*        2*         3  …         6         7         8   (* warm-up, not counted)
                          threads            15        16        17  …        20        21        22   LEAK
                          heap           11 MiB    11 MiB    11 MiB  …    11 MiB    11 MiB    11 MiB   FLAT, smallest detectable leak: 32 KiB per cycle
                          measured   this JVM (pid 4711) · management beans, /proc · settled in 0.4 s per cycle
                          next       jcmd PID Thread.print, while the test runs again, lists the threads that remain""");
    }

    @Test
    void severalLeaks() {
        Trace trace = trace().with(Pool.HEAP, BEANS.endingAt(GIB), growing(11 * MIB, 2 * MIB, 15))
                .with(Pool.NATIVE, Origin.mixed("mallinfo2"), growing(11 * MIB, 12 * MIB, 15))
                .with(Pool.THREADS, PROC, growing(14, 1, 15))
                .build();

        assertThat(series("Cycles of loadsAndUnloads()", trace, 20)).hasToString("""
                        Cycles of loadsAndUnloads(): native memory grows 12 MiB every cycle and none of it comes back; also heap, threads

                          shape      native: LEAK, recurrent steps in 13 of 13 cycles after warm-up; certain at cycle 15 of at most 20
                                     heap: LEAK, a straight line fits better than an exponential approach, by 27.3 BIC; certain at cycle 15 of at most 20
                                     threads: LEAK, recurrent steps in 13 of 13 cycles after warm-up; certain at cycle 15 of at most 20
                          cycle              1*        2*         3  …        13        14        15   (* warm-up, not counted)
                          heap           13 MiB    15 MiB    17 MiB  …    37 MiB    39 MiB    41 MiB   LEAK
                          native         23 MiB    35 MiB    47 MiB  …   167 MiB   179 MiB   191 MiB   LEAK
                          threads            15        16        17  …        27        28        29   LEAK
                          measured   this JVM (pid 4711) · management beans, mallinfo2, /proc · settled in 0.4 s per cycle
                          why        native: not fragmentation: malloc itself counts the bytes as in use
                                     heap: not garbage: each reading follows a confirmed full collection
                          outlook    heap: 1 GiB exhausted after about 490 more cycles
                          next       native: async-profiler with event=nativemem names the allocating call
                                     native: -XX:NativeMemoryTracking=summary excludes the JVM's own memory from the reading
                                     heap: jcmd PID GC.class_histogram, twice while the test runs again, shows the class that grows
                                     threads: jcmd PID Thread.print, while the test runs again, lists the threads that remain""");
    }

    @Test
    void aKnownLeakThatIsCured() {
        Trace trace = trace().with(Pool.HEAP, BEANS, flat(11 * MIB, 8))
                .with(Pool.NATIVE, MALLOC, flat(11 * MIB, 8))
                .build();
        Allowance allowance = new Allowance(Optional.of(Pool.NATIVE), 32 * MIB, "kherud/java-llama.cpp#102");
        Verdict verdict =
                Allowance.apply(List.of(allowance), LeakRule.standard().judge(trace));

        assertThat(Brief.checked(Message.of("@LeakTest loadsAndUnloads()", trace, verdict, 20)))
                .hasToString("""
                        @LeakTest loadsAndUnloads(): the known leak of native (kherud/java-llama.cpp#102) no longer occurs; remove its @KnownLeak

                          cycle              1*        2*         3  …         6         7         8   (* warm-up, not counted)
                          heap           11 MiB    11 MiB    11 MiB  …    11 MiB    11 MiB    11 MiB   FLAT, smallest detectable leak: 32 KiB per cycle
                          native         11 MiB    11 MiB    11 MiB  …    11 MiB    11 MiB    11 MiB   FLAT, smallest detectable leak: 32 KiB per cycle
                          measured   this JVM (pid 4711) · management beans, mallinfo2 less NMT · settled in 0.4 s per cycle""");
    }

    @Test
    void tooFewCycles() {
        Trace trace = trace().with(Pool.HEAP, BEANS, growing(11 * MIB, MIB, 6)).build();

        assertThat(series("Trace", trace, 6)).hasToString("""
                        Trace: inconclusive, heap: too few cycles: 6 of at least 8

                          cycle              1*        2*         3         4         5         6   (* warm-up, not counted)
                          heap           12 MiB    13 MiB    14 MiB    15 MiB    16 MiB    17 MiB   INCONCLUSIVE
                          measured   this JVM (pid 4711) · management beans · settled in 0.4 s per cycle""");
    }

    @Test
    void aMissingReading() {
        Trace trace = trace().with(Pool.HEAP, BEANS, 11 * MIB, MIB, MIB, GAP, MIB, MIB, MIB, MIB, MIB)
                .with(Pool.NATIVE, MALLOC, levelsThatScatter())
                .build();

        assertThat(series("@LeakTest loadsAndUnloads()", trace, 20)).hasToString("""
                        @LeakTest loadsAndUnloads(): inconclusive, heap: not read after cycle 3: no heap here; also native

                          reasons    heap: not read after cycle 3: no heap here
                                     native: growth of up to 74.7 times the tolerance per cycle cannot be ruled out in the last 6 cycles: readings scatter by 112.7 times the tolerance
                          cycle              1*        2*         3  …         6         7         8   (* warm-up, not counted)
                          heap            1 MiB     1 MiB       gap  …     1 MiB     1 MiB     1 MiB   FLAT apart from missing readings
                          native          9 MiB     2 MiB     7 MiB  …     3 MiB     8 MiB     4 MiB   INCONCLUSIVE
                          measured   this JVM (pid 4711) · management beans, mallinfo2 less NMT · settled in 0.4 s per cycle""");
    }

    private static long[] levelsThatScatter() {
        return new long[] {MIB, 9 * MIB, 2 * MIB, 7 * MIB, MIB, 9 * MIB, 3 * MIB, 8 * MIB, 4 * MIB};
    }

    @Test
    void noiseIsNotTakenForMemoryThatIsGivenBack() {
        Trace trace = trace().with(
                        Pool.DIRECT, BEANS, 0, 0, 0, 999 * KIB, 1999 * KIB, 1950 * KIB, 2949 * KIB, 3900 * KIB, 5 * MIB)
                .build();

        assertThat(series("@LeakTest serves()", trace, 20).line())
                .isEqualTo(
                        "@LeakTest serves(): memory of direct buffers grows 853 KiB per cycle and none of it comes back");
    }

    @Test
    void nothingThatCouldBeRead() {
        Trace trace = trace().with(Pool.gpu(0), flat(GAP, 8)).build();

        assertThat(series("@LeakTest loadsAndUnloads()", trace, 20)).hasToString("""
                        @LeakTest loadsAndUnloads(): inconclusive, gpu0: no gpu0 here

                          measured   this JVM (pid 4711) · settled in 0.4 s per cycle
                          not seen   gpu0: no gpu0 here""");
    }

    @Test
    void aPassedVerdictStatesItsSmallestDetectableLeak() {
        Trace trace = trace().with(Pool.gpu(0), H200, flat(2 * MIB, 8))
                .with(Pool.HEAP, BEANS, flat(11 * MIB, 8))
                .with(Pool.METASPACE, BEANS, flat(29 * MIB, 8))
                .with(Pool.THREADS, PROC, 13, 14, 14, 14, 14, 14, 14, 14, 14)
                .with(Pool.FILES, PROC, flat(31, 8))
                .build();

        assertThat(series("@LeakTest loadsAndUnloads()", trace, 20)).hasToString("""
                        @LeakTest loadsAndUnloads(): memory returns to its baseline; smallest detectable leak per cycle: gpu0 341 KiB, heap 32 KiB, metaspace 32 KiB

                          cycle              1*        2*         3  …         6         7         8   (* warm-up, not counted)
                          gpu0            2 MiB     2 MiB     2 MiB  …     2 MiB     2 MiB     2 MiB   FLAT, smallest detectable leak: 341 KiB per cycle; rules out a leak in ≥ 39% of cycles (95% confidence)
                          heap           11 MiB    11 MiB    11 MiB  …    11 MiB    11 MiB    11 MiB   FLAT, smallest detectable leak: 32 KiB per cycle
                          metaspace      29 MiB    29 MiB    29 MiB  …    29 MiB    29 MiB    29 MiB   FLAT, smallest detectable leak: 32 KiB per cycle
                          threads            14        14        14  …        14        14        14   FLAT, rules out a leak in ≥ 39% of cycles (95% confidence)
                          steady     files 31
                          measured   this JVM (pid 4711) · NVML on NVIDIA H200 GPU-604ac76c, management beans, /proc · settled in 0.4 s per cycle""");
    }

    @Test
    void aPassedVerdictStatesWhatStaysAboveTheBaseline() {
        Trace trace = trace().with(Pool.HEAP, BEANS, flat(11 * MIB, 14))
                .with(Pool.NATIVE, MALLOC, contextsThatWereNeverFreed())
                .build();

        Message message = series("@LeakTest transcribes()", trace, 20);
        assertThat(message).hasToString("""
                        @LeakTest transcribes(): memory stopped growing, but stays above its baseline: native 216 MiB; smallest detectable leak per cycle: heap 32 KiB, native 32 KiB

                          cycle              1*        2*         3  …        12        13        14   (* warm-up, not counted)
                          heap           11 MiB    11 MiB    11 MiB  …    11 MiB    11 MiB    11 MiB   FLAT, smallest detectable leak: 32 KiB per cycle
                          native         56 MiB    83 MiB   110 MiB  …   245 MiB   245 MiB   245 MiB   PLATEAU, stays 216 MiB above its baseline; smallest detectable leak: 32 KiB per cycle
                          measured   this JVM (pid 4711) · management beans, mallinfo2 less NMT · settled in 0.4 s per cycle
                          why        native rose in 8 cycles, for the last time in cycle 8; check that each later cycle still loads: a cache that is full and a load that fails look the same""");
        assertThat(message.brief())
                .contains("\n  clean      heap 11 MiB · native 245 MiB (216 MiB above its baseline)\n");
    }

    private static long[] contextsThatWereNeverFreed() {
        return LongStream.rangeClosed(0, 14)
                .map(cycle -> (29 + 27 * Math.min(cycle, 8)) * MIB)
                .toArray();
    }

    @Test
    void theLargestAmountThatStaysComesFirst() {
        Trace trace = trace().with(Pool.gpu(0), H200, 0, 2 * MIB, 2 * MIB, 2 * MIB, 2 * MIB, 2 * MIB, 2 * MIB, 2 * MIB)
                .with(Pool.NATIVE, MALLOC, 0, 9 * MIB, 9 * MIB, 9 * MIB, 9 * MIB, 9 * MIB, 9 * MIB, 9 * MIB)
                .with(Pool.RESIDENT, PROC, 0, 40 * MIB, 40 * MIB, 40 * MIB, 40 * MIB, 40 * MIB, 40 * MIB, 40 * MIB)
                .build();
        trace = trace.with(trace.snapshots().get(7));

        assertThat(series("@LeakTest loads()", trace, 20).line())
                .startsWith("@LeakTest loads(): memory stopped growing, but stays above its baseline: resident 40 MiB,"
                        + " native 9 MiB; smallest detectable leak per cycle: gpu0");
    }

    @Test
    void growthWithinTheToleranceHasNotStopped() {
        Trace trace = trace().with(Pool.NATIVE, Origin.mixed("mallinfo2"), growing(29 * MIB, 400 * KIB, 15))
                .build();

        assertThat(series("@LeakTest loads()", trace, 20).line())
                .isEqualTo(
                        "@LeakTest loads(): no leak beyond the tolerance was found, but memory stays above its baseline:"
                                + " native 5.86 MiB; smallest detectable leak per cycle: native 512 KiB");
    }

    @Test
    void bytesComeBeforeTheCountsThatGrowWithThem() {
        Trace trace = trace().with(Pool.NATIVE, MALLOC, growing(29 * MIB, 27 * MIB, 10))
                .with(Pool.THREADS, PROC, growing(14, 1, 10))
                .with(Pool.FILES, PROC, growing(31, 2, 10))
                .build();

        assertThat(series("@LeakTest completes()", trace, 20).line())
                .isEqualTo(
                        "@LeakTest completes(): native memory grows 27 MiB every cycle and none of it comes back; also"
                                + " threads, files");
    }

    @Test
    void bytesThatAreNotCertainYetAreNamedBesideACount() {
        Trace trace = trace().with(Pool.HEAP, BEANS, growing(11 * MIB, 999, 8))
                .with(Pool.NATIVE, MALLOC, growing(29 * MIB, 27 * MIB, 8))
                .with(Pool.THREADS, PROC, growing(14, 1, 8))
                .build();

        assertThat(series("@LeakTest completes()", trace, 8).line())
                .isEqualTo(
                        "@LeakTest completes(): the number of threads grows by 1 every cycle and none of it comes back;"
                                + " not yet certain, but growing: native by 216 MiB in 8 cycles");
    }

    @Test
    void aPassedVerdictNamesThePoolsThatItIsNotAbout() {
        Trace trace = trace().with(Pool.gpu(0), flat(GAP, 8))
                .with(Pool.HEAP, BEANS, flat(11 * MIB, 8))
                .build();

        assertThat(series("@LeakTest loadsAndUnloads()", trace, 20).line())
                .isEqualTo("@LeakTest loadsAndUnloads(): memory returns to its baseline; smallest detectable leak per"
                        + " cycle: heap 32 KiB; not measured: gpu0 (no gpu0 here)");
    }

    private static Message series(String title, Trace trace, int most) {
        return Brief.checked(Message.of(title, trace, LeakRule.standard().judge(trace), most));
    }
}
