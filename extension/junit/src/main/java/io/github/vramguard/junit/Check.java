package io.github.vramguard.junit;

import io.github.vramguard.run.TestCase;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One check of one test: what messages, records and baselines call it.
 *
 * @param context the test or invocation that the verdict is reported to
 * @param subject the test that the verdict is recorded for: a series has several invocations
 * @param name the name in records, for instance {@code @NoLeak}
 * @param prefix the beginning of the title
 */
record Check(ExtensionContext context, ExtensionContext subject, String name, String prefix) {

    static Check of(ExtensionContext context, String annotation) {
        return ofSeries(context, context, annotation);
    }

    /** All invocations of a template are one test, whichever of them the verdict is reported to. */
    static Check ofSeries(ExtensionContext invocation, ExtensionContext template, String annotation) {
        return new Check(invocation, template, annotation, annotation);
    }

    /** A test can run several loops of its own, and each is judged. */
    static Check ofOwnLoop(ExtensionContext context, String name, int loop) {
        return new Check(context, context, loop == 1 ? name : name + " " + loop, "Cycles of");
    }

    /** The test as it is named in messages: the annotation, the class and the method. */
    String title() {
        return prefix + " " + TestName.of(context);
    }

    TestCase testCase() {
        return TestCases.of(subject, name);
    }

    /** Whether several results are recorded as one. */
    boolean isShared() {
        return !subject.equals(context);
    }
}
