package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vramguard.memory.Pool;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TolerancesTests {

    private static final long MIB = 1L << 20;

    @Test
    void withoutOneThoseOfTheSettingsApply() {
        assertThat(Tolerances.parse("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4 MiB                      | 4 | 4
            heap=1 MiB                 | 1 |
            heap = 1 MiB , native=2MiB | 1 | 2
            4 MiB, heap=1 MiB          | 1 | 4
            heap=1 MiB, 4 MiB          | 1 | 4
            """)
    void anAmountIsForAllPoolsOrForOne(String text, Long heap, Long ofNative) {
        Map<Pool, Long> tolerances = Tolerances.parse(text);

        assertThat(tolerances.get(Pool.HEAP)).isEqualTo(heap * MIB);
        assertThat(tolerances.get(Pool.NATIVE)).isEqualTo(ofNative == null ? null : ofNative * MIB);
        assertThat(tolerances).doesNotContainKey(Pool.THREADS);
    }

    @Test
    void aPoolThatCountsHasANumber() {
        assertThat(Tolerances.parse("threads=2")).containsExactly(Map.entry(Pool.THREADS, 2L));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            much                   | "much" is not an amount of memory
            heap=                  | "" is not an amount of memory
            4 MiB,                 | "" is not an amount of memory
            -1 MiB                 | "-1 MiB" is not an amount of memory
            threads=1 MiB          | "1 MiB" is not a number of threads; give a whole number, such as "2"
            threads=-1             | "-1" is not a number of threads
            vram=1 MiB             | "vram" is not a pool
            heap=1 MiB, heap=2 MiB | heap has two tolerances
            """)
    void anythingElseIsRefusedWithWhatIsAccepted(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tolerances.parse(text))
                .withMessageStartingWith("\"" + text + "\" is not accepted; give an amount for all pools, such as"
                        + " \"4 MiB\", or for one pool, such as \"heap=1 MiB\", or several with commas between: ")
                .withMessageContaining(reason);
    }
}
