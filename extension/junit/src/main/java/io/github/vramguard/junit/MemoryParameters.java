package io.github.vramguard.junit;

import io.github.vramguard.measure.Cycles;
import io.github.vramguard.measure.Meter;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives test methods a {@link Meter} or {@link Cycles} as a parameter. What the cycles measured is judged when the test is
 * over.
 *
 * <p>It comes with {@link NoLeak}, {@link LeakTest} and {@link VramBudget}. Without one of them, write
 * {@code @ExtendWith(MemoryParameters.class)}, or set {@code junit.jupiter.extensions.autodetection.enabled=true} once for
 * all tests; nothing but a resource lock of the test's own keeps other tests from running beside it then.
 */
public final class MemoryParameters implements ParameterResolver {

    /** For JUnit. */
    public MemoryParameters() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Meter.class || type == Cycles.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Meter.class
                ? Session.of(context).meter(context)
                : OwnLoop.in(context);
    }
}
