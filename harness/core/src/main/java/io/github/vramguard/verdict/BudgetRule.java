package io.github.vramguard.verdict;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Peak;
import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The peak of each device must stay within a limit. A peak equal to the limit is kept.
 *
 * @param limit the largest peak that is kept
 */
public record BudgetRule(ByteSize limit) {

    /**
     * Judge the peaks of device memory; other pools are left out.
     *
     * @param peaks the highest levels
     * @return the verdict; inconclusive if no device, or not every device, could be read, or if a device went beyond the
     *     limit while other processes moved on it
     */
    public Verdict judge(Peaks peaks) {
        List<Finding> findings = new ArrayList<>();
        List<InconclusiveReason> doubts = new ArrayList<>();
        peaks.pools().forEach((pool, peak) -> {
            if (pool.isGpu()) {
                overBudget(pool, peak).ifPresent(findings::add);
                doubt(pool, peak).ifPresent(doubts::add);
            }
        });
        if (peaks.pools().keySet().stream().noneMatch(Pool::isGpu)) {
            doubts.add(new InconclusiveReason(
                    InconclusiveReason.Cause.UNREADABLE, Pool.gpu(0), "no source knows of a GPU"));
        }
        return Verdict.of(List.of(), findings, doubts);
    }

    private Optional<Finding> overBudget(Pool pool, Peak peak) {
        return peak.highest().amount().stream()
                .filter(amount -> amount > limit.bytes())
                .<Finding>mapToObj(amount -> new Finding.OverBudget(pool, amount, limit.bytes()))
                .findFirst();
    }

    private Optional<InconclusiveReason> doubt(Pool pool, Peak peak) {
        if (peak.highest() instanceof Gap gap) {
            boolean moved = gap.reason() == Reason.NOT_ATTRIBUTABLE;
            InconclusiveReason.Cause cause =
                    moved ? InconclusiveReason.Cause.NOT_ATTRIBUTABLE : InconclusiveReason.Cause.UNREADABLE;
            return Optional.of(new InconclusiveReason(cause, pool, gap.detail()));
        }
        return peak.doubtful().stream()
                .filter(amount -> amount > limit.bytes())
                .mapToObj(amount -> new InconclusiveReason(
                        InconclusiveReason.Cause.NOT_ATTRIBUTABLE,
                        pool,
                        "the device rose by what would be " + pool.format(amount)
                                + " for the target alone, while other processes moved on it; run alone on the device, or let"
                                + " the driver record peaks (nvidia-smi -am 1)"))
                .findFirst();
    }
}
