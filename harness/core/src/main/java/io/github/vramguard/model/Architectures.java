package io.github.vramguard.model;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.github.vramguard.model.Architecture.Caches;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The one table of architectures: those of llama.cpp v0.5.0 ({@code src/llama-arch.cpp}, {@code src/models},
 * {@code llama_model::create_memory}), {@code clef} and {@code gemma-embedding2} of v0.7.0, and what Ollama calls
 * {@code gptoss}. Each has exactly one entry, or this class cannot be loaded.
 */
final class Architectures {

    private static final Map<String, Architecture> BY_NAME = Stream.of(
                    plain(),
                    readingAllAtOnce(),
                    windowed(),
                    recurrent(),
                    indexed(),
                    refused(),
                    Stream.of(
                            Architecture.known("gemma3n").windowed(Period.of(5)).caching(Caches.FIRST_LAYERS)))
            .flatMap(group -> group)
            .collect(toUnmodifiableMap(Architecture::name, one -> one));

    private Architectures() {}

    static Optional<Architecture> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static Collection<Architecture> all() {
        return BY_NAME.values();
    }

    /** Each layer caches all tokens, or the metadata lists the layers that have a window. */
    private static Stream<Architecture> plain() {
        return each("""
                apertus arcee arctic baichuan bailingmoe bailingmoe2 bitnet bloom chameleon chatglm codeshell cogvlm
                command-r dbrx deci deepseek deepseek2 deepseek2-ocr dots1 dots3note eagle3 ernie4_5 ernie4_5-moe exaone
                falcon gemma gemma4 glm4 glm4moe gpt2 gptj gptneox granite granite_swa granitemoe grok grovemoe hrm_text
                hunyuan-dense hunyuan-moe hunyuan_vl hy_v3 hy_v4 internlm2 jais jais2 llama llama-embed maincoder maple
                mimo2 minicpm minicpm3 minimax-m2 minimax-m3 mistral3 mistral4 mpt nanbeige nemotron olmo olmoe openelm
                orion paddleocr pangu-embedded phi2 phi3 phimoe plamo plm pockettts qwen qwen2 qwen2moe qwen2vl qwen3
                qwen3moe qwen3tts qwen3vl qwen3vlmoe refact seed_oss smollm3 spark2_5 stablelm starcoder starcoder2
                step35 t5 t5encoder talkie xverse
                """, one -> one);
    }

    /** The encoders are those of {@code src/models/bert.cpp} and its kin. */
    private static Stream<Architecture> readingAllAtOnce() {
        return Stream.concat(
                each(
                        "clef dream gemma-embedding gemma-embedding2 llada llada-moe rnd1 wavtokenizer-dec",
                        one -> one.caching(Caches.NONE)),
                each("""
                        bert eurobert jina-bert-v2 jina-bert-v3 modern-bert neo-bert nomic-bert nomic-bert-moe
                        """, one -> one.caching(Caches.NONE_AND_NO_OUTPUT)));
    }

    private static Stream<Architecture> windowed() {
        return Stream.of(
                        each("gpt-oss gptoss", one -> one.windowed(Period.of(2))),
                        each("afmoe exaone-moe mellum muse-glimmer olmo2", one -> one.windowed(Period.of(4))),
                        each("cohere2moe laguna", one -> one.windowed(Period.denseFirst(4))),
                        Stream.of(
                                Architecture.known("cohere2").windowed(Period.of(4)),
                                Architecture.known("exaone4")
                                        .windowed(Period.of(4).usually(4096).inModelsOf(64)),
                                Architecture.known("gemma2")
                                        .windowed(Period.of(2).usually(4096)),
                                Architecture.known("gemma3").windowed(Period.of(6)),
                                Architecture.known("llama4")
                                        .windowed(Period.of(4).usually(8192).always(8192)),
                                Architecture.known("plamo3").windowed(Period.of(8)),
                                Architecture.known("smallthinker")
                                        .windowed(Period.denseFirst(4).always(4096))))
                .flatMap(group -> group);
    }

    private static Stream<Architecture> recurrent() {
        return Stream.of(
                        recurrent("mamba", Recurrence.INSTEAD_OF_CACHE, RecurrentState.STATE_SPACE),
                        recurrent("mamba2", Recurrence.INSTEAD_OF_CACHE, RecurrentState.GROUPED_STATE_SPACE),
                        recurrent("rwkv6 rwkv6qwen2 rwkv7 arwkv7", Recurrence.INSTEAD_OF_CACHE, RecurrentState.WKV),
                        recurrent("falcon-h1", Recurrence.BESIDE_CACHE, RecurrentState.GROUPED_STATE_SPACE),
                        recurrent("jamba plamo2", Recurrence.WITHOUT_HEADS, RecurrentState.STATE_SPACE),
                        recurrent("granitehybrid", Recurrence.WITHOUT_HEADS, RecurrentState.GROUPED_STATE_SPACE),
                        recurrent("lfm2moe", Recurrence.WITHOUT_HEADS, RecurrentState.SHORT_CONVOLUTION),
                        recurrent("lfm2", Recurrence.WITHOUT_HEADS, RecurrentState.SHORT_CONVOLUTION)
                                .map(lfm2 -> lfm2.windowed(Period.of(0))),
                        recurrent(
                                "kimi-linear kimi-k3 bailingmoe3",
                                Recurrence.WITHOUT_HEADS,
                                RecurrentState.DELTA_ATTENTION),
                        recurrent(
                                "nemotron_h nemotron_h_moe",
                                Recurrence.WITHOUT_HEADS_AND_FEED_FORWARD,
                                RecurrentState.GROUPED_STATE_SPACE),
                        recurrent("qwen3next", Recurrence.BETWEEN_FULL_ATTENTION, RecurrentState.GROUPED_STATE_SPACE),
                        recurrent(
                                        "qwen35 qwen35moe",
                                        Recurrence.BETWEEN_FULL_ATTENTION,
                                        RecurrentState.GROUPED_STATE_SPACE)
                                .map(Architecture::rollingBack),
                        recurrent("minimax-01", Recurrence.BETWEEN_FULL_ATTENTION, RecurrentState.LINEAR_ATTENTION))
                .flatMap(group -> group);
    }

    /** Models with an indexer of attention have a cache for its keys, too. */
    private static Stream<Architecture> indexed() {
        return Stream.of(
                Architecture.known("deepseek32").indexed(Indexer.KEYS_OF_EACH_LAYER),
                Architecture.known("glm-dsa").indexed(Indexer.KEYS_OF_SOME_LAYERS),
                Architecture.known("qwen4exp")
                        .recurrent(Recurrence.BETWEEN_FULL_ATTENTION, RecurrentState.GROUPED_STATE_SPACE)
                        .rollingBack()
                        .indexed(Indexer.KEYS_AND_VALUES));
    }

    /** Models whose caches have rules of their own, which the general ones would size wrongly. */
    private static Stream<Architecture> refused() {
        return Stream.of(
                Architecture.known("deepseek4").refused("compresses its cache"),
                Architecture.known("dflash").refused("caches what another model has computed"),
                Architecture.known("gemma4-assistant").refused("shares the cache of another model"),
                Architecture.known("graniteswitch").refused("caches what its router reads"));
    }

    private static Stream<Architecture> recurrent(String names, Recurrence where, RecurrentState what) {
        return each(names, one -> one.recurrent(where, what));
    }

    private static Stream<Architecture> each(String names, UnaryOperator<Architecture> rule) {
        return Stream.of(names.strip().split("\\s+")).map(name -> rule.apply(Architecture.known(name)));
    }
}
