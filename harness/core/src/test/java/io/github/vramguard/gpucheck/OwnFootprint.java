package io.github.vramguard.gpucheck;

import static io.github.vramguard.gpucheck.Bench.GRANULE;

import io.github.vramguard.memory.ByteSize;
import java.util.List;
import java.util.Set;

/** What measuring costs of the memory that is measured. */
final class OwnFootprint {

    private static final int READINGS = 100;

    private OwnFootprint() {}

    static List<Claim> claims(Bench bench) {
        return List.of(new Claim(
                "measuring takes no GPU memory",
                "this JVM is not in the list; " + READINGS + " readings change the device by less than 2 MiB",
                () -> check(bench)));
    }

    private static Outcome check(Bench bench) throws Unreadable {
        long self = ProcessHandle.current().pid();
        long before = bench.used();
        Set<Long> listed = bench.listed(self);
        for (int reading = 1; reading < READINGS; reading++) {
            listed = bench.listed(self);
        }
        long change = bench.used() - before;
        return Outcome.of(
                !listed.contains(self) && Math.abs(change) < GRANULE,
                (listed.contains(self) ? "in the list" : "not in the list") + "; device " + new ByteSize(change));
    }
}
