package io.github.vramguard.junit;

import io.github.vramguard.config.Settings;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.rule.Allowance;
import io.github.vramguard.verdict.Preset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Reads the settings of a leak check from its annotations, and from the settings of the run where they have none. */
final class LeakAnnotations {

    private static final String NONE = "";

    private LeakAnnotations() {}

    static LeakSettings of(ExtensionContext context, Settings settings) {
        List<Allowance> known = KnownLeaks.of(context);
        Optional<LeakTest> leakTest = Annotations.nearest(context, LeakTest.class);
        if (leakTest.isPresent()) {
            LeakTest test = leakTest.get();
            int maxCycles = maxCycles(test.maxCycles(), settings);
            return of("@LeakTest", test.pools(), test.tolerance(), maxCycles, known, settings);
        }
        return Annotations.nearest(context, NoLeak.class)
                .map(test -> of("@NoLeak", test.pools(), test.tolerance(), Integer.MAX_VALUE, known, settings))
                .orElseGet(() -> of(NONE, new String[0], "", Integer.MAX_VALUE, known, settings));
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
