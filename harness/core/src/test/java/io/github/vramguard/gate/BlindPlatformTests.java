package io.github.vramguard.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.Targets;
import io.github.vramguard.config.Settings;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.message.Message;
import io.github.vramguard.source.spi.MemorySource;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.InconclusiveReason.Cause;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passes where pools cannot be read says so, and does not pass where they have to be. */
class BlindPlatformTests {

    private static final MemoryTarget SELF = Targets.thisJvm();
    private static final Gap NO_PROC = new Gap(Reason.NOT_SUPPORTED, "there is no /proc; Linux has one");
    private static final Gap NO_GPU = new Gap(Reason.NOT_PRESENT, "no GPU driver found");
    private static final Gap NO_MALLINFO = new Gap(Reason.NOT_SUPPORTED, "another allocator is loaded; unload it");

    /** Clean readings of some pools, and gaps of others. */
    private record Platform(Map<Pool, Origin> read, Map<Pool, Gap> gaps) implements MemorySource {

        @Override
        public String name() {
            return "platform";
        }

        @Override
        public Map<Pool, Origin> origins(MemoryTarget target) {
            return read;
        }

        @Override
        public Map<Pool, Reading> read(MemoryTarget target) {
            Map<Pool, Reading> readings = new TreeMap<>(gaps);
            read.keySet().forEach(pool -> readings.put(pool, Reading.of(pool, 1 << 20)));
            return readings;
        }
    }

    private static final Origin BEANS = Origin.exact("management beans");
    private static final Map<Pool, Origin> OF_THE_JVM =
            Map.of(Pool.HEAP, BEANS, Pool.DIRECT, BEANS, Pool.METASPACE, BEANS);

    /** As on Windows, and on macOS. */
    private static final Platform WITHOUT_PROC = new Platform(
            OF_THE_JVM,
            Map.of(
                    Pool.NATIVE,
                    NO_MALLINFO,
                    Pool.UNTOUCHED,
                    NO_MALLINFO,
                    Pool.THREADS,
                    NO_PROC,
                    Pool.FILES,
                    NO_PROC,
                    Pool.CHILDREN,
                    NO_PROC,
                    Pool.DESCENDANTS,
                    NO_PROC,
                    Pool.RESIDENT,
                    NO_PROC,
                    Pool.MAPPED,
                    NO_PROC,
                    Pool.gpu(0),
                    NO_GPU));

    private static Platform linux(Origin ofResident, Map<Pool, Gap> gaps) {
        Map<Pool, Origin> read = new TreeMap<>(OF_THE_JVM);
        read.put(Pool.RESIDENT, ofResident);
        return new Platform(read, gaps);
    }

    private static Verdict judged(Platform platform, String key, String value, int cycles) {
        Settings settings = LeakGateTests.settings(
                Map.of(key, value, "vramguard.settle.window", "1", "vramguard.settle.gpu-window", "1"));
        LeakGate gate = LeakGate.with(settings);
        Meter meter = gate.meter(SELF, platform);
        return gate.judge(new Cycles(meter, cycles, gate::needsAnother).run(cycle -> {}));
    }

    private static Verdict byDefault(Platform platform) {
        return judged(platform, "vramguard.mode", "enforce", 8);
    }

    private static List<Pool> blind(Platform platform, int cycles) {
        Verdict verdict = judged(platform, "vramguard.strict", "true", cycles);
        return verdict instanceof Verdict.Inconclusive open
                ? open.reasons().stream()
                        .filter(reason -> reason.cause() == Cause.UNMEASURED)
                        .map(InconclusiveReason::pool)
                        .toList()
                : List.of();
    }

    @Test
    void aPassOnWindowsAndMacOsNamesWhatWasNotMeasured() {
        assertThat(byDefault(WITHOUT_PROC)).isInstanceOf(Verdict.Passed.class);
        assertThat(line(WITHOUT_PROC))
                .endsWith(
                        "; not measured: gpu0 (no GPU driver found), children, threads, files, descendants, resident, mapped"
                                + " (there is no /proc), native, untouched (another allocator is loaded)");
    }

    private static String line(Platform platform) {
        Trace untouched =
                LeakGate.with(Settings.defaults()).meter(SELF, platform).trace();
        return Message.of("@LeakTest serves()", untouched, byDefault(platform), 20)
                .line();
    }

    @ParameterizedTest(name = "{0} cycles")
    @CsvSource({"1", "8"})
    void strictDoesNotPassThere(int cycles) {
        assertThat(blind(WITHOUT_PROC, cycles)).containsExactly(Pool.NATIVE, Pool.DESCENDANTS, Pool.RESIDENT);
    }

    @Test
    void norDoesItWhereTheSettingIsAboutUnavailablePoolsAlone() {
        assertThat(judged(WITHOUT_PROC, "vramguard.unavailable", "fail", 8)).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void withAnotherAllocatorResidentMemoryThatIsOnlyReportedTellsNothing() {
        Platform preloaded = linux(Origin.mixed("/proc"), Map.of(Pool.NATIVE, NO_MALLINFO));

        assertThat(blind(preloaded, 8)).containsExactly(Pool.NATIVE, Pool.RESIDENT);
        assertThat(line(preloaded))
                .endsWith("; not measured: native (another allocator is loaded), resident (reported, not enforced)");
    }

    @Test
    void withAnotherAllocatorResidentMemoryThatIsEnforcedStandsInForIt() {
        Platform pretouched = linux(Origin.exact("/proc"), Map.of(Pool.NATIVE, NO_MALLINFO));

        assertThat(judged(pretouched, "vramguard.strict", "true", 20)).isInstanceOf(Verdict.Passed.class);
        assertThat(line(pretouched)).endsWith("; not measured: native (another allocator is loaded)");
    }

    @Test
    void aGpuThatIsThereAndCannotBeReadIsBlindAndOneThatIsNotThereIsNot() {
        Gap broken = new Gap(Reason.NO_PERMISSION, "/dev/nvidiactl may not be opened");

        assertThat(blind(new Platform(OF_THE_JVM, Map.of(Pool.gpu(0), broken)), 8))
                .containsExactly(Pool.gpu(0));
        assertThat(judged(new Platform(OF_THE_JVM, Map.of(Pool.gpu(0), NO_GPU)), "vramguard.strict", "true", 8))
                .isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void whereAllIsReadThereIsNothingToName() {
        Platform all = linux(Origin.exact("/proc"), Map.of());

        assertThat(line(all)).doesNotContain("not measured");
        assertThat(judged(all, "vramguard.strict", "true", 20)).isInstanceOf(Verdict.Passed.class);
    }
}
