package io.github.vramguard.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the layers of each architecture remember, as {@code src/models} of llama.cpp v0.5.0 tells. */
class LayersTests {

    private static final ContextSettings SETTINGS = ContextSettings.of(32768);

    @TempDir
    private Path folder;

    /** {@code w} is a layer with a window, {@code .} one that attends to all tokens. */
    @ParameterizedTest
    @CsvSource({
        "afmoe, www.www.",
        "cohere2, www.www.",
        "cohere2moe, .www.www",
        "exaone-moe, www.www.",
        "exaone4, ........",
        "gemma2, w.w.w.w.",
        "gemma3, wwwww.ww",
        "gemma3n, wwww.www",
        "gpt-oss, w.w.w.w.",
        "laguna, .www.www",
        "lfm2, wwwwwwww",
        "lfm2moe, ........",
        "llama, ........",
        "llama4, www.www.",
        "mellum, www.www.",
        "muse-glimmer, www.www.",
        "olmo2, www.www.",
        "phi3, ........",
        "plamo3, wwwwwww.",
        "qwen2, ........",
        "smallthinker, .www.www"
    })
    void someLayersAttendToAWindow(String architecture, String windows) throws IOException {
        KvCache cache = model(architecture, 8)
                .uint32(architecture + ".attention.sliding_window", 512)
                .read();
        assertThat(windows(cache)).isEqualTo(windows);
    }

    @ParameterizedTest
    @CsvSource({"gemma4", "granite_swa", "maple", "mimo2", "spark2_5", "step35"})
    void someModelsListTheLayersWithAWindow(String architecture) throws IOException {
        KvCache cache = model(architecture, 4)
                .uint32(architecture + ".attention.sliding_window", 512)
                .int32s(architecture + ".attention.sliding_window_pattern", List.of(0, 1, 1, 0))
                .read();
        assertThat(windows(cache)).isEqualTo(".ww.");
    }

    /** A window needs cells for a batch of 512 tokens, too. */
    @ParameterizedTest
    @CsvSource({
        "gemma2, 2, , 4608",
        "gemma2, 2, 1024, 1536",
        "gemma3, 6, , 0",
        "gemma3, 6, 1024, 1536",
        "exaone4, 64, , 4608",
        "exaone4, 64, 1024, 1536",
        "exaone4, 30, 1024, 0",
        "llama4, 4, , 8704",
        "llama4, 4, 1024, 8704",
        "llama4, 4, 0, 0",
        "smallthinker, 4, , 0",
        "smallthinker, 4, 1024, 4608"
    })
    void aWindowIsAsToldOrAsUsual(String architecture, int layers, @Nullable Integer told, long cells)
            throws IOException {
        ModelFile model = model(architecture, layers);
        if (told != null) {
            model.uint32(architecture + ".attention.sliding_window", told);
        }
        assertThat(model.read(SETTINGS).layers().stream()
                        .filter(LayerCache::windowed)
                        .map(layer -> layer.kvBytes() / layer.bytesPerToken())
                        .findFirst()
                        .orElse(0L))
                .isEqualTo(cells);
    }

    /** {@code k} is a layer that caches keys and values, {@code s} one with a state, {@code b} one with both. */
    @ParameterizedTest
    @CsvSource({
        "llama, kkkk",
        "mamba, ssss",
        "mamba2, ssss",
        "falcon-h1, bbbb",
        "qwen3next, sssk",
        "qwen35, sssk",
        "qwen35moe, sssk",
        "minimax-01, ssss"
    })
    void someLayersAreRecurrent(String architecture, String layers) throws IOException {
        assertThat(layers(model(architecture, 4).read())).isEqualTo(layers);
    }

    @ParameterizedTest
    @CsvSource({
        "jamba, sksk",
        "granitehybrid, sksk",
        "plamo2, sksk",
        "lfm2, sksk",
        "lfm2moe, sksk",
        "kimi-linear, sksk",
        "kimi-k3, sksk",
        "bailingmoe3, sksk",
        "nemotron_h, sk--",
        "nemotron_h_moe, sk--",
        "deci, -k-k"
    })
    void layersWithoutHeadsMayBeRecurrent(String architecture, String layers) throws IOException {
        KvCache cache = model(architecture, 4)
                .uint32(architecture + ".shortconv.l_cache", 3)
                .uint32(architecture + ".kda.head_dim", 64)
                .int32s(architecture + ".attention.head_count_kv", List.of(0, 8, 0, 8))
                .int32s(architecture + ".feed_forward_length", List.of(0, 0, 1024, 1024))
                .read();
        assertThat(layers(cache)).isEqualTo(layers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bert", "gemma-embedding", "gemma-embedding2", "clef", "dream"})
    void modelsThatReadTheirWholeInputAtOnceCacheNothing(String architecture) throws IOException {
        assertThat(layers(model(architecture, 2).read())).isEqualTo("--");
    }

    @Test
    void aListOfRecurrentLayersCountsMoreThanAnInterval() throws IOException {
        KvCache cache = model("qwen35", 4)
                .uint32("qwen35.full_attention_interval", 2)
                .int32s("qwen35.attention.recurrent_layers", List.of(0, 1, 1, 0))
                .read();
        assertThat(layers(cache)).isEqualTo("kssk");
    }

    @ParameterizedTest
    @CsvSource({"minimax-01, 8, 8", "minimax-01, 9, 8", "qwen3next, 8, 4"})
    void oneLayerOfAnIntervalAttendsFully(String architecture, int layers, int interval) throws IOException {
        assertThat(layers(model(architecture, layers).read()).indexOf('k')).isEqualTo(interval - 1);
    }

    /** For an embedding of 512 elements and 8 heads. */
    @ParameterizedTest
    @CsvSource({
        "kimi-linear, kda.head_dim, 128, 140288",
        "minimax-01, attention.key_length, 128, 131072",
        "lfm2, shortconv.l_cache, 3, 1024",
        "rwkv6, wkv.head_size, 64, 33792",
        "rwkv7, wkv.head_size, 64, 33792"
    })
    void aStateHasSoManyElements(String architecture, String key, int value, long elements) throws IOException {
        KvCache cache =
                recurrent(architecture).uint32(architecture + "." + key, value).read();
        assertThat(cache.stateBytes()).isEqualTo(elements * Float.BYTES);
    }

    @ParameterizedTest
    @CsvSource({"bailingmoe3, 5", "nemotron_h_moe, 5", "qwen35, 4", "glm4moe, 4", "deepseek2, 4"})
    void layersForFurtherTokensAreCachedBesideSomeStates(String architecture, int layers) throws IOException {
        KvCache cache = model(architecture, 5)
                .uint32(architecture + ".nextn_predict_layers", 1)
                .read();
        assertThat(cache.layers()).hasSize(layers);
    }

    @ParameterizedTest
    @CsvSource({
        "dots3note, attention.indexer.key_length, 128, 'caches the keys of an indexer, too'",
        "glm5-next, attention.indexer.key_length, 128, 'caches the keys of an indexer, too'",
        "hy_v4, attention.indexer.key_length, 128, 'caches the keys of an indexer, too'",
        "minimax-m3, attention.indexer.key_length, 128, 'caches the keys of an indexer, too'",
        "nanbeige, num_loops, 2, caches each pass through its layers",
        "deepseek4, expert_count, 8, compresses its cache",
        "dflash, expert_count, 8, caches what another model has computed",
        "gemma4-assistant, expert_count, 8, shares the cache of another model",
        "graniteswitch, expert_count, 8, caches what its router reads"
    })
    void cachesOfOtherKindsAreRefused(String architecture, String key, int value, String reason) {
        ModelFile model = model(architecture, 4).uint32(architecture + "." + key, value);
        assertThatExceptionOfType(GgufException.class)
                .isThrownBy(model::read)
                .withMessageEndingWith(" is a model of architecture " + architecture + ", which " + reason
                        + "; this version does not know how large that is");
    }

    @ParameterizedTest
    @CsvSource({"hy_v4, attention.indexer.top_k, 0", "nanbeige, num_loops, 1"})
    void withoutThemTheSameArchitectureIsKnown(String architecture, String key, int value) throws IOException {
        KvCache cache =
                model(architecture, 4).uint32(architecture + "." + key, value).read();
        assertThat(layers(cache)).isEqualTo("kkkk");
    }

    private ModelFile model(String architecture, int layers) {
        return ModelFile.small(folder.resolve("model.gguf"), architecture, layers);
    }

    /** One layer without heads for keys and values, and no state space. */
    private ModelFile recurrent(String architecture) {
        return ModelFile.bare(folder.resolve("model.gguf"), architecture, 1)
                .uint32(architecture + ".attention.head_count_kv", 0)
                .uint32(architecture + ".ssm.conv_kernel", 4);
    }

    private static String windows(KvCache cache) {
        return layers(cache.layers().stream().map(layer -> layer.windowed() ? "w" : "."));
    }

    private static String layers(KvCache cache) {
        return layers(cache.layers().stream().map(LayersTests::kind));
    }

    private static String kind(LayerCache layer) {
        boolean caches = layer.kvBytes() > 0;
        boolean recurs = layer.stateBytes() > 0;
        return caches ? recurs ? "b" : "k" : recurs ? "s" : "-";
    }

    private static String layers(Stream<String> kinds) {
        return kinds.collect(Collectors.joining());
    }
}
