package io.github.vramguard.junit;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * The cycles of a test as JUnit starts them. JUnit starts none of those that were not selected: if a single cycle is run again,
 * nothing is measured, and that must not look like a pass.
 */
final class StartedCycles {

    private final ExtensionContext template;
    private int last;

    StartedCycles(ExtensionContext template) {
        this.template = template;
    }

    /** As many cycles as are wanted. JUnit asks for each one only after the store of the last one is closed. */
    Stream<TestTemplateInvocationContext> cycles(int most, IntPredicate wanted) {
        return IntStream.iterate(1, number -> number + 1)
                .takeWhile(number -> {
                    boolean another = number <= most && wanted.test(number);
                    requireStarted(number - 1);
                    return another;
                })
                .mapToObj(number -> cycle(number, most));
    }

    private void requireStarted(int number) {
        if (last < number) {
            throw new ExtensionConfigurationException(
                    "@LeakTest " + TestName.of(template) + ": cycle " + number
                            + " was not selected, and a verdict takes all cycles; select the method, not one of its invocations");
        }
    }

    private TestTemplateInvocationContext cycle(int number, int most) {
        return new TestTemplateInvocationContext() {
            @Override
            public String getDisplayName(int invocation) {
                return "cycle " + number + " of at most " + most;
            }

            // JUnit asks an invocation that it is about to start, and no other.
            @Override
            public List<Extension> getAdditionalExtensions() {
                last = number;
                return List.of();
            }
        };
    }
}
