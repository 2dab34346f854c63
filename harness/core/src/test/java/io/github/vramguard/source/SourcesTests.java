package io.github.vramguard.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.jvm.ManagementBeansSource;
import io.github.vramguard.source.spi.MemorySource;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SourcesTests {

    private static final MemoryTarget SELF = Targets.thisJvm();
    private static final Gap BLIND = new Gap(Reason.NOT_SUPPORTED, "no eyes");
    private static final Gap LOCKED = new Gap(Reason.NO_PERMISSION, "no key");

    /** Says what it is told to say. */
    private record Scripted(String name, Map<Pool, Reading> says) implements MemorySource {

        static Scripted of(String name, Pool pool, Reading reading) {
            return new Scripted(name, new HashMap<>(Map.of(pool, reading)));
        }

        @Override
        public Map<Pool, Origin> origins(MemoryTarget target) {
            Map<Pool, Origin> origins = new HashMap<>();
            says.keySet().forEach(pool -> origins.put(pool, Origin.exact(name)));
            return origins;
        }

        @Override
        public Map<Pool, Reading> read(MemoryTarget target) {
            return Map.copyOf(says);
        }

        @Override
        public Map<Pool, Gap> reclaim(MemoryTarget target) {
            Map<Pool, Gap> gaps = new HashMap<>();
            says.keySet().forEach(pool -> gaps.put(pool, new Gap(Reason.UNSETTLED, name)));
            return gaps;
        }
    }

    private static Sources among(MemorySource... sources) {
        return Sources.among(List.of(sources), SELF, Set.of());
    }

    private static Reading bytes(long value) {
        return new Reading.Bytes(value);
    }

    @Test
    void theFirstSourceThatCanReadAPoolReadsIt() {
        Sources sources = among(
                Scripted.of("blind", Pool.HEAP, BLIND),
                Scripted.of("first", Pool.HEAP, bytes(1)),
                Scripted.of("second", Pool.HEAP, bytes(2)));
        assertThat(sources.origins(SELF)).isEqualTo(Map.of(Pool.HEAP, Origin.exact("first")));
        assertThat(sources.read(SELF)).isEqualTo(Map.of(Pool.HEAP, bytes(1)));
    }

    @Test
    void aSourceIsKeptWhenItFailsLater() {
        Scripted first = Scripted.of("first", Pool.HEAP, bytes(1));
        Sources sources = among(first, Scripted.of("second", Pool.HEAP, bytes(2)));
        first.says().put(Pool.HEAP, BLIND);
        assertThat(sources.read(SELF)).isEqualTo(Map.of(Pool.HEAP, BLIND));
        assertThat(sources.origins(SELF)).containsOnlyKeys(Pool.HEAP);
    }

    @Test
    void aSourceThatForgetsAPoolLeavesAGap() {
        Scripted first = Scripted.of("first", Pool.HEAP, bytes(1));
        Sources sources = among(first);
        first.says().clear();
        assertThat(sources.read(SELF))
                .isEqualTo(Map.of(Pool.HEAP, new Gap(Reason.UNPARSABLE, "the source \"first\" did not report heap")));
    }

    @Test
    void eachPoolIsChosenForByItself() {
        Sources sources = among(
                new Scripted("first", Map.of(Pool.HEAP, BLIND, Pool.NATIVE, bytes(1))),
                new Scripted("second", Map.of(Pool.HEAP, bytes(2), Pool.NATIVE, bytes(2))));
        assertThat(sources.read(SELF)).isEqualTo(Map.of(Pool.HEAP, bytes(2), Pool.NATIVE, bytes(1)));
    }

    @Test
    void aPoolThatNobodyCanReadIsAGap() {
        assertThat(among(Scripted.of("blind", Pool.HEAP, BLIND)).read(SELF)).isEqualTo(Map.of(Pool.HEAP, BLIND));
    }

    @Test
    void allRefusalsAreTold() {
        Sources sources = among(Scripted.of("locked", Pool.HEAP, LOCKED), Scripted.of("blind", Pool.HEAP, BLIND));
        assertThat(sources.origins(SELF)).isEmpty();
        assertThat(sources.read(SELF))
                .isEqualTo(Map.of(Pool.HEAP, new Gap(Reason.NO_PERMISSION, "locked: no key; blind: no eyes")));
    }

    @Test
    void onlyWhatAChosenSourceCouldNotReclaimIsTold() {
        Sources sources = among(
                Scripted.of("first", Pool.HEAP, bytes(1)),
                new Scripted("second", Map.of(Pool.HEAP, bytes(2), Pool.NATIVE, bytes(2))));
        assertThat(sources.reclaim(SELF))
                .isEqualTo(Map.of(
                        Pool.HEAP, new Gap(Reason.UNSETTLED, "first"),
                        Pool.NATIVE, new Gap(Reason.UNSETTLED, "second")));
    }

    @Test
    void aNameSelectsASource() {
        assertThat(Sources.of(SELF, Set.of("jvm")).origins(SELF))
                .containsOnlyKeys(Pool.HEAP, Pool.DIRECT, Pool.METASPACE);
    }

    @Test
    void aNameThatNoSourceHasIsAnError() {
        assertThatThrownBy(() -> Sources.of(SELF, Set.of("cuda")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"cuda\" is not a memory source; "
                        + "there are jvm, malloc, proc-status, proc-task, processes, cgroup, nvml, nvidia-smi, drm, dmem,"
                        + " device, gpu");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisMachineHasAReadingOrAReasonForEveryPool() {
        Sources sources = Sources.of(SELF, Set.of());
        assertThat(sources.reclaim(SELF)).isEmpty();
        assertThat(sources.read(SELF).keySet())
                .contains(Pool.CHILDREN, Pool.HEAP, Pool.DIRECT, Pool.METASPACE, Pool.NATIVE)
                .contains(Pool.THREADS, Pool.FILES, Pool.RESIDENT, Pool.MAPPED, Pool.gpu(0));
        assertThat(sources.origins(SELF)).doesNotContainKey(Pool.gpu(0));
    }

    /** Reads a pool of its own. */
    public static final class ReadsGpu9 implements MemorySource {
        @Override
        public String name() {
            return "nine";
        }

        @Override
        public Map<Pool, Origin> origins(MemoryTarget target) {
            return Map.of(Pool.gpu(9), Origin.exact("nine"), Pool.HEAP, Origin.exact("nine"));
        }

        @Override
        public Map<Pool, Reading> read(MemoryTarget target) {
            return Map.of(Pool.gpu(9), bytes(9), Pool.HEAP, BLIND);
        }
    }

    /** Throws whenever it can. */
    public static final class Throws implements MemorySource {
        @Override
        public String name() {
            return "throws";
        }

        @Override
        public Map<Pool, Origin> origins(MemoryTarget target) {
            return Map.of(Pool.gpu(7), Origin.exact("throws"));
        }

        @Override
        public Map<Pool, Reading> read(MemoryTarget target) {
            throw new UnsatisfiedLinkError("libseven.so");
        }
    }

    @Test
    void sourcesOnTheClassPathGoFirst(@TempDir Path services) throws IOException {
        Sources sources = with(services, ReadsGpu9.class);
        assertThat(sources.read(SELF)).containsEntry(Pool.gpu(9), bytes(9));
        assertThat(sources.origins(SELF).get(Pool.HEAP))
                .extracting(Origin::source)
                .isNotEqualTo("nine");
    }

    @Test
    void aSourceThatThrowsIsAGapThatNamesItsClass(@TempDir Path services) throws IOException {
        assertThat(with(services, Throws.class).read(SELF))
                .containsEntry(
                        Pool.gpu(7),
                        new Gap(
                                Reason.NOT_SUPPORTED,
                                Throws.class.getName() + " threw java.lang.UnsatisfiedLinkError: libseven.so"));
    }

    private static Sources with(Path services, Class<? extends MemorySource> source) throws IOException {
        Path file = services.resolve("META-INF/services/" + MemorySource.class.getName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, source.getName());
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {url(services)}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            return Sources.of(SELF, Set.of());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL url(Path directory) throws MalformedURLException {
        return directory.toUri().toURL();
    }

    @Test
    void aSourceThatThrowsAtOtherTimesDoesNoHarmEither() {
        MemorySource silent = new GuardedSource(new ThrowsAlways());
        assertThat(silent.origins(SELF)).isEmpty();
        assertThat(silent.reclaim(SELF)).isEmpty();
        assertThat(among(silent, Scripted.of("next", Pool.HEAP, bytes(1))).read(SELF))
                .isEqualTo(Map.of(Pool.HEAP, bytes(1)));
    }

    private static final class ThrowsAlways implements MemorySource {
        @Override
        public String name() {
            return "throws-always";
        }

        @Override
        public Map<Pool, Origin> origins(MemoryTarget target) {
            throw new IllegalStateException("origins");
        }

        @Override
        public Map<Pool, Reading> read(MemoryTarget target) {
            throw new IllegalStateException("read");
        }

        @Override
        public Map<Pool, Gap> reclaim(MemoryTarget target) {
            throw new IllegalStateException("reclaim");
        }
    }

    /** Remembers how many collections there had been when it was asked to reclaim. */
    private static final class CountsCollections implements MemorySource {

        private long collections = -1;

        @Override
        public String name() {
            return "counts";
        }

        @Override
        public Map<Pool, Origin> origins(MemoryTarget target) {
            return Map.of(Pool.NATIVE, Origin.exact("counts"));
        }

        @Override
        public Map<Pool, Reading> read(MemoryTarget target) {
            return Map.of(Pool.NATIVE, bytes(0));
        }

        @Override
        public Map<Pool, Gap> reclaim(MemoryTarget target) {
            collections = collectionsUntilNow();
            return Map.of();
        }

        private static long collectionsUntilNow() {
            return ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                    .sum();
        }
    }

    @Test
    void garbageIsCollectedBeforeAllocatorsAreTrimmed() {
        CountsCollections allocator = new CountsCollections();
        Sources sources = among(allocator, new ManagementBeansSource());
        long before = CountsCollections.collectionsUntilNow();
        sources.reclaim(SELF);
        assertThat(allocator.collections).isGreaterThanOrEqualTo(before + 2);
    }

    @Test
    void noErrorOfASourceLeavesIt() {
        MemorySource broken = new GuardedSource(new EndlessReading());
        assertThat(broken.read(SELF).get(Pool.HEAP)).isInstanceOfSatisfying(Gap.class, gap -> assertThat(gap.detail())
                .contains("StackOverflowError"));
    }

    private static final class EndlessReading implements MemorySource {
        @Override
        public String name() {
            return "endless";
        }

        @Override
        public Map<Pool, Origin> origins(MemoryTarget target) {
            return Map.of(Pool.HEAP, Origin.exact("endless"));
        }

        @Override
        public Map<Pool, Reading> read(MemoryTarget target) {
            throw new StackOverflowError();
        }
    }
}
