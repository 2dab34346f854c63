package io.github.vramguard.source;

import com.sun.jna.NativeLibrary;
import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.source.gpu.VisibleDevices;
import io.github.vramguard.source.linux.Processes;
import io.github.vramguard.source.nvidia.Nvml;
import io.github.vramguard.standin.StandIn;
import io.github.vramguard.standin.StandInGpu;
import java.io.IOException;
import java.nio.file.Files;
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
 * A snapshot of the GPU pools of this JVM, with 50 processes on each of 2 stand-in GPUs: the processes of the target are
 * looked up, the driver is asked within its deadline, and the readings are put together. Beside it the cheap reading that is
 * taken between two snapshots.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 5)
public class GpuSnapshotBenchmark {

    private static final int PROCESSES = 50;

    private final MemoryTarget target = Targets.thisJvm();
    private Sources sources = Sources.among(List.of(), target, Set.of());

    @Setup
    public void start() throws IOException {
        StandIn standIn = StandIn.start(Files.createTempDirectory("benchmark"))
                .gpus(StandInGpu.of(0, 8192), StandInGpu.of(1, 8192))
                .set("crowd", PROCESSES);
        NativeLibrary.addSearchPath("libnvidia-ml.so.1", standIn.directory().toString());
        GpuDrivers drivers =
                new GpuDrivers(Processes.ofThisMachine()).with(VisibleDevices.all(), List.of(Nvml.ofThisMachine()));
        sources = Sources.among(drivers.sources(), target, Set.of());
        if (sources.read(target).get(Pool.gpu(1)) instanceof Reading.Gap gap) {
            throw new IllegalStateException(gap.detail());
        }
    }

    @Benchmark
    public Map<Pool, Reading> aSnapshot() {
        return sources.read(target);
    }

    @Benchmark
    public Map<Pool, Reading> aGlance() {
        return sources.readFast(target);
    }
}
