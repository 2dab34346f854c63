package io.github.vramguard.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.Targets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

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
    void aCollectionThatIsNotFullIsNamed() {
        String[] flags = Arrays.copyOf(RECOMMENDED, RECOMMENDED.length + 1);
        flags[RECOMMENDED.length] = "-XX:+ExplicitGCInvokesConcurrent";

        assertThat(ForkedJvm.of(PrintsWeaknesses.class, flags)
                        .with("MALLOC_ARENA_MAX", "2")
                        .run())
                .singleElement()
                .asString()
                .contains("-XX:+ExplicitGCInvokesConcurrent");
    }
}
