package io.github.vramguard.gpucheck;

import static io.github.vramguard.gpucheck.Bench.MIB;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.source.gpu.Refusal;
import io.github.vramguard.source.nvidia.NvidiaSmi;
import java.io.IOException;
import java.util.List;

/** What nvidia-smi says of the same process. */
final class SmiClaim {

    private SmiClaim() {}

    static List<Claim> claims(Bench bench) {
        return List.of(new Claim(
                "NVML and nvidia-smi agree on a process with 256 MiB",
                "at most 1 MiB apart",
                () -> check(bench, NvidiaSmi.ofThisMachine())));
    }

    private static Outcome check(Bench bench, NvidiaSmi smi) throws IOException, Unreadable {
        try (Holder holder = bench.holderWithContext().alloc(256 * MIB)) {
            smi.gpus();
            long byNvml = Bench.held(bench.driver(), holder.pid());
            long bySmi = Bench.held(smi, holder.pid());
            return Outcome.of(
                    byNvml > 0 && Math.abs(byNvml - bySmi) <= MIB,
                    new ByteSize(byNvml) + " and " + new ByteSize(bySmi));
        } catch (Refusal e) {
            return Outcome.notChecked(e.gap().detail());
        }
    }
}
