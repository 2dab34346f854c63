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
        "512, true, false, false, true",
        "512, true, , , true",
        "128, true, false, false, false",
        "512, false, false, false, false",
        "512, true, true, false, false",
        "512, true, false, true, false",
    })
    void theHeapMustBeWholeAndInOrdinaryMemory(String initial, String touched, String zgc, String huge, boolean is) {
        Map<String, String> options = new HashMap<>();
        options.put("InitialHeapSize", initial);
        options.put("MaxHeapSize", "512");
        options.put("AlwaysPreTouch", touched);
        options.put("UseZGC", zgc);
        options.put("UseLargePages", huge);
        assertThat(PretouchedHeap.is(name -> Optional.ofNullable(options.get(name)), Map.of("MALLOC_ARENA_MAX", "2")))
                .isEqualTo(is);
    }

    @ParameterizedTest
    @CsvSource({
        "MALLOC_ARENA_MAX, 1, true",
        "MALLOC_ARENA_MAX, 2, true",
        "MALLOC_ARENA_MAX, 3, false",
        "MALLOC_ARENA_MAX, 12, false",
        "GLIBC_TUNABLES, glibc.malloc.arena_max=2, true",
        "GLIBC_TUNABLES, glibc.malloc.check=3:glibc.malloc.arena_max=1, true",
        "GLIBC_TUNABLES, glibc.malloc.arena_max=16, false",
        "HOME, /root, false",
    })
    void mallocMustHaveFewArenas(String variable, String value, boolean is) {
        Map<String, String> options = Map.of("InitialHeapSize", "512", "MaxHeapSize", "512", "AlwaysPreTouch", "true");
        assertThat(PretouchedHeap.is(name -> Optional.ofNullable(options.get(name)), Map.of(variable, value)))
                .isEqualTo(is);
    }
}
