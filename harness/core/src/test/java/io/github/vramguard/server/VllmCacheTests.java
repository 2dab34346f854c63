package io.github.vramguard.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VllmCacheTests {

    private static final String CONFIGURATION =
            "vllm:cache_config_info{block_size=\"16\",engine=\"0\",num_gpu_blocks=\"1000\",sliding_window=\"None\"} 1.0";

    @Test
    void theTokensAreWholeBlocks() {
        assertThat(VllmCache.tokens(
                        "# TYPE vllm:kv_cache_usage_perc gauge\nvllm:kv_cache_usage_perc{engine=\"0\"} 0.0301\n"
                                + CONFIGURATION))
                .hasValue(480);
    }

    @Test
    void theEnginesAreAddedUp() {
        assertThat(VllmCache.tokens(
                        "vllm:kv_cache_usage_perc{engine=\"0\"} 0.5\nvllm:kv_cache_usage_perc{engine=\"1\"} 2.5e-1\n"
                                + CONFIGURATION))
                .hasValue(12000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                CONFIGURATION,
                "vllm:kv_cache_usage_perc{engine=\"0\"} 0.5",
                "vllm:kv_cache_usage_perc 0.5\nvllm:cache_config_info{block_size=\"16\",num_gpu_blocks=\"None\"} 1.0",
                "vllm:kv_cache_usage_perc 0.5\nvllm:cache_config_info{hash_block_size=\"16\",num_gpu_blocks=\"8\"} 1.0",
                "vllm:kv_cache_usage_perc NaN\n" + CONFIGURATION,
                "vllm:kv_cache_usage_perc 1e+-\n" + CONFIGURATION,
            })
    void whatIsNotToldIsEmpty(String metrics) {
        assertThat(VllmCache.tokens(metrics)).isEmpty();
    }
}
