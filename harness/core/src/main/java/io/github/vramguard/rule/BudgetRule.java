package io.github.vramguard.rule;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Peak;
import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The peak of each device must stay within a limit. A peak equal to the limit passes.
 *
 * @param limit the largest peak that passes
 */
public record BudgetRule(ByteSize limit) {

    /**
     * Judges the peaks of device memory; other pools are ignored.
     *
     * @param peaks the highest levels
     * @return the verdict; inconclusive if no device, or not every device, could be read all the time, or if a device
     *     exceeded the limit while other processes used it
     */
    public Verdict judge(Peaks peaks) {
        List<Finding> findings = new ArrayList<>();
        List<InconclusiveReason> reasons = new ArrayList<>();
        peaks.pools().forEach((pool, peak) -> {
            if (pool.isGpu()) {
                overBudget(pool, peak).ifPresent(findings::add);
                reason(pool, peak).ifPresent(reasons::add);
            }
        });
        if (peaks.pools().keySet().stream().noneMatch(Pool::isGpu)) {
            reasons.add(
                    new InconclusiveReason(InconclusiveReason.Cause.UNREADABLE, Pool.gpu(0), "no source finds a GPU"));
        }
        return Verdict.of(List.of(), findings, reasons);
    }

    private Optional<Finding> overBudget(Pool pool, Peak peak) {
        return peak.highest().amount().stream()
                .filter(amount -> amount > limit.bytes())
                .<Finding>mapToObj(amount -> new Finding.OverBudget(pool, amount, limit.bytes()))
                .findFirst();
    }

    private Optional<InconclusiveReason> reason(Pool pool, Peak peak) {
        if (peak.highest() instanceof Gap gap) {
            boolean moved = gap.reason() == Reason.NOT_ATTRIBUTABLE;
            InconclusiveReason.Cause cause =
                    moved ? InconclusiveReason.Cause.NOT_ATTRIBUTABLE : InconclusiveReason.Cause.UNREADABLE;
            return Optional.of(new InconclusiveReason(cause, pool, gap.detail()));
        }
        if (peak.missed().isPresent()) {
            String detail = "not read for a part of the time, in which its peak may have been higher: "
                    + peak.missed().get().detail();
            return Optional.of(new InconclusiveReason(InconclusiveReason.Cause.UNREADABLE, pool, detail));
        }
        return peak.unattributed().stream()
                .filter(amount -> amount > limit.bytes())
                .mapToObj(amount -> new InconclusiveReason(
                        InconclusiveReason.Cause.NOT_ATTRIBUTABLE,
                        pool,
                        "memory of the device grew by up to " + pool.format(amount)
                                + " while other processes used it, so the part of the target is unknown; run alone on the"
                                + " device, or let the driver record peaks (nvidia-smi -am 1)"))
                .findFirst();
    }
}
