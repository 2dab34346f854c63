package io.github.vramguard.cli.model;

import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.model.ContextSettings;
import io.github.vramguard.model.Model;
import io.github.vramguard.model.ModelFootprint;
import io.github.vramguard.model.Speculation;
import io.github.vramguard.model.TensorType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How tokens are drafted ahead; options and values are named as in llama-server. */
final class SpeculationOptions {

    private static final String BY_ITSELF = "draft-mtp";
    private static final String BY_MODEL = "draft-simple";

    @Option(
            names = "--spec-type",
            paramLabel = "TYPE",
            description =
                    "how tokens are drafted ahead: none, draft-mtp (by layers of the model itself) or draft-simple (by"
                            + " --model-draft) (default: that of the server, if known, or else none)")
    private @Nullable String type;

    @Option(
            names = "--spec-draft-n-max",
            paramLabel = "N",
            defaultValue = "3",
            description = "the most tokens that are drafted with draft-mtp; a recurrent model keeps a state for each"
                    + " (default: ${DEFAULT-VALUE})")
    private int tokens;

    @Option(
            names = "--model-draft",
            paramLabel = "FILE",
            description = "the GGUF file of the model that drafts; what it takes is included")
    private @Nullable Path draft;

    @Option(
            names = "--cache-type-k-draft",
            paramLabel = "TYPE",
            converter = CacheType.class,
            description = "how the keys of the draft are stored (default: f16)")
    private @Nullable TensorType cacheTypeK;

    @Option(
            names = "--cache-type-v-draft",
            paramLabel = "TYPE",
            converter = CacheType.class,
            description = "how the values of the draft are stored (default: f16)")
    private @Nullable TensorType cacheTypeV;

    /** The settings with what was requested; else as they are. */
    ContextSettings in(ContextSettings settings, Model model) {
        check(model);
        Speculation known = settings.speculation();
        boolean byItself = type == null ? known.byItself() : type.equals(BY_ITSELF);
        return settings.toBuilder()
                .speculation(new Speculation(
                        type == null ? known.tokens() : byItself ? tokens : 0,
                        byItself && model.draftsByItself(),
                        cacheTypeK == null ? known.cacheTypeK() : cacheTypeK,
                        cacheTypeV == null ? known.cacheTypeV() : cacheTypeV))
                .build();
    }

    private void check(Model model) {
        if (type != null && !type.matches("none|" + BY_ITSELF + "|" + BY_MODEL)) {
            throw new BadInput("--spec-type " + type
                    + " is not accepted; what it takes is known for none, draft-mtp and draft-simple");
        }
        if (BY_ITSELF.equals(type) && !model.draftsByItself()) {
            throw new BadInput("--spec-type draft-mtp: this model of architecture " + model.architecture()
                    + " has no layers that draft tokens, or it is not known what they take");
        }
        if (BY_MODEL.equals(type) != (draft != null)) {
            throw new BadInput("--spec-type draft-simple and --model-draft FILE need each other");
        }
        if (tokens < 1) {
            throw new BadInput("--spec-draft-n-max " + tokens + " is not accepted; give at least 1");
        }
    }

    /** The model that drafts, if one was given. */
    Optional<Model> draft() throws IOException {
        return draft == null ? Optional.empty() : Optional.of(Model.read(draft));
    }

    /** What that model takes: a context of its own, as long, for as many sequences. */
    static ModelFootprint drafting(Model draft, ContextSettings settings, int gpuLayers) {
        return draft.footprint(
                settings.toBuilder()
                        .cacheTypeK(settings.speculation().cacheTypeK())
                        .cacheTypeV(settings.speculation().cacheTypeV())
                        .speculation(Speculation.NONE)
                        .build(),
                gpuLayers);
    }
}
