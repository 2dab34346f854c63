package io.github.vramguard.junit;

import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Use;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.InconclusiveReason.Cause;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the extensions of others take before and between the parts of a test's own code, and keep. Such a test context is kept for
 * further tests by design, or it is a leak of the extension; in neither case it is one of the test.
 *
 * <p>Levels are taken only in the first measured test of a class: in the next one, everything counts.
 */
final class Preparation {

    private final Meter meter;
    private final Map<Pool, Long> taken = new TreeMap<>();
    private final List<Use> used = new ArrayList<>();
    private Snapshot last;
    private boolean isOver;

    Preparation(Meter meter, Snapshot before) {
        this.meter = meter;
        this.last = before;
    }

    /** A part of the test's own code begins: what was taken since the last one, the extensions took. */
    void codeBegins() {
        if (!isOver) {
            Snapshot now = meter.settled();
            now.readings().keySet().forEach(pool -> add(pool, last.of(pool), now.of(pool)));
            add(last.uses(), now.uses());
            last = now;
        }
    }

    private void add(Pool pool, Reading earlier, Reading later) {
        later.minus(earlier).ifPresent(more -> taken.merge(pool, more, Long::sum));
    }

    private void add(List<Use> earlier, List<Use> later) {
        later.stream().filter(use -> !earlier.contains(use)).forEach(use -> used.add(since(earlier, use)));
    }

    /** Of classes, those that were loaded since. */
    private static Use since(List<Use> earlier, Use use) {
        long before = earlier.stream()
                .filter(known -> known.kind() == use.kind() && known.name().equals(use.name()))
                .mapToLong(Use::amount)
                .sum();
        return new Use(use.kind(), use.name(), use.amount() - before);
    }

    /** A part of the test's own code ends, and the extensions go on. */
    void codeEnds() {
        if (!isOver) {
            last = meter.settled();
        }
    }

    /** The rest is the test's own code. */
    void ends() {
        codeBegins();
        isOver = true;
    }

    /** The level before the run, as if the extensions had taken their part before. */
    Snapshot baseline(Snapshot before) {
        Map<Pool, Reading> readings = new HashMap<>(before.readings());
        taken.forEach((pool, amount) -> before.of(pool)
                .amount()
                .ifPresent(level -> readings.put(pool, Reading.of(pool, level + Math.max(0, amount)))));
        Map<String, Use> uses = new TreeMap<>();
        for (List<Use> some : List.of(before.uses(), used)) {
            some.forEach(use -> uses.merge(
                    use.kind() + use.name(),
                    use,
                    (one, more) -> new Use(one.kind(), one.name(), one.amount() + more.amount())));
        }
        return Snapshot.settled(before.at(), readings, before.settled().orElseThrow())
                .with(before.programs())
                .having(List.copyOf(uses.values()));
    }

    /** The verdict on the code of the test, where that on everything is another one. */
    static Verdict of(TestExtensions extensions, Verdict onEverything, Verdict onItsCode) {
        if (extensions.kept().isPresent() || !(onItsCode instanceof Verdict.Passed)) {
            return onItsCode;
        }
        List<InconclusiveReason> reasons = onEverything.pools().stream()
                .filter(pool -> pool.outcome() == PoolOutcome.FAILED || pool.outcome() == PoolOutcome.INCONCLUSIVE)
                .map(pool -> reason(pool, extensions))
                .toList();
        return new Verdict.Inconclusive(onEverything.pools(), reasons);
    }

    private static InconclusiveReason reason(PoolVerdict pool, TestExtensions extensions) {
        return new InconclusiveReason(
                Cause.FIRST_USE,
                pool.pool(),
                pool.pool().format(Math.round(pool.series().growth())) + " remain, which " + extensions
                        + " took before the code of the test; use @LeakTest to find out");
    }

    /** What was not counted. */
    String by(TestExtensions extensions) {
        String amounts = taken.entrySet().stream()
                .filter(pool -> pool.getValue() > 0)
                .map(pool -> pool.getKey() + " " + pool.getKey().format(pool.getValue()))
                .collect(Collectors.joining(", "));
        return extensions
                        .kept()
                        .map(kept -> kept + " was created in this test and is cached")
                        .orElse(extensions + " took memory before the code of the test")
                + ", not counted: " + amounts + "; @LeakTest judges it, with @DirtiesContext for a context of Spring";
    }
}
