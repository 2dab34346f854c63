package io.github.vramguard.source.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PretouchedHeapTests {

    @ParameterizedTest
    @CsvSource({
        "512, true,  G1,               false, ''",
        "512, true,  SHENANDOAH,       ,      ''",
        "512, true,  GENERATIONAL_ZGC, false, ''",
        "512, true,  ZGC,              false, a collector other than ZGC without generations",
        "128, true,  G1,               false, -Xms equal to -Xmx",
        "512, false, G1,               false, -XX:+AlwaysPreTouch",
        "512, true,  G1,               true,  -XX:-UseLargePages",
        "128, false, SERIAL,           false, '-Xms equal to -Xmx, -XX:+AlwaysPreTouch'",
    })
    void theHeapMustBeWholeAndStayMapped(
            String initial, String touched, Collector collector, String huge, String missing) {
        Map<String, String> options = new HashMap<>();
        options.put("InitialHeapSize", initial);
        options.put("MaxHeapSize", "512");
        options.put("AlwaysPreTouch", touched);
        options.put("UseLargePages", huge);
        assertThat(missing(collector, options, Map.of("MALLOC_ARENA_MAX", "2"))).isEqualTo(missing);
    }

    @ParameterizedTest
    @CsvSource({
        "MALLOC_ARENA_MAX, 1, ''",
        "MALLOC_ARENA_MAX, 2, ''",
        "MALLOC_ARENA_MAX, 3, MALLOC_ARENA_MAX=2",
        "MALLOC_ARENA_MAX, 12, MALLOC_ARENA_MAX=2",
        "GLIBC_TUNABLES, glibc.malloc.arena_max=2, ''",
        "GLIBC_TUNABLES, glibc.malloc.check=3:glibc.malloc.arena_max=1, ''",
        "GLIBC_TUNABLES, glibc.malloc.arena_max=16, MALLOC_ARENA_MAX=2",
        "HOME, /root, MALLOC_ARENA_MAX=2",
    })
    void mallocMustHaveFewArenas(String variable, String value, String missing) {
        Map<String, String> options = Map.of("InitialHeapSize", "512", "MaxHeapSize", "512", "AlwaysPreTouch", "true");
        assertThat(missing(Collector.G1, options, Map.of(variable, value))).isEqualTo(missing);
    }

    private static String missing(Collector collector, Map<String, String> options, Map<String, String> environment) {
        return String.join(
                ", ",
                PretouchedHeap.missing(
                        Optional.of(collector), name -> Optional.ofNullable(options.get(name)), environment));
    }
}
