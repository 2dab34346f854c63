package io.github.vramguard.junit;

import io.github.vramguard.config.Settings;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.rule.Allowance;
import io.github.vramguard.verdict.Preset;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads the settings of a leak check from its annotations, and from the settings of the run where they have none. */
final class LeakAnnotations {

    private static final String NONE = "";

    private LeakAnnotations() {}

    static LeakSettings of(ExtensionContext context, Settings settings) {
        context.getTestClass().ifPresent(LeftOut::refuseIn);
        List<Allowance> known = KnownLeaks.of(context);
        Optional<LeakTest> leakTest = Annotations.nearest(context, LeakTest.class);
        if (leakTest.isPresent()) {
            context.getTestMethod().ifPresent(LeakAnnotations::requireNoOtherKindOfTest);
            LeakTest test = leakTest.get();
            int maxCycles = maxCycles(test.maxCycles(), settings);
            return of("@LeakTest", test.pools(), test.tolerance(), maxCycles, known, settings);
        }
        return Annotations.nearest(context, NoLeak.class)
                .map(test -> of("@NoLeak", test.pools(), test.tolerance(), Integer.MAX_VALUE, known, settings))
                .orElseGet(() -> of(NONE, new String[0], "", Integer.MAX_VALUE, known, settings));
    }

    /** JUnit would run the method as both, and the runs of the other kind would pass for cycles. */
    private static void requireNoOtherKindOfTest(Method method) {
        Stream.of(method.getAnnotations())
                .<Class<?>>map(Annotation::annotationType)
                .filter(type -> AnnotationSupport.isAnnotated(type, Testable.class))
                .filter(type -> type != LeakTest.class && !AnnotationSupport.isAnnotated(type, LeakTest.class))
                .findFirst()
                .ifPresent(other -> {
                    throw new ExtensionConfigurationException(TestName.of(method) + " has @LeakTest and @"
                            + other.getSimpleName() + "; keep one of them: @LeakTest replaces @Test, and @NoLeak can"
                            + " stand beside each other kind of test");
                });
    }

    private static LeakSettings of(
            String annotation,
            String[] names,
            String tolerance,
            int maxCycles,
            List<Allowance> known,
            Settings settings) {
        Set<Pool> pools = Arrays.stream(names)
                .map(name -> Attribute.parse(annotation + "(pools)", name, Pool::named))
                .collect(Collectors.toSet());
        Map<Pool, Long> tolerances = Attribute.parse(annotation + "(tolerance)", tolerance, Tolerances::parse);
        return new LeakSettings(
                annotation, pools.isEmpty() ? settings.measuring().pools() : pools, tolerances, known, maxCycles);
    }

    private static int maxCycles(int given, Settings settings) {
        if (given != 0 && given < Preset.FEWEST_CYCLES) {
            throw new ExtensionConfigurationException("@LeakTest(maxCycles = " + given
                    + ") is not accepted; give at least " + Preset.FEWEST_CYCLES
                    + ", because clean code rises in the first cycles too");
        }
        return given == 0 ? settings.judging().maxCycles() : given;
    }
}
