package io.github.vramguard.report.ci;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.MeasuredPool;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.verdict.PoolOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The tests of a run, the worst first. Two tests of one name ran on machines of different classes. */
final class OrderedTests {

    static final List<Result> ORDER =
            List.of(Result.FAILED, Result.UNFINISHED, Result.INCONCLUSIVE, Result.NOT_JUDGED, Result.PASSED);

    private final Run run;
    private final Map<String, String> machines;
    private final boolean alike;

    private OrderedTests(Run run) {
        this.run = run;
        this.machines = run.machines();
        this.alike = Set.copyOf(machines.values()).size() < 2;
    }

    static OrderedTests of(Run run) {
        return new OrderedTests(run);
    }

    /** The suffix that makes a name unique; empty if all machines are of one class. */
    String place(MeasuredTest test) {
        String machine = machines.get(test.jvmRun());
        if (machine == null) {
            return " on an unknown machine";
        }
        return alike ? "" : " on " + machine;
    }

    /** The worst first, and of those that are equally bad the ones with the most bytes; then by name. */
    List<MeasuredTest> all() {
        return run.tests().stream()
                .sorted(Comparator.<MeasuredTest>comparingInt(test -> ORDER.indexOf(test.result()))
                        .thenComparingLong(test -> -bytes(test))
                        .thenComparing(MeasuredTest::key)
                        .thenComparing(this::place))
                .toList();
    }

    List<MeasuredTest> all(Result result) {
        return all().stream().filter(test -> test.result() == result).toList();
    }

    private static long bytes(MeasuredTest test) {
        return test.pools().stream()
                .filter(pool -> pool.outcome() == PoolOutcome.FAILED && pool.unit() == Pool.Unit.BYTES)
                .mapToLong(OrderedTests::bytes)
                .max()
                .orElse(0);
    }

    private static long bytes(MeasuredPool pool) {
        Long peak = pool.peak();
        Long budget = pool.budget();
        return peak != null && budget != null ? peak - budget : Objects.requireNonNullElse(pool.growthPerCycle(), 0L);
    }

    /** The class of a test. */
    static String className(MeasuredTest test) {
        return test.test().id().split("#", 2)[0];
    }

    /** The method and the check, for example {@code loads() @LeakTest}; the class if there is no method. */
    String name(MeasuredTest test) {
        String[] id = test.test().id().split("#", 2);
        return (id.length == 1 ? id[0].substring(id[0].lastIndexOf('.') + 1) : id[1]) + " "
                + test.test().check() + place(test);
    }

    /** The verdict with its evidence. */
    static String block(MeasuredTest test) {
        return test.facts().isEmpty() ? test.headline() : test.headline() + "\n\n" + test.facts();
    }
}
