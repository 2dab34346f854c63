package io.github.vramguard.message;

import static io.github.vramguard.memory.TraceFixture.GAP;
import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.growing;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.PeaksFixture;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.memory.TraceFixture;
import io.github.vramguard.rule.BudgetRule;
import io.github.vramguard.rule.LeakRule;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The default form of a message, word by word, and at its longest. */
class BriefMessageTests {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;
    private static final long GIB = 1024 * MIB;
    private static final Origin PROC = Origin.exact("/proc");

    @Test
    void cleanPoolsShareOneLine() {
        Trace trace = trace().with(Pool.gpu(0), flat(GAP, 12))
                .with(Pool.HEAP, Origin.exact("management beans"), growing(12 * MIB, 512, 12))
                .with(
                        Pool.NATIVE,
                        Origin.exact("mallinfo2 less NMT").endingAt(24 * GIB),
                        growing(18 * MIB, 27892122, 12))
                .with(Pool.THREADS, PROC, flat(14, 12))
                .with(Pool.FILES, PROC, flat(31, 12))
                .with(Pool.MAPPED, Origin.mixed("/proc"), growing(26 * MIB, 400 * KIB, 12))
                .build();

        assertThat(series("@LeakTest loadsAndUnloads()", trace).brief()).isEqualTo("""
                        @LeakTest loadsAndUnloads(): native memory grows 26.6 MiB every cycle and none of it comes back

                          shape      LEAK, recurrent steps in 10 of 10 cycles after warm-up; certain at cycle 12 of at most 20
                          cycle              1*        2*         3  …        10        11        12   (* warm-up, not counted)
                          native       44.6 MiB  71.2 MiB  97.8 MiB  …   284 MiB   311 MiB   337 MiB   LEAK
                          clean      heap 12 MiB · threads 14 · files 31
                          measured   this JVM (pid 4711) · management beans, mallinfo2 less NMT, /proc · settled in 0.4 s per cycle
                          not seen   gpu0: no gpu0 here
                          why        not the Java heap · not fragmentation: malloc itself counts the bytes as in use
                          outlook    24 GiB exhausted after about 910 more cycles
                          next       async-profiler with event=nativemem names the allocating call""");
    }

    @Test
    void howManyMoreLeaksThereAreIsStated() {
        TraceFixture many = trace();
        for (int gpu = 0; gpu < 16; gpu++) {
            many.with(Pool.gpu(gpu), Origin.exact("NVML").endingAt(24 * GIB), growing(0, 30 * MIB, 12));
            many.with(Pool.gpuHost(gpu), PROC, flat(GAP, 12));
        }
        Pool.all().stream()
                .filter(pool -> !pool.isAllocatedByDriver())
                .forEach(pool -> many.with(pool, PROC, growing(0, 40 * MIB, 12)));

        String brief = series("@LeakTest loadsAndUnloads()", many.build()).brief();

        assertThat(brief.lines())
                .hasSizeLessThanOrEqualTo(24)
                .anyMatch(line -> line.matches(" {13}and \\d\\d more pools"))
                .anyMatch(line -> line.matches(" {2}not seen .*") || line.matches(".* \\(and 14 more\\)"))
                .anyMatch(line -> line.matches(" {2}outlook {4}gpu0: 24 GiB exhausted .* \\(and 15 more\\)"));
    }

    @Test
    void devicesWithinTheBudgetShareOneLine() {
        Map<Pool, Reading> highest = new HashMap<>();
        for (int gpu = 0; gpu < 8; gpu++) {
            highest.put(Pool.gpu(gpu), new Bytes((gpu == 1 ? 7 : 2) * GIB));
            highest.put(Pool.gpu(8 + gpu), new Gap(Reason.NO_PERMISSION, "not for this user"));
        }

        assertThat(budget(highest).brief()).isEqualTo("""
                        @VramBudget answers(): gpu1 peaks at 7 GiB, 1 GiB over the budget of 6 GiB

                          gpu1       peak 7 GiB
                          devices    gpu0 peak 2 GiB · gpu2 peak 2 GiB · gpu3 peak 2 GiB · gpu4 peak 2 GiB · gpu5 peak 2 GiB · gpu6 peak 2 GiB · gpu7 peak 2 GiB
                          not seen   gpu8: not for this user
                                     gpu9: not for this user (and 6 more)
                          measured   this JVM (pid 4711) · NVML · 41 samples, one every 50 ms; a shorter peak may be missed
                          next       load less at a time, a smaller context or a smaller model, or raise the budget""");
    }

    @Test
    void manyDevicesAboveTheBudgetShareOneLineToo() {
        Map<Pool, Reading> highest = new HashMap<>();
        for (int gpu = 0; gpu < 8; gpu++) {
            highest.put(Pool.gpu(gpu), new Bytes(7 * GIB));
        }

        assertThat(budget(highest).brief().lines()).hasSize(5);
    }

    private static Message series(String title, Trace trace) {
        return Brief.checked(Message.of(title, trace, LeakRule.standard().judge(trace), 20));
    }

    private static Message budget(Map<Pool, Reading> highest) {
        Peaks peaks = PeaksFixture.sampled(highest, 41, Duration.ofMillis(50));
        Trace trace = trace().with(Pool.gpu(0), Origin.exact("NVML")).build();
        return Brief.checked(
                Message.of("@VramBudget answers()", trace, peaks, new BudgetRule(new ByteSize(6 * GIB)).judge(peaks)));
    }
}
