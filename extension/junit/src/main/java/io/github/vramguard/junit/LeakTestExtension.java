package io.github.vramguard.junit;

import java.util.stream.IntStream;
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
        if (session.isOff()) {
            return Stream.of(cycle(1, 1));
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
        return IntStream.iterate(1, cycle -> cycle + 1)
                .takeWhile(cycle -> Series.of(context)
                        .map(series -> series.wantsCycle(cycle))
                        .orElse(cycle == 1))
                .mapToObj(cycle -> cycle(cycle, settings.maxCycles()));
    }

    private static TestTemplateInvocationContext cycle(int number, int most) {
        return new TestTemplateInvocationContext() {
            @Override
            public String getDisplayName(int invocation) {
                return "cycle " + number + " of at most " + most;
            }
        };
    }
}
