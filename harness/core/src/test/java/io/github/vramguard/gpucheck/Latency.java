package io.github.vramguard.gpucheck;

import io.github.vramguard.source.gpu.Refusal;
import io.github.vramguard.source.nvidia.NvidiaSmi;
import io.github.vramguard.source.nvidia.Nvml;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How long one kind of question takes.
 *
 * @param question what was asked
 * @param calls how often
 * @param median the middle of the times
 * @param p99 the time that one call in a hundred exceeds
 */
record Latency(String question, int calls, String median, String p99) {

    private static final int CALLS = 200;
    private static final int CALLS_OF_SMI = 20;

    /** Of each question, asked while a process is in the lists. */
    static List<Latency> all(Bench bench) {
        Nvml nvml = Nvml.ofThisMachine();
        try (Holder holder = bench.holder()) {
            nvml.gpus();
            Set<Long> pids = Set.of(holder.alloc(Bench.GRANULE).pid());
            return List.of(
                    of("NVML: memory in use of each device", CALLS, nvml::used),
                    of("NVML: what each process holds", CALLS, () -> nvml.allocations(pids)),
                    ofSmi(NvidiaSmi.ofThisMachine(), pids));
        } catch (IOException | Refusal e) {
            return List.of(notChecked("NVML", String.valueOf(e.getMessage())));
        }
    }

    private static Latency ofSmi(NvidiaSmi smi, Set<Long> pids) {
        String question = "nvidia-smi: what each process holds";
        try {
            smi.gpus();
            return of(question, CALLS_OF_SMI, () -> smi.allocations(pids));
        } catch (Refusal e) {
            return notChecked(question, e.gap().detail());
        }
    }

    private static Latency notChecked(String question, String why) {
        return new Latency(question, 0, "NOT CHECKED: " + why, "");
    }

    static Latency of(String question, int calls, Runnable call) {
        long[] nanos = new long[calls];
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            call.run();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return new Latency(question, calls, millis(nanos[calls / 2]), millis(nanos[calls * 99 / 100]));
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.3f ms", nanos / 1e6);
    }
}
