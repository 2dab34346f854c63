package io.github.vramguard.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that people run take what llama.cpp printed in their logs, to its last digit. */
class PublicLogTests {

    @TempDir
    private Path folder;

    /** 6144.00 MiB, and 2304.00 MiB for the indexer, of 262144 tokens; state 112.57 MiB, of which .35 is that of n-grams. */
    @ParameterizedTest
    @CsvSource({"true, 8448.00, 112.57", "false, 8448.00, 112.22"})
    void qwen38CachesKeysAndValuesForItsIndexer(boolean ngrams, String cache, String state) throws IOException {
        ModelFile model = qwen38();
        if (ngrams) {
            model.uint32("qwen4exp.ple.conv_kernel", 4)
                    .uint32("qwen4exp.ple.ngram_size", 3)
                    .uint32("qwen4exp.hyper_connection.count", 4)
                    .int32s("qwen4exp.ple.layers", List.of(1));
        }
        KvCache predicted = model.read(ContextSettings.of(262_144));
        assertThat(Golden.mib(predicted.kvBytes())).hasToString(cache);
        assertThat(Golden.mib(predicted.stateBytes())).hasToString(state);
    }

    /** 44928.00 MiB of 524288 tokens, and for the indexers of 21 layers 2688.00 MiB; in version 5.0 each layer has one. */
    @ParameterizedTest
    @CsvSource({"1048576, 47616.00", "202752, 54912.00"})
    void glm5CachesTheKeysOfItsIndexers(int trainedContext, String cache) throws IOException {
        KvCache predicted =
                glm5().uint32("glm-dsa.context_length", trainedContext).read(ContextSettings.of(524_288));
        assertThat(Golden.mib(predicted.kvBytes())).hasToString(cache);
    }

    /** Those of its list, if it has one. */
    @ParameterizedTest
    @CsvSource({"39, 49920.00", "1, 45056.00", "0, 44928.00"})
    void glm5MayListTheLayersWithAnIndexer(int indexed, String cache) throws IOException {
        List<Integer> types = IntStream.range(0, 78)
                .mapToObj(layer -> layer < indexed ? 1 : 0)
                .toList();
        KvCache predicted = glm5().uint32("glm-dsa.context_length", 1_048_576)
                .int32s("glm-dsa.attention.indexer.types", types)
                .read(ContextSettings.of(524_288));
        assertThat(Golden.mib(predicted.kvBytes())).hasToString(cache);
    }

    /** The context that drafts has 128.00 MiB of keys and values of its own, of 32768 tokens. */
    @ParameterizedTest
    @CsvSource({
        "32768, 4, true, 12, 7780.50, 2176.00",
        "30720, 1, false, 6, 1047.38, 2040.00",
        "8192, 1, false, 2, 448.88, 544.00",
        "8192, 1, false, 0, 149.62, 512.00"
    })
    void qwen36KeepsAStateForEachDraftedToken(
            int context, int parallel, boolean unified, int drafted, String state, String cache) throws IOException {
        ContextSettings settings = ContextSettings.of(context).toBuilder()
                .parallel(parallel)
                .unified(unified)
                .speculation(drafted == 0 ? Speculation.NONE : Speculation.mtp(drafted))
                .build();
        KvCache predicted = qwen36().read(settings);
        assertThat(Golden.mib(predicted.stateBytes())).hasToString(state);
        assertThat(Golden.mib(predicted.kvBytes())).hasToString(cache);
        assertThat(Golden.mib(predicted.ofTokens().stateBytes())).hasToString("149.62");
    }

    private ModelFile qwen36() {
        return ModelFile.of(folder.resolve("qwen36.gguf"), "qwen35")
                .uint32("qwen35.block_count", 65)
                .uint32("qwen35.nextn_predict_layers", 1)
                .uint32("qwen35.context_length", 262_144)
                .uint32("qwen35.embedding_length", 5120)
                .uint32("qwen35.feed_forward_length", 17_408)
                .uint32("qwen35.attention.head_count", 24)
                .uint32("qwen35.attention.head_count_kv", 4)
                .uint32("qwen35.attention.key_length", 256)
                .uint32("qwen35.attention.value_length", 256)
                .uint32("qwen35.full_attention_interval", 4)
                .uint32("qwen35.ssm.conv_kernel", 4)
                .uint32("qwen35.ssm.state_size", 128)
                .uint32("qwen35.ssm.group_count", 16)
                .uint32("qwen35.ssm.inner_size", 6144)
                .uint32("qwen35.vocab_size", 248_320);
    }

    private ModelFile qwen38() {
        return ModelFile.of(folder.resolve("qwen38.gguf"), "qwen4exp")
                .uint32("qwen4exp.block_count", 48)
                .uint32("qwen4exp.context_length", 262_144)
                .uint32("qwen4exp.embedding_length", 2560)
                .uint32("qwen4exp.attention.head_count", 24)
                .uint32("qwen4exp.attention.head_count_kv", 2)
                .uint32("qwen4exp.attention.key_length", 256)
                .uint32("qwen4exp.attention.value_length", 256)
                .uint32("qwen4exp.attention.indexer.key_length", 128)
                .uint32("qwen4exp.full_attention_interval", 4)
                .uint32("qwen4exp.ssm.conv_kernel", 4)
                .uint32("qwen4exp.ssm.state_size", 128)
                .uint32("qwen4exp.ssm.group_count", 16)
                .uint32("qwen4exp.ssm.inner_size", 6144)
                .uint32("qwen4exp.vocab_size", 248_320);
    }

    private ModelFile glm5() {
        return ModelFile.of(folder.resolve("glm5.gguf"), "glm-dsa")
                .uint32("glm-dsa.block_count", 79)
                .uint32("glm-dsa.nextn_predict_layers", 1)
                .uint32("glm-dsa.embedding_length", 6144)
                .uint32("glm-dsa.attention.head_count", 64)
                .uint32("glm-dsa.attention.head_count_kv", 1)
                .uint32("glm-dsa.attention.key_length", 576)
                .uint32("glm-dsa.attention.value_length", 512)
                .uint32("glm-dsa.attention.key_length_mla", 256)
                .uint32("glm-dsa.attention.value_length_mla", 256)
                .uint32("glm-dsa.attention.indexer.key_length", 128)
                .uint32("glm-dsa.vocab_size", 154_880);
    }
}
