package io.github.vramguard.run;

import io.github.vramguard.memory.Trace;
import io.github.vramguard.rule.LeakRule;
import io.github.vramguard.verdict.Verdict;
import java.util.List;

/** Runs for tests. */
public final class RunFixture {

    /** A machine without a GPU. */
    public static final Machine MACHINE = new Machine("Linux amd64", "17 Eclipse Adoptium", List.of(), "");

    /** A JVM that has ended. */
    public static final JvmRun JVM = new JvmRun(JvmRun.FORMAT, "1-2", "1-2.3-x", 1_000, 9_000L, 700L, MACHINE);

    private RunFixture() {}

    /** The method {@code name} of a class, judged by {@code @LeakTest} on what a trace shows. */
    public static MeasuredTest leakTest(String name, Trace trace) {
        Verdict verdict = LeakRule.standard().judge(trace);
        return MeasuredTest.judged(
                new TestCase("com.acme.ModelTests#" + name + "()", "@LeakTest", name + "()", null, null),
                JVM.id(),
                "@LeakTest " + name + "(): " + Result.of(verdict),
                "  facts",
                trace,
                verdict);
    }

    public static Run run(MeasuredTest... tests) {
        return Run.of(List.of(JVM), List.of(tests), List.of());
    }
}
