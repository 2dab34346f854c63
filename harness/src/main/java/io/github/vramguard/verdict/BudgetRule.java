package io.github.vramguard.verdict;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The peak of each device must stay within a limit. A peak equal to the limit is kept.
 *
 * @param limit the largest peak that is kept
 */
public record BudgetRule(ByteSize limit) {

    /**
     * Judge the peaks of device memory; other pools are left out.
     *
     * @param peaks the highest readings
     * @return the verdict; inconclusive if no device, or not every device, could be read
     */
    public Verdict judge(Peaks peaks) {
        List<Finding> findings = new ArrayList<>();
        List<Doubt> doubts = new ArrayList<>();
        for (Map.Entry<Pool, Reading> peak : peaks.highest().entrySet()) {
            if (peak.getKey().isGpu()) {
                judge(peak.getKey(), peak.getValue(), findings, doubts);
            }
        }
        if (peaks.highest().keySet().stream().noneMatch(Pool::isGpu)) {
            doubts.add(new Doubt(Doubt.Cause.UNREADABLE, Pool.gpu(0), "no source knows of a GPU"));
        }
        return Verdict.of(List.of(), findings, doubts);
    }

    private void judge(Pool pool, Reading peak, List<Finding> findings, List<Doubt> doubts) {
        if (peak instanceof Reading.Gap gap) {
            doubts.add(new Doubt(Doubt.Cause.UNREADABLE, pool, gap.detail()));
        } else if (peak.amount().orElseThrow() > limit.bytes()) {
            findings.add(new Finding.OverBudget(pool, peak.amount().orElseThrow(), limit.bytes()));
        }
    }
}
