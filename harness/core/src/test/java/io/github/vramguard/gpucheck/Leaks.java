package io.github.vramguard.gpucheck;

import static io.github.vramguard.gpucheck.Bench.GRANULE;

import io.github.vramguard.LoadUnloadHarness.Step;
import io.github.vramguard.verdict.Verdict;
import java.util.List;

/** Verdicts on what the driver books for one process. */
final class Leaks {

    private static final String SOURCE = "nvml";

    private final Bench bench;

    private Leaks(Bench bench) {
        this.bench = bench;
    }

    static List<Claim> claims(Bench bench) {
        Leaks leaks = new Leaks(bench);
        return List.of(
                new Claim(
                        "a leak of 2 MiB a cycle",
                        "failed",
                        () -> leaks.outcome(holder -> holder.alloc(GRANULE), Verdict.Failed.class)),
                new Claim("a clean loop", "passed", () -> leaks.outcome(holder -> {}, Verdict.Passed.class)));
    }

    /** Where the driver does not tell processes apart, there is nothing to judge. */
    private Outcome outcome(Step<Holder> before, Class<? extends Verdict> expected) throws Exception {
        try (Holder holder = bench.holderWithContext()) {
            holder.held();
            return Loop.of(holder, SOURCE, before).expecting(expected);
        }
    }
}
