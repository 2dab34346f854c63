package io.github.vramguard.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in against the layouts of nvml.h, by their numbers: what it got wrong, the tests of the source would, too. */
@EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
class StandInTests {

    private static final long MIB = 1 << 20;
    private static final long SELF = ProcessHandle.current().pid();

    @TempDir
    Path root;

    private static NativeLibrary load(StandIn standIn) {
        return NativeLibrary.getInstance(standIn.library().toString());
    }

    private static int call(StandIn standIn, String function, Object... arguments) {
        return load(standIn).getFunction(function).invokeInt(arguments);
    }

    private static Pointer gpu(StandIn standIn) {
        Memory handle = new Memory(8);
        assertThat(call(standIn, "nvmlInit_v2")).isZero();
        assertThat(call(standIn, "nvmlDeviceGetHandleByIndex_v2", 0, handle)).isZero();
        return handle.getPointer(0);
    }

    private static Memory filled(int size) {
        Memory memory = new Memory(size);
        memory.setMemory(0, size, (byte) 0x5A);
        return memory;
    }

    @Test
    void nothingIsAnsweredBeforeTheStart() {
        assertThat(call(StandIn.start(root), "nvmlDeviceGetCount_v2", filled(4)))
                .isEqualTo(1);
    }

    @Test
    void theOlderStructureOfMemoryHas24Bytes() {
        StandIn standIn = StandIn.start(root);
        standIn.allocate(0, SELF, 10 * MIB);
        Memory memory = filled(32);
        assertThat(call(standIn, "nvmlDeviceGetMemoryInfo", gpu(standIn), memory))
                .isZero();
        assertThat(memory.getLongArray(0, 4)).containsExactly(8192 * MIB, 7926 * MIB, 266 * MIB, 0x5A5A5A5A5A5A5A5AL);
    }

    @Test
    void theNewerStructureOfMemoryHas40BytesAndAVersion() {
        StandIn standIn = StandIn.start(root);
        standIn.allocate(0, SELF, 10 * MIB);
        Memory memory = filled(48);
        memory.setInt(0, 2);
        assertThat(call(standIn, "nvmlDeviceGetMemoryInfo_v2", gpu(standIn), memory))
                .isEqualTo(25);
        memory.setInt(0, 33554472);
        assertThat(call(standIn, "nvmlDeviceGetMemoryInfo_v2", gpu(standIn), memory))
                .isZero();
        assertThat(memory.getLongArray(8, 5))
                .containsExactly(8192 * MIB, 256 * MIB, 7926 * MIB, 10 * MIB, 0x5A5A5A5A5A5A5A5AL);
    }

    @Test
    void aListIsFirstAskedForItsLength() {
        StandIn standIn = StandIn.start(root).set("crowd", 2);
        Pointer gpu = gpu(standIn);
        Memory count = new Memory(4);
        count.setInt(0, 0);
        assertThat(call(standIn, "nvmlDeviceGetComputeRunningProcesses_v3", gpu, count, Pointer.NULL))
                .isEqualTo(7);
        assertThat(count.getInt(0)).isEqualTo(2);
        Memory entries = filled(56);
        assertThat(call(standIn, "nvmlDeviceGetComputeRunningProcesses_v3", gpu, count, entries))
                .isZero();
        assertThat(entries.getLongArray(0, 7))
                .containsExactly(100000, 2 * MIB, -1, 100001, 2 * MIB, -1, 0x5A5A5A5A5A5A5A5AL);
    }

    @Test
    void aHiddenFunctionIsMissing() {
        NativeLibrary library = load(StandIn.start(root, "nvmlDeviceGet*RunningProcesses_v3"));
        assertThatThrownBy(() -> library.getFunction("nvmlDeviceGetComputeRunningProcesses_v3"))
                .isInstanceOf(UnsatisfiedLinkError.class);
        assertThat(library.getFunction("nvmlDeviceGetComputeRunningProcesses_v2"))
                .isNotNull();
    }

    @Test
    void manyLieSideBySide() {
        StandIn one = StandIn.start(root).gpus(StandInGpu.of(0, 1024));
        StandIn other = StandIn.start(root).gpus(StandInGpu.of(0, 1024), StandInGpu.of(1, 1024));
        gpu(one);
        gpu(other);
        Memory count = new Memory(4);
        call(one, "nvmlDeviceGetCount_v2", count);
        assertThat(count.getInt(0)).isEqualTo(1);
        call(other, "nvmlDeviceGetCount_v2", count);
        assertThat(count.getInt(0)).isEqualTo(2);
    }

    @Test
    void aSettingCanBeForTheNextCallsOnly() {
        StandIn standIn = StandIn.start(root);
        gpu(standIn);
        standIn.set("rc.nvmlDeviceGetCount_v2", "9*2");
        Memory count = new Memory(4);
        assertThat(call(standIn, "nvmlDeviceGetCount_v2", count)).isEqualTo(9);
        assertThat(call(standIn, "nvmlDeviceGetCount_v2", count)).isEqualTo(9);
        assertThat(call(standIn, "nvmlDeviceGetCount_v2", count)).isZero();
    }

    @Test
    void anAllocatorComplainsOfWhatItCannotDo() {
        try (Allocator allocator = StandIn.start(root).allocator(0)) {
            assertThatThrownBy(allocator::free).hasMessageContaining("answered error");
        }
    }
}
