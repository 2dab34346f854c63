package io.github.vramguard.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/**
 * Provides one invocation per cycle, as long as the series needs another. JUnit asks for the next one only after the store of
 * the last one is closed.
 */
final class LeakTestExtension implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return Annotations.nearest(context, LeakTest.class).isPresent();
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Session session = Session.of(context);
        LeakSettings settings = LeakAnnotations.of(context, session.settings());
        StartedCycles started = new StartedCycles(context);
        if (session.isOff()) {
            return started.cycles(1, number -> true);
        }
        if (!MeasuredTargets.areDeclaredFor(context)) {
            Meters meters = session.meters();
            Series.begin(
                    context,
                    session,
                    settings,
                    meters,
                    meters.of(settings.pools()).settled());
        }
        return started.cycles(settings.maxCycles(), number -> Series.of(context)
                .map(series -> series.wantsCycle(number))
                .orElse(number == 1));
    }
}
