package io.github.vramguard.junit;

import io.github.vramguard.measure.Cycles;
import io.github.vramguard.measure.Meter;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides test methods with a parameter of type {@link Cycles} or {@link Meter}:
 *
 * <pre>{@code
 * @Test
 * @ExtendWith(MemoryParameters.class)
 * void loadsAndUnloads(Cycles cycles) {
 *     cycles.run(cycle -> {
 *         try (var model = load()) {
 *             model.complete(prompt);
 *         }
 *     });
 * }
 * }</pre>
 *
 * <p>What the cycles measured is judged when the test is over. The annotations {@code @NoLeak}, {@code @LeakTest} and
 * {@code @VramBudget} register this extension, and so does
 * {@code junit.jupiter.extensions.autodetection.enabled=true}. Without one of the annotations, add a
 * {@code @ResourceLock} if other tests run in parallel.
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
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
        Session session = Session.of(context);
        LeakSettings settings = LeakAnnotations.of(context, session.settings());
        return parameter.getParameter().getType() == Meter.class
                ? session.meter(context, settings.pools())
                : OwnLoops.in(context, session, settings, checkIn(context));
    }

    private static String checkIn(ExtensionContext context) {
        return Annotations.nearest(context, NoLeak.class).isPresent() ? "@NoLeak" : "Cycles";
    }
}
