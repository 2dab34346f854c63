package io.github.vramguard.cli.model;

import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.model.ContextSettings;
import io.github.vramguard.model.TensorType;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How contexts are set up, in the words of llama-server. */
final class ContextOptions {

    private static final List<Integer> USUAL = List.of(4096, 8192, 32768);

    @Option(
            names = "--context",
            paramLabel = "TOKENS",
            split = ",",
            description = "sizes of contexts, for all sequences together; 0 is what the model was trained for"
                    + " (default: that of the server, where it is known, or else 4096,8192,32768)")
    private List<Integer> contexts = List.of();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "1",
            description = "sequences at once (default: ${DEFAULT-VALUE})")
    private int parallel = 1;

    @Option(names = "--unified", description = "the sequences share one cache")
    private boolean unified;

    @Option(
            names = "--ubatch",
            paramLabel = "TOKENS",
            defaultValue = "512",
            description = "tokens that are computed at once (default: ${DEFAULT-VALUE})")
    private int ubatch = 512;

    @Option(
            names = "--cache-type-k",
            paramLabel = "TYPE",
            defaultValue = "f16",
            converter = CacheType.class,
            description = "how keys are stored: f32, f16, bf16, q8_0, q5_1, q5_0, q4_1, q4_0 or iq4_nl"
                    + " (default: ${DEFAULT-VALUE})")
    private TensorType cacheTypeK = TensorType.F16;

    @Option(
            names = "--cache-type-v",
            paramLabel = "TYPE",
            defaultValue = "f16",
            converter = CacheType.class,
            description = "how values are stored (default: ${DEFAULT-VALUE})")
    private TensorType cacheTypeV = TensorType.F16;

    @Option(names = "--swa-full", description = "layers with a sliding window cache all tokens nevertheless")
    private boolean swaFull;

    @Option(
            names = "--flash-attn",
            paramLabel = "on|off",
            defaultValue = "on",
            converter = Switch.Converter.class,
            description = "whether attention is computed in one pass (default: ${DEFAULT-VALUE})")
    private Switch flashAttention = Switch.ON;

    /**
     * The contexts that were asked for.
     *
     * @param inUse that of the server, which is taken unless others are given
     */
    List<ContextSettings> settings(OptionalInt inUse) {
        List<Integer> usual = inUse.isPresent() ? List.of(inUse.getAsInt()) : USUAL;
        try {
            return (contexts.isEmpty() ? usual : contexts)
                    .stream().map(this::settings).toList();
        } catch (IllegalArgumentException refused) {
            throw new BadInput(String.valueOf(refused.getMessage()));
        }
    }

    private ContextSettings settings(int context) {
        return new ContextSettings(
                context, parallel, unified, ubatch, cacheTypeK, cacheTypeV, swaFull, flashAttention.isOn());
    }
}
