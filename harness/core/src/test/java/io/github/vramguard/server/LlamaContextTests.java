package io.github.vramguard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vramguard.memory.CommandLine;
import io.github.vramguard.model.ContextSettings;
import io.github.vramguard.model.Speculation;
import io.github.vramguard.model.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlamaContextTests {

    private static LlamaContext told(@Nullable String arguments, Map<String, String> environment) {
        List<String> line = new ArrayList<>(List.of("llama-server"));
        line.addAll(arguments == null ? List.of() : List.of(arguments.split(" ")));
        return LlamaContext.of(new CommandLine(line, environment));
    }

    private static LlamaContext told(@Nullable String arguments, String variable, @Nullable String value) {
        return told(arguments, value == null ? Map.of() : Map.of(variable, value));
    }

    @Test
    void isThatOfOneSequenceWithoutFurtherWords() {
        assertThat(told(null, Map.of()))
                .isEqualTo(new LlamaContext(
                        ContextSettings.of(0).toBuilder().unified(true).build(),
                        false,
                        OptionalInt.empty(),
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --spec-type draft-mtp                                | 3  | true  | f16  |
            --spec-type ngram-mod,draft-mtp --spec-draft-n-max 6 | 6  | true  | f16  |
            --spec-type draft-mtp -ctkd q8_0                     | 3  | true  | q8_0 |
            --spec-type draft-eagle3 -md e.gguf                  | 3  | false | f16  | a model that drafts tokens
            --spec-type draft-simple -md d.gguf                  | 0  | false | f16  | a model that drafts tokens
            -md d.gguf                                           | 0  | false | f16  | a model that drafts tokens
            -hfd some/draft --spec-draft-n-max 9                 | 0  | false | f16  | a model that drafts tokens
            --spec-type ngram-mod                                | 0  | false | f16  |
            --spec-draft-n-max 9                                 | 0  | false | f16  |
            --lora a.gguf                                        | 0  | false | f16  | adapters (LoRA)
            -c 1                                                 | 0  | false | f16  |
            """)
    void whatIsDraftedAndLoadedBesideIsTold(
            String arguments, int tokens, boolean byItself, String type, @Nullable String beside) {
        LlamaContext told = told(arguments, Map.of());
        assertThat(told.settings().speculation())
                .isEqualTo(new Speculation(tokens, byItself, TensorType.named(type), TensorType.F16));
        assertThat(told.notCounted()).isEqualTo(beside == null ? List.of() : List.of(beside));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -c 4096 -np 2            | 4096 | 2 | true
            --ctx-size=4096 -np 1    | 4096 | 1 | true
            -c 4096                  | 4096 | 1 | false
            -c 4096 -np -1           | 4096 | 1 | false
            -c 4096 -np auto         | 4096 | 1 | false
            -c 0 -np 2               | 0    | 2 | false
            """)
    void isWholeOnlyIfContextAndSequencesAreTold(String arguments, int context, int parallel, boolean whole) {
        LlamaContext told = told(arguments, Map.of());
        assertThat(told.settings().context()).isEqualTo(context);
        assertThat(told.settings().parallel()).isEqualTo(parallel);
        assertThat(told.isWhole()).isEqualTo(whole);
    }

    /** Left to itself, a server has several sequences that share one cache. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -np 2                        |       | false
            -np 2 -kvu                   |       | true
            -np 2 --kv-unified           | 0     | true
            -np 2 -kvu --no-kv-unified   | 1     | false
            -np 2                        | 1     | true
            -np 2                        | 0     | false
            -np 2                        | false | false
            -np 2                        | off   | false
            -np -1                       |       | true
            -np -1 -no-kvu               |       | false
            """)
    void aCacheMayBeShared(String arguments, @Nullable String variable, boolean unified) {
        assertThat(told(arguments, "LLAMA_ARG_KV_UNIFIED", variable).settings().unified())
                .isEqualTo(unified);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                       |       | false
            --swa-full |       | true
                       | 1     | true
                       | 0     | false
                       | off   | false
            """)
    void windowsMayBeInFull(@Nullable String arguments, @Nullable String variable, boolean full) {
        assertThat(told(arguments, "LLAMA_ARG_SWA_FULL", variable).settings().swaFull())
                .isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                             |     | true
            -fa off          |     | false
            --flash-attn off | on  | false
            -fa auto         |     | true
            -fa on           | off | true
                             | off | false
            """)
    void flashAttentionMayBeOff(@Nullable String arguments, @Nullable String variable, boolean on) {
        assertThat(told(arguments, "LLAMA_ARG_FLASH_ATTN", variable).settings().flashAttention())
                .isEqualTo(on);
    }

    /** A batch has 2048 tokens, and is computed in parts of no more. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                             |      | 512
            -ub 4096         |      | 2048
            -ub 4096 -b 4096 |      | 4096
            -b 256           |      | 256
            -ub 1024         | 4096 | 1024
            -ub 4096         | 4096 | 4096
            """)
    void noMoreTokensAreComputedAtOnceThanABatchHas(@Nullable String arguments, @Nullable String batch, int ubatch) {
        assertThat(told(arguments, "LLAMA_ARG_BATCH", batch).settings().ubatch())
                .isEqualTo(ubatch);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                             |    |
            -ngl 10          |    | 10
            --gpu-layers 0   | 10 | 0
            --n-gpu-layers=7 |    | 7
            -ngl all         | 10 |
            -ngl auto        |    |
                             | 3  | 3
            """)
    void layersOnAGpuAreThoseThatAreTold(
            @Nullable String arguments, @Nullable String variable, @Nullable Integer layers) {
        assertThat(told(arguments, "LLAMA_ARG_N_GPU_LAYERS", variable).gpuLayers())
                .isEqualTo(layers == null ? OptionalInt.empty() : OptionalInt.of(layers));
    }

    @Test
    void batchAndTypesAreThoseThatAreTold() {
        ContextSettings settings = told("-ub 1024 -ctk q8_0", Map.of("LLAMA_ARG_CACHE_TYPE_V", "bf16"))
                .settings();
        assertThat(settings.ubatch()).isEqualTo(1024);
        assertThat(settings.cacheTypeK()).isEqualTo(TensorType.Q8_0);
        assertThat(settings.cacheTypeV()).isEqualTo(TensorType.BF16);
    }

    @Test
    void whatAServerWouldRefuseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> told("-ctk q9_0", Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> told("-ctv q8_0 -fa off", Map.of()));
    }
}
