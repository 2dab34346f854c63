package io.github.vramguard.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Caches and states take what llama.cpp v0.5.0 printed, to its last digit. */
class GoldenCacheTests {

    @Test
    void thereAreCases() {
        assertThat(Golden.cases()).hasSize(252);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void takesWhatLlamaCppPrinted(Golden.Case golden) {
        KvCache cache = golden.model().cache(golden.settings());
        assertThat(caches(cache)).containsExactlyElementsOf(golden.caches().toList());
        assertThat(Golden.mib(cache.stateBytes())).isEqualTo(golden.mib("rs_mib"));
    }

    /** Each number counts: were it another, the cases of its model would fail. */
    @ParameterizedTest
    @CsvSource({
        "llama31-8b, llama.block_count",
        "llama31-8b, llama.attention.head_count_kv",
        "llama31-8b, llama.embedding_length",
        "qwen3-8b, qwen3.attention.key_length",
        "qwen3-8b, qwen3.attention.value_length",
        "dsv2lite-mla, deepseek2.attention.key_length",
        "gemma3-4b, gemma3.attention.sliding_window",
        "jamba-v0.1, jamba.ssm.state_size",
        "jamba-v0.1, jamba.ssm.conv_kernel",
        "mamba-codestral-7b, mamba2.ssm.group_count",
        "mamba-2.8b, mamba.ssm.inner_size",
        "rwkv7-2.9b, rwkv7.wkv.head_size",
        "rwkv7-2.9b, rwkv7.token_shift_count"
    })
    void anotherNumberTakesAnotherSize(String model, String key) {
        Model other = Golden.modelWithDoubled(model, key);
        assertThat(Golden.cases().filter(golden -> golden.modelName().equals(model)))
                .isNotEmpty()
                .anySatisfy(golden -> {
                    KvCache cache = other.cache(golden.settings());
                    assertThat(List.of(caches(cache), Golden.mib(cache.stateBytes())))
                            .isNotEqualTo(List.of(golden.caches().toList(), golden.mib("rs_mib")));
                });
    }

    static Stream<Golden.Case> cases() {
        return Golden.cases();
    }

    private static List<BigDecimal> caches(KvCache cache) {
        return Stream.of(false, true)
                .map(windowed -> cache.layers().stream()
                        .filter(layer -> layer.windowed() == windowed)
                        .mapToLong(LayerCache::kvBytes)
                        .sum())
                .filter(bytes -> bytes > 0)
                .map(Golden::mib)
                .toList();
    }
}
