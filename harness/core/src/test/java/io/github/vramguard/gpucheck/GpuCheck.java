package io.github.vramguard.gpucheck;

import io.github.vramguard.source.gpu.GpuDriver;
import io.github.vramguard.source.gpu.Refusal;
import io.github.vramguard.source.gpu.TimedDriver;
import io.github.vramguard.source.nvidia.Nvml;
import java.io.IOException;
import java.time.Duration;

/**
 * Checks on a real GPU what tests without one can only claim, and writes what was seen:
 * {@code GpuCheck --allocator COMMAND [--out FILE] [--jar VRAMGUARD.JAR] [--patience SECONDS]}. Exits with 0 if no claim
 * failed, with 1 if one did, and with 3 if there is no NVIDIA GPU or the command line is wrong.
 */
public final class GpuCheck {

    private static final int FAILED = 1;
    private static final int COULD_NOT_RUN = 3;
    private static final Duration DEADLINE_OF_CALLS = Duration.ofSeconds(15);

    private GpuCheck() {}

    /**
     * Check, and exit.
     *
     * @param arguments the options
     * @throws IOException if the results cannot be written
     */
    public static void main(String... arguments) throws IOException {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) throws IOException {
        try {
            Options options = Options.of(arguments);
            GpuDriver nvml = TimedDriver.within(DEADLINE_OF_CALLS, Nvml.ofThisMachine());
            Testbed testbed = Testbed.of(nvml.gpus());
            Bench bench = new Bench(nvml, options.allocator(), options.patience());
            if (options.isInNamespace()) {
                NamespaceClaim.inside(bench, System.out);
                return 0;
            }
            Results results = Results.of(bench, options);
            results.write(testbed, options.out());
            System.out.println("written to " + options.out());
            return results.failed() ? FAILED : 0;
        } catch (Refusal | IllegalArgumentException e) {
            System.err.println("gpu-check: " + e.getMessage());
            return COULD_NOT_RUN;
        }
    }
}
