package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.cli.usage.ExitCode;
import io.github.vramguard.cli.usage.Interval;
import io.github.vramguard.cli.usage.PoolsOption;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that each subcommand of {@code cycle} has. */
final class CycleOptions {

    private static final int MOST_CYCLES = 1000;

    @Option(
            names = "--cycles",
            paramLabel = "N",
            description =
                    "maximum number of cycles (default: vramguard.cycles.max, or else 20); with fewer than 15, a leak"
                            + " of resident memory or of a container may be inconclusive")
    private @Nullable Integer cycles;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "5min",
            converter = Interval.class,
            description = "for each step (default: ${DEFAULT-VALUE})")
    private Duration timeout = Duration.ofMinutes(5);

    @Mixin
    private PoolsOption pools = new PoolsOption();

    @Option(names = "--csv", paramLabel = "FILE", description = "write the levels to this file, for vramguard judge")
    private Optional<Path> csv = Optional.empty();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "write run.json and index.html to this directory, for vramguard report, compare and history")
    private Optional<Path> report = Optional.empty();

    @Option(names = "--allow-inconclusive", description = "exit with 0 instead of 2 when the verdict is inconclusive")
    private boolean isInconclusiveAllowed;

    /** The longest time for a step. */
    Duration timeout() {
        return timeout;
    }

    Set<Pool> pools() {
        return pools.named();
    }

    Optional<LevelsFile> csv() {
        return csv.map(LevelsFile::new);
    }

    Optional<Path> report() {
        return report;
    }

    /** The maximum number of cycles. */
    int most(int usual) {
        int most = cycles == null ? usual : cycles;
        if (most < 1 || most > MOST_CYCLES) {
            throw new BadInput("--cycles " + most + " is not accepted; give 1 to " + MOST_CYCLES
                    + ", and 15 to prove a leak in every pool");
        }
        return most;
    }

    int exitCode(Verdict verdict) {
        if (verdict instanceof Verdict.Failed) {
            return ExitCode.FAILED;
        }
        return verdict instanceof Verdict.Inconclusive && !isInconclusiveAllowed ? ExitCode.INCONCLUSIVE : ExitCode.OK;
    }
}
