package io.github.vramguard.source.linux;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.ForkedJvm;
import io.github.vramguard.source.jvm.PretouchedHeap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProcStatusSourceTests {

    private static final MemoryTarget SELF = Targets.thisJvm();

    @TempDir
    Path proc;

    private Map<Pool, Reading> read(String fixture) throws IOException {
        Path self = Files.createDirectories(proc.resolve("self"));
        try (InputStream status = ProcStatusSourceTests.class.getResourceAsStream(fixture)) {
            Files.copy(Objects.requireNonNull(status), self.resolve("status"));
        }
        return new ProcStatusSource(new Processes(proc), false).read(SELF);
    }

    private static Condition<Reading> gap(Reason reason, String words) {
        return new Condition<>(
                reading -> reading instanceof Reading.Gap gap
                        && gap.reason() == reason
                        && gap.detail().contains(words),
                "a gap, %s, that says \"%s\"",
                reason,
                words);
    }

    @Test
    void anonymousSharedAndSwappedMemoryIsResidentAndFilesAreMapped() throws IOException {
        assertThat(read("status-linux6.txt"))
                .containsEntry(Pool.RESIDENT, new Reading.Bytes((6880 + 512 + 256) * 1024L))
                .containsEntry(Pool.MAPPED, new Reading.Bytes(6696 * 1024L));
    }

    @Test
    void aZombieHoldsNothingAndIsNotZero() throws IOException {
        assertThat(read("status-zombie.txt").values()).hasSize(2).are(gap(Reason.PROCESS_GONE, "ended"));
    }

    @Test
    void aKernelThatDoesNotTellAnonymousMemoryApartIsAGap() throws IOException {
        assertThat(read("status-linux3.txt").values()).hasSize(2).are(gap(Reason.NOT_SUPPORTED, "Linux 4.5"));
    }

    @Test
    void aSystemWithoutProcIsAGap() {
        assertThat(new ProcStatusSource(new Processes(Path.of("/no/such")), false)
                        .read(SELF)
                        .values())
                .hasSize(2)
                .are(gap(Reason.NOT_SUPPORTED, "/no/such"));
    }

    @Test
    void aMissingSwapLineMeansThatNothingIsSwapped() {
        ProcFields fields = ProcFields.parse("RssAnon:\t 7 kB\nName:\tx\nno colon\nOdd: 12");
        assertThat(fields.bytes("RssAnon")).hasValue(7 * 1024);
        assertThat(fields.bytes("VmSwap")).isEmpty();
        assertThat(fields.bytes("Odd")).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void touchedMemoryBecomesResident() {
        ProcStatusSource source = new ProcStatusSource(Processes.ofThisMachine());
        long size = 64 << 20;
        long before = resident(source);
        try (Memory block = new Memory(size)) {
            assertThat(resident(source) - before).isLessThan(size / 2);
            block.clear();
            assertThat(resident(source) - before).isGreaterThan(size / 2);
        }
        assertThat(resident(source) - before).isLessThan(size / 2);
    }

    private static long resident(ProcStatusSource source) {
        return source.read(SELF).get(Pool.RESIDENT).amount().orElseThrow();
    }

    /** Prints where resident memory comes from, and whether the heap is in it. */
    static final class PrintsResident {
        public static void main(String[] args) {
            ProcStatusSource source = new ProcStatusSource(Processes.ofThisMachine());
            Origin origin = source.origins(SELF).get(Pool.RESIDENT);
            System.out.println(origin.quality() + " " + (resident(source) > PretouchedHeap.committed()));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theHeapIsTakenOffWhereAllOfItIsResident() {
        ForkedJvm plain =
                ForkedJvm.of(PrintsResident.class, "-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch", "-XX:+UseG1GC");
        assertThat(plain.with("MALLOC_ARENA_MAX", "2").run()).containsExactly("EXACT false");
        assertThat(plain.with("MALLOC_ARENA_MAX", "8").run()).containsExactly("MIXED true");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void zgcKeepsItMappedOnlyWithGenerations() {
        boolean generational = Runtime.version().feature() >= 23;
        assertThat(ForkedJvm.of(PrintsResident.class, "-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch", "-XX:+UseZGC")
                        .with("MALLOC_ARENA_MAX", "2")
                        .run())
                .containsExactly(generational ? "EXACT false" : "MIXED true");
    }
}
