package io.github.vramguard.source.nvidia;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.source.gpu.Allocations;
import io.github.vramguard.source.gpu.Refusal;
import io.github.vramguard.standin.StandIn;
import io.github.vramguard.standin.StandInGpu;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it takes to know what 50 processes hold on each of 2 GPUs: {@code ./mvnw -Pbenchmark -pl harness/core verify}. The
 * library is a stand-in, so that its own time, which a driver's lock makes milliseconds, is small; what counts is the
 * difference between the first two.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 5)
public class NvmlBenchmark {

    private static final int PROCESSES = 50;
    private static final int GPUS = 2;
    private static final int ROOM = 128;
    private static final Set<Long> PIDS = Set.of(100000L, 100001L);

    private final Memory count = new Memory(Integer.BYTES);
    private final Memory entries = new Memory(1 << 14);
    private final List<Pointer> handles = new ArrayList<>();
    private final List<Function> lists = new ArrayList<>();
    private Nvml nvml = Nvml.ofThisMachine();

    @Setup
    public void start() throws IOException, Refusal, NvmlError {
        Path root = Files.createTempDirectory("benchmark");
        StandIn standIn = StandIn.start(root).gpus(StandInGpu.of(0, 8192), StandInGpu.of(1, 8192));
        standIn.set("crowd", PROCESSES);
        nvml = new Nvml(FakeMachine.host(root).with(standIn.library()));
        nvml.gpus();
        NativeLibrary library = NativeLibrary.getInstance(standIn.library().toString());
        for (String kind : List.of("Compute", "Graphics", "MPSCompute")) {
            lists.add(library.getFunction("nvmlDeviceGet" + kind + "RunningProcesses_v3"));
        }
        for (int gpu = 0; gpu < GPUS; gpu++) {
            handles.add(new Library(library).handle("nvmlDeviceGetHandleByIndex_v2", gpu));
        }
    }

    @Benchmark
    public Map<String, Allocations> throughNvml() {
        return nvml.allocations(PIDS);
    }

    /** The same calls of the library, whose answers nobody reads. */
    @Benchmark
    public int theCallsAlone() {
        int listed = 0;
        for (Pointer handle : handles) {
            for (Function list : lists) {
                count.setInt(0, ROOM);
                if (list.invokeInt(new Object[] {handle, count, entries}) == 0) {
                    listed += count.getInt(0);
                }
            }
        }
        if (listed != GPUS * PROCESSES) {
            throw new IllegalStateException(listed + " processes were listed");
        }
        return listed;
    }

    @Benchmark
    public Map<String, Reading> memoryInUse() {
        return nvml.used();
    }

    /** In place of nvidia-smi, which takes its time on top of this. */
    @Benchmark
    public int aProcessThatPrintsRows() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(StandIn.rowPrinter().toString(), Integer.toString(GPUS * PROCESSES)).start();
        int bytes = process.getInputStream().readAllBytes().length;
        if (process.waitFor() != 0) {
            throw new IllegalStateException("status " + process.exitValue());
        }
        return bytes;
    }
}
