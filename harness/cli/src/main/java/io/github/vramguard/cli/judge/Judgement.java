package io.github.vramguard.cli.judge;

import io.github.vramguard.cli.series.Series;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.rule.LeakRule;
import io.github.vramguard.rule.MaterialResidual;
import io.github.vramguard.rule.Sensitivity;
import io.github.vramguard.run.Result;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.SeriesVerdict;
import io.github.vramguard.verdict.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The verdict of the leak rule on a recorded series.
 *
 * @param series the series
 * @param verdict the verdict on its pool
 * @param result the result
 */
record Judgement(Series series, PoolVerdict verdict, Result result) {

    static Judgement of(Series series) {
        PoolVerdict verdict = LeakRule.standard().judge(series.pool(), series.quality(), series.readings());
        return new Judgement(series, verdict, Result.of(Verdict.of(List.of(verdict))));
    }

    /** Growth per cycle as a number: whole bytes, or hundredths of a count. */
    BigDecimal growthPerCycle() {
        return rounded(shown().rate());
    }

    /** Growth per cycle for a person to read. */
    String perCycle() {
        return format(shown().rate());
    }

    /** 0 for a series that is decided; empty if it cannot be foreseen. */
    OptionalInt cyclesNeeded() {
        return shown().shape().certain() ? OptionalInt.of(0) : shown().need();
    }

    SeriesVerdict shown() {
        return verdict.series();
    }

    List<String> reasons() {
        List<String> reasons = new ArrayList<>(List.of(shown().detail()));
        if (verdict.outcome() == PoolOutcome.PASSED) {
            MaterialResidual.of(verdict)
                    .ifPresent(residual -> reasons.add("stays " + format((double) residual) + " above its baseline"));
        }
        if (verdict.outcome() == PoolOutcome.NOT_COUNTED) {
            double tolerance = Sensitivity.of(series.pool(), series.quality()).tolerance();
            reasons.add("does not exceed the tolerance of " + format(tolerance) + " per cycle");
        }
        if (series.gaps() > 0) {
            reasons.add("gaps: " + series.gaps());
        }
        shown().needed().ifPresent(reasons::add);
        return reasons;
    }

    private String format(double amount) {
        BigDecimal rounded = rounded(amount);
        return series.pool().unit() == Pool.Unit.BYTES
                ? series.pool().format(rounded.longValue())
                : rounded.toPlainString();
    }

    private BigDecimal rounded(double amount) {
        int digits = series.pool().unit() == Pool.Unit.BYTES ? 0 : 2;
        return BigDecimal.valueOf(amount).setScale(digits, RoundingMode.HALF_UP);
    }
}
