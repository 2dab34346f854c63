package io.github.vramguard.cli.model;

import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.model.ContextSettings;
import io.github.vramguard.model.TensorType;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How contexts are set up; options and values are named as in llama-server. */
final class ContextOptions {

    private static final List<Integer> USUAL = List.of(4096, 8192, 32768);

    /** {@code --batch-size} of llama.cpp, by default. */
    private static final int USUAL_BATCH = 2048;

    @Option(
            names = "--context",
            paramLabel = "TOKENS",
            split = ",",
            description = "context sizes, for all sequences together; 0 is the context that the model was trained for"
                    + " (default: that of the server, if known, or else 4096,8192,32768)")
    private List<Integer> contexts = List.of();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description =
                    "sequences at once (default: 1, or the number of the server, if known); llama-server 0.7 chooses"
                            + " it, often 4, and states and windows grow with it")
    private @Nullable Integer parallel;

    @Option(names = "--unified", description = "the sequences share one cache")
    private boolean unified;

    @Option(names = "--ubatch", paramLabel = "TOKENS", description = "tokens that are computed at once (default: 512)")
    private @Nullable Integer ubatch;

    @Option(
            names = "--batch",
            paramLabel = "TOKENS",
            description = "tokens of a batch; --ubatch is at most this (default: 2048)")
    private @Nullable Integer batch;

    @Option(
            names = "--cache-type-k",
            paramLabel = "TYPE",
            converter = CacheType.class,
            description = "how keys are stored: f32, f16, bf16, q8_0, q5_1, q5_0, q4_1, q4_0 or iq4_nl (default: f16)")
    private @Nullable TensorType cacheTypeK;

    @Option(
            names = "--cache-type-v",
            paramLabel = "TYPE",
            converter = CacheType.class,
            description = "how values are stored (default: f16)")
    private @Nullable TensorType cacheTypeV;

    @Option(names = "--swa-full", description = "layers with a sliding window cache all tokens as well")
    private boolean swaFull;

    @Option(
            names = "--flash-attn",
            arity = "0..1",
            fallbackValue = "on",
            paramLabel = "on|off|auto",
            converter = Switch.Converter.class,
            preprocessor = Switch.WithoutWord.class,
            description = "whether attention is computed in one pass; auto is on (default: on)")
    private @Nullable Switch flashAttention;

    /** Whether the contexts are those of the user. */
    boolean areGiven() {
        return !contexts.isEmpty();
    }

    /** The requested contexts, or else that of the server, or the default ones. */
    List<Integer> contexts(OptionalInt inUse) {
        if (areGiven()) {
            return contexts;
        }
        return inUse.isPresent() ? List.of(inUse.getAsInt()) : USUAL;
    }

    /**
     * How a context is set up.
     *
     * @param known the settings of a server, as far as they are known; options override them
     */
    ContextSettings settings(int context, ContextSettings known) {
        try {
            return known.toBuilder()
                    .context(context)
                    .parallel(orElse(parallel, known.parallel()))
                    .unified(unified || known.unified())
                    .ubatch(Math.min(
                            orElse(ubatch, known.ubatch()), orElse(batch, Math.max(USUAL_BATCH, known.ubatch()))))
                    .cacheTypeK(orElse(cacheTypeK, known.cacheTypeK()))
                    .cacheTypeV(orElse(cacheTypeV, known.cacheTypeV()))
                    .swaFull(swaFull || known.swaFull())
                    .flashAttention(flashAttention == null ? known.flashAttention() : flashAttention.isOn())
                    .build();
        } catch (IllegalArgumentException refused) {
            throw new BadInput(String.valueOf(refused.getMessage()));
        }
    }

    private static <T> T orElse(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
