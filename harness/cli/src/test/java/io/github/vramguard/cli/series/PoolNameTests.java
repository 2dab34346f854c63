package io.github.vramguard.cli.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vramguard.memory.Pool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoolNameTests {

    @Test
    void eachPoolIsNamedAsEverywhere() {
        assertThat(Pool.all())
                .allSatisfy(pool -> assertThat(PoolName.named(pool.name())).isEqualTo(pool));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "VRAM", "vrm", "gpu32", "gpu"})
    void anUnknownNameIsRefusedWithTheNamesThereAre(String name) {
        assertThatThrownBy(() -> PoolName.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"" + name + "\" is not a pool; there are gpu0, gpu1,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vram        | gpu0",
                "rss         | resident",
                "vram-device | gpu0, with --mixed, or mixed in a column quality",
                "native-raw  | native, with --mixed, or mixed in a column quality"
            })
    void aReplacedWordIsRefusedWithTheNewOne(String word, String pool) {
        assertThatThrownBy(() -> PoolName.named(word))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + word + "\" is not a pool; use " + pool);
    }
}
