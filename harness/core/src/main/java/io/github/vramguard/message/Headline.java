package io.github.vramguard.message;

import io.github.vramguard.explain.Beyond;
import io.github.vramguard.explain.Few;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Shortened;
import io.github.vramguard.rule.GrowingAlong;
import io.github.vramguard.rule.Sensitivity;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The headline of a verdict. */
final class Headline {

    private Headline() {}

    static String of(Verdict verdict) {
        if (verdict instanceof Verdict.Failed failed) {
            List<Finding> findings = failed.findings();
            return of(findings.get(0)) + others(findings.stream().map(Headline::subject)) + beside(failed);
        }
        if (verdict instanceof Verdict.Inconclusive inconclusive) {
            InconclusiveReason first = inconclusive.reasons().get(0);
            return "inconclusive, " + Shortened.to(Rows.LONGEST_REASON, first.pool() + ": " + first.detail())
                    + others(inconclusive.reasons().stream()
                            .map(reason -> reason.pool().name()));
        }
        Verdict.Passed passed = (Verdict.Passed) verdict;
        return passed.pools().isEmpty() ? "peaks stay within the budget" : PassedLine.of(passed);
    }

    /** What may turn out to be worse than the finding, and is not certain. */
    private static String beside(Verdict.Failed failed) {
        Optional<String> unexplained = failed.findings().get(0) instanceof Finding.Leak leak
                ? Beyond.malloc(failed, leak.verdict())
                : Beyond.malloc(failed);
        String growing = GrowingAlong.in(failed).stream()
                .filter(pool -> unexplained.isEmpty() || !pool.pool().equals(Pool.RESIDENT))
                .map(pool -> pool.pool() + " by "
                        + pool.pool().format(pool.residual().orElse(0)) + " in " + pool.cycles() + " cycles")
                .collect(Collectors.joining(", "));
        return unexplained.map(clause -> "; " + clause).orElse("")
                + (growing.isEmpty() ? "" : "; not yet certain, but growing: " + growing);
    }

    private static String others(Stream<String> subjects) {
        List<String> others = subjects.skip(1).distinct().toList();
        return others.isEmpty() ? "" : "; also " + String.join(", ", others);
    }

    private static String subject(Finding finding) {
        if (finding instanceof Finding.Leak leak) {
            return leak.verdict().pool().name();
        }
        if (finding instanceof Finding.Orphans) {
            return "orphans";
        }
        if (finding instanceof Finding.NotReleased held) {
            return held.pool().name();
        }
        if (finding instanceof Finding.OverBaseline more) {
            return more.pool().name();
        }
        return finding instanceof Finding.OverBudget over ? over.pool().name() : "another known leak";
    }

    private static String of(Finding finding) {
        if (finding instanceof Finding.Leak leak) {
            return leak(leak.verdict());
        }
        if (finding instanceof Finding.Orphans orphans) {
            return (orphans.processes().size() == 1
                            ? "an ORPHAN process outlived its parent and is still running: "
                            : orphans.processes().size()
                                    + " ORPHAN processes outlived their parent and are still running: ")
                    + Few.of(orphans.processes());
        }
        if (finding instanceof Finding.NotReleased held) {
            return held.pool().noun() + " is NOT RELEASED: " + held + ", and "
                    + held.pool().format(held.remaining()) + " remain";
        }
        if (finding instanceof Finding.OverBudget over) {
            Pool pool = over.pool();
            return pool + " peaks at " + pool.format(over.peak()) + ", " + pool.format(over.peak() - over.limit())
                    + " over the budget of " + pool.format(over.limit());
        }
        if (finding instanceof Finding.OverBaseline more) {
            Pool pool = more.pool();
            return "the " + more.figure() + " of " + pool + " is " + pool.format(more.measured())
                    + ", above its baseline of " + pool.format(more.baseline()) + " plus a tolerance of "
                    + pool.format(more.tolerance());
        }
        Finding.Fixed fixed = (Finding.Fixed) finding;
        return "the known leak" + fixed.pool().map(pool -> " of " + pool).orElse("") + " (" + fixed.reason()
                + ") no longer occurs; remove its @KnownLeak";
    }

    private static String leak(PoolVerdict verdict) {
        if (!verdict.stranded().isEmpty() && verdict.series().growth() <= 0) {
            Reading held = verdict.readings().get(verdict.cycles());
            return verdict.pool().noun() + " is still allocated for a process that has ended: "
                    + verdict.pool().format(held.amount().orElse(0)) + " for "
                    + Few.of(verdict.stranded());
        }
        return verdict.cycles() == 1 ? residual(verdict) : growth(verdict);
    }

    private static String residual(PoolVerdict verdict) {
        Pool pool = verdict.pool();
        String residual = pool.format(Math.round(verdict.series().growth()));
        return pool.noun() + " ends " + residual + " above its baseline";
    }

    private static String growth(PoolVerdict verdict) {
        return verdict.pool().noun() + " grows " + rate(verdict)
                + (everFalls(verdict) ? " and most of it is not released" : " and none of it comes back");
    }

    /** A tenth of what a cycle adds is noise. */
    private static boolean everFalls(PoolVerdict verdict) {
        return moves(verdict).anyMatch(move -> move < -verdict.series().rate() / 10);
    }

    private static String rate(PoolVerdict verdict) {
        double rate = verdict.series().rate();
        if (verdict.pool().unit() == Pool.Unit.COUNT) {
            long growth = Math.round(verdict.series().growth());
            long cycles = Math.round(growth / rate);
            return growth % cycles == 0
                    ? "by " + growth / cycles + " every cycle"
                    : "by " + growth + " in " + cycles + " cycles";
        }
        return verdict.pool().format(verdict.perCycle()) + (isEveryCycle(verdict) ? " every cycle" : " per cycle");
    }

    private static boolean isEveryCycle(PoolVerdict verdict) {
        return moves(verdict).allMatch(move -> move >= verdict.series().rate() / 2);
    }

    /** From each reading after the warm-up to the next. */
    private static LongStream moves(PoolVerdict verdict) {
        long[] levels = verdict.readings().stream()
                .skip(Sensitivity.VRAM.warmup())
                .flatMapToLong(reading -> reading.amount().stream())
                .toArray();
        return IntStream.range(1, levels.length).mapToLong(cycle -> levels[cycle] - levels[cycle - 1]);
    }
}
