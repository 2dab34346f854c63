package io.github.vramguard.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have no native and no resident memory to be weak")
class WeaknessesTests {

    /** Prints what makes the readings of its JVM weak. */
    static final class PrintsWeaknesses {

        public static void main(String[] args) {
            Sources.of(Targets.thisJvm(), Set.of())
                    .weaknesses(Targets.thisJvm())
                    .forEach(System.out::println);
        }
    }

    /** Whether ZGC has generations by default. */
    private static final boolean GENERATIONS = Runtime.version().feature() >= 23;

    private static final String[] RECOMMENDED = {
        "-Xms64m", "-Xmx64m", "-XX:+UseG1GC", "-XX:+AlwaysPreTouch", "-XX:NativeMemoryTracking=summary"
    };

    @Test
    void aJvmWithoutTheRecommendedSettingsIsToldThemByName() {
        assertThat(ForkedJvm.of(PrintsWeaknesses.class, "-Xmx64m", "-XX:NativeMemoryTracking=off")
                        .run())
                .satisfiesExactly(
                        ofMalloc -> assertThat(ofMalloc).contains("-XX:NativeMemoryTracking=summary"),
                        ofResident -> assertThat(ofResident).contains("-XX:+AlwaysPreTouch", "MALLOC_ARENA_MAX=2"));
    }

    @Test
    void aJvmWithThemIsToldNothing() {
        assertThat(ForkedJvm.of(PrintsWeaknesses.class, RECOMMENDED)
                        .with("MALLOC_ARENA_MAX", "2")
                        .run())
                .isEmpty();
    }

    @Test
    void onlyWhatIsMissingIsAdvised() {
        assertThat(ForkedJvm.of(PrintsWeaknesses.class, RECOMMENDED)
                        .with("MALLOC_ARENA_MAX", "3")
                        .run())
                .containsExactly(
                        "resident memory is reported, not enforced; to have it enforced, use MALLOC_ARENA_MAX=2");
    }

    @ParameterizedTest
    @CsvSource({
        "-XX:+UseG1GC         -XX:+ExplicitGCInvokesConcurrent, run without -XX:+ExplicitGCInvokesConcurrent",
        "-XX:+UseG1GC         -XX:-ExplicitGCInvokesConcurrent, ''",
        "-XX:+UseSerialGC     -XX:+ExplicitGCInvokesConcurrent, ''",
        "-XX:+UseParallelGC   -XX:+ExplicitGCInvokesConcurrent, ''",
        "-XX:+UseShenandoahGC -XX:+ExplicitGCInvokesConcurrent, ''",
        "-XX:+UseShenandoahGC -XX:-ExplicitGCInvokesConcurrent, ''",
    })
    void adviceIsForTheCollectorThatRuns(String flags, String advice) {
        assertThat(String.join("\n", weaknessesWith(flags))).endsWith(advice).hasLineCount(advice.isEmpty() ? 0 : 1);
    }

    @Test
    void zgcWithoutGenerationsIsAdvisedAnotherCollector() {
        assertThat(String.join("\n", weaknessesWith("-XX:+UseZGC -XX:+ExplicitGCInvokesConcurrent")))
                .endsWith(GENERATIONS ? "" : "use a collector other than ZGC without generations")
                .hasLineCount(GENERATIONS ? 0 : 1);
    }

    private static List<String> weaknessesWith(String collector) {
        List<String> flags = new ArrayList<>(List.of(RECOMMENDED));
        flags.remove("-XX:+UseG1GC");
        flags.addAll(List.of(collector.split(" +")));
        return ForkedJvm.of(PrintsWeaknesses.class, flags.toArray(String[]::new))
                .with("MALLOC_ARENA_MAX", "2")
                .run();
    }
}
