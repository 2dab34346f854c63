package io.github.vramguard.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each architecture of the table has all that its sizes follow from, and misses nothing silently. */
class ArchitecturesTests {

    @TempDir
    private Path folder;

    static Stream<Architecture> reckoned() {
        return Architectures.all().stream()
                .filter(architecture -> architecture.refusal().isEmpty());
    }

    @Test
    void theTableHasTheArchitecturesOfLlamaCpp() {
        assertThat(Architectures.all()).hasSize(154);
        assertThat(Architectures.all()).allMatch(Architecture::isKnown);
    }

    /** With all its keys a model remembers something, unless it reads its whole input at once. */
    @ParameterizedTest
    @MethodSource("reckoned")
    void aModelWithAllItsKeysRemembersSomething(Architecture architecture) throws IOException {
        KvCache cache = write(architecture, keys(architecture)).read();
        assertThat(cache.kvBytes() + cache.stateBytes() > 0).isEqualTo(!architecture.readsAllAtOnce());
    }

    /** Were it computed without the key, the size would be too small. */
    @ParameterizedTest
    @MethodSource("reckoned")
    void aModelWithoutAKeyThatItNeedsIsRefused(Architecture architecture) {
        for (String key : needed(architecture)) {
            Map<String, Integer> without = keys(architecture);
            without.remove(key);
            assertThatExceptionOfType(GgufException.class)
                    .as(key)
                    .isThrownBy(() -> write(architecture, without).read())
                    .withMessageEndingWith("has no key " + architecture.name() + "." + key);
        }
    }

    @ParameterizedTest
    @MethodSource("reckoned")
    void zeroIsNoValueOfAKeyThatAModelNeeds(Architecture architecture) {
        for (String key : needed(architecture)) {
            Map<String, Integer> zeroed = keys(architecture);
            zeroed.put(key, 0);
            assertThatExceptionOfType(GgufException.class)
                    .as(key)
                    .isThrownBy(() -> write(architecture, zeroed).read())
                    .withMessageContaining(architecture.name() + "." + key);
        }
    }

    @Test
    void aRecurrentLayerWithoutAStateCannotBeInTheTable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architecture.known("forgetful")
                        .recurrent(Recurrence.BETWEEN_FULL_ATTENTION, RecurrentState.NONE))
                .withMessageContaining("forgetful");
    }

    /** The hybrids of tomorrow have the keys of those of today. */
    @ParameterizedTest
    @CsvSource({"full_attention_interval, 4, 2", "full_attention_interval, 2, 4"})
    void recurrentLayersOfAnUnknownArchitectureAreThoseOfItsMetadata(String key, int value, int caching)
            throws IOException {
        KvCache cache = ModelFile.small(folder.resolve("model.gguf"), "of-tomorrow", 8)
                .uint32("of-tomorrow." + key, value)
                .read();
        assertThat(cache.layers().stream().filter(layer -> layer.kvBytes() > 0)).hasSize(caching);
        assertThat(cache.layers().stream().filter(layer -> layer.stateBytes() > 0))
                .hasSize(8 - caching);
    }

    @Test
    void anUnknownHybridThatDoesNotSayItsLayersIsRefused() {
        ModelFile model = ModelFile.small(folder.resolve("model.gguf"), "of-tomorrow", 8);
        assertThatExceptionOfType(GgufException.class)
                .isThrownBy(model::read)
                .withMessageContaining("has recurrent layers, and its file does not say which ones");
    }

    @Test
    void aModelOfLayersThatCacheNothingIsRefused() {
        ModelFile model =
                ModelFile.bare(folder.resolve("model.gguf"), "llama", 2).uint32("llama.attention.head_count_kv", 0);
        assertThatExceptionOfType(GgufException.class)
                .isThrownBy(model::read)
                .withMessageContaining("llama.attention.head_count_kv");
    }

    @ParameterizedTest
    @CsvSource({
        "llama, adapter, 'is an adapter (LoRA), which is loaded beside a model; give the file of the model'",
        "clip, mmproj, 'is a projector for images or sound (mmproj), which is loaded beside a model; give the file of the"
                + " model'",
        "clip, , 'is a projector for images or sound (mmproj), which is loaded beside a model; give the file of the model'",
        "llama, imatrix, 'has the statistics of a quantization (imatrix), and no model'"
    })
    void aFileThatIsNoModelIsNamed(String architecture, @Nullable String type, String what) {
        ModelFile file = ModelFile.bare(folder.resolve("no-model.gguf"), architecture, 2);
        if (type != null) {
            file.text("general.type", type);
        }
        assertThatExceptionOfType(GgufException.class).isThrownBy(file::read).withMessageEndingWith(what);
    }

    @Test
    void aFileOfTheTypeModelIsOne() throws IOException {
        KvCache cache = ModelFile.bare(folder.resolve("model.gguf"), "llama", 2)
                .text("general.type", "model")
                .read();
        assertThat(cache.kvBytes()).isPositive();
    }

    private static List<String> needed(Architecture architecture) {
        List<String> needed = new ArrayList<>(architecture.state().needed());
        needed.add("embedding_length");
        if (architecture.attends()) {
            needed.add("attention.head_count");
        }
        if (architecture.indexer().isPresent() && !architecture.hasIndexValues()) {
            needed.add(Indexer.KEY_LENGTH);
        }
        return needed;
    }

    /** Numbers that all fit each other. */
    private static Map<String, Integer> keys(Architecture architecture) {
        Map<String, Integer> keys = new LinkedHashMap<>();
        keys.put("block_count", 8);
        keys.put("context_length", 4096);
        keys.put("vocab_size", 1000);
        keys.put("embedding_length", 512);
        keys.put("attention.head_count", 8);
        architecture.state().needed().forEach(key -> keys.put(key, 4));
        architecture.indexer().ifPresent(any -> keys.put(Indexer.KEY_LENGTH, 128));
        return keys;
    }

    /** In some architectures every second layer is recurrent because it has no heads for keys and values. */
    private ModelFile write(Architecture architecture, Map<String, Integer> keys) {
        ModelFile model = ModelFile.of(folder.resolve("model.gguf"), architecture.name());
        keys.forEach((key, value) -> model.uint32(architecture.name() + "." + key, value));
        return architecture.recurrence().countsFurtherLayers()
                ? model.int32s(architecture.name() + ".attention.head_count_kv", List.of(0, 8, 0, 8, 0, 8, 0, 8))
                : model;
    }
}
