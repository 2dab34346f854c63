package io.github.vramguard.junit;

import io.github.vramguard.verdict.Preset;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/**
 * Gives one invocation for each cycle, as long as the series wants another. JUnit asks for the next only after the store of
 * the last is closed.
 */
final class LeakTestExtension implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return Nearest.annotation(context, LeakTest.class).isPresent();
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Session session = Session.of(context);
        int most = most(context, session);
        if (session.isOff()) {
            return Stream.of(cycle(1, 1));
        }
        if (!MeasuredTargets.areDeclaredFor(context)) {
            Series.begin(context, session.meters(), session.meter(context).settled());
        }
        return IntStream.iterate(1, cycle -> cycle + 1)
                .takeWhile(cycle -> Series.known(context)
                        .map(series -> series.wantsCycle(cycle))
                        .orElse(cycle == 1))
                .mapToObj(cycle -> cycle(cycle, most));
    }

    static int most(ExtensionContext context, Session session) {
        int most = Nearest.annotation(context, LeakTest.class)
                .map(LeakTest::maxCycles)
                .orElse(0);
        if (most != 0 && most < Preset.FEWEST_CYCLES) {
            throw new ExtensionConfigurationException("@LeakTest(maxCycles = " + most
                    + "): no verdict is possible below " + Preset.FEWEST_CYCLES
                    + " cycles, because clean code rises for the first ones too");
        }
        return most == 0 ? session.settings().maxCycles() : most;
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
