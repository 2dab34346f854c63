package io.github.vramguard.cli.model;

import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.cli.usage.ExitCode;
import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.model.ContextSettings;
import io.github.vramguard.model.Model;
import io.github.vramguard.model.ModelFootprint;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code model}. */
@Command(
        name = "model",
        description = {
            "Predicts how much memory llama.cpp takes for a model, without loading it.",
            "",
            "Only the header of the file is read, or what a server reports about it. Cache, state and output are what llama.cpp"
                    + " v0.5.0 allocates, to the 0.01 MiB that it prints; the compute buffer is estimated."
        },
        exitCodeList = {
            "0:the sizes were printed",
            "1:the GPU of --vram is too small for a context of --context, or without that for any",
            "3:could not run: wrong usage, a file that is no model, or a server that does not report it"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vramguard model model.gguf",
            "  vramguard model --context 0 --parallel 4 --unified --cache-type-k q8_0 model.gguf",
            "  vramguard model --ollama qwen3:8b --context 0,8192",
            "  vramguard model --llama-server --url http://localhost:8080",
            "  vramguard model --vram 8GiB --json model-00001-of-00003.gguf | jq '.contexts[].fits'"
        })
public final class ModelCommand implements Callable<Integer> {

    /** Where the file does not say what the model was trained for. */
    private static final int MOST_UNTOLD = 1 << 20;

    private final PrintWriter out;

    @ArgGroup(multiplicity = "1")
    private ModelChoice choice = new ModelChoice();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private ContextOptions options = new ContextOptions();

    @Mixin
    private SpeculationOptions speculation = new SpeculationOptions();

    @Option(
            names = "--gpu-layers",
            paramLabel = "N|all|auto",
            converter = GpuLayers.Converter.class,
            description = "layers on the GPU: first the output, then blocks from the last one on; auto and -1 mean all"
                    + " (default: those of the server, if known, or else all)")
    private @Nullable GpuLayers gpuLayers;

    @Option(
            names = "--vram",
            paramLabel = "SIZE",
            converter = Amount.class,
            description = "memory of the GPU, such as 8GiB; shows which contexts fit, and the largest that does")
    private @Nullable ByteSize vram;

    @Option(names = "--json", description = "print one JSON object, amounts in bytes")
    private boolean json;

    /** Prints what it computes. */
    public ModelCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Prediction prediction = predict(choice.find(server));
        out.print(json ? ModelJson.of(prediction) : ModelText.of(prediction));
        out.flush();
        if (out.checkError()) {
            throw new IOException("the sizes could not be printed");
        }
        return isTooLarge(prediction) ? ExitCode.FAILED : ExitCode.OK;
    }

    /** Where no context was requested, it is enough that one fits. */
    private boolean isTooLarge(Prediction prediction) {
        return options.areGiven()
                ? prediction.isTooLarge()
                : prediction.room().map(Room::isTooSmall).orElse(false);
    }

    /** Of all sequences together, each as long as the model was trained for. */
    private long mostTokens(FoundModel found) {
        ContextSettings settings = options.settings(0, found.settings());
        long each = found.model().trainedContext().orElse(MOST_UNTOLD);
        return settings.unified() ? each : each * settings.parallel();
    }

    private Prediction predict(FoundModel found) throws IOException {
        int layers = gpuLayers == null ? found.gpuLayers().orElse(GpuLayers.ALL.count()) : gpuLayers.count();
        Optional<Model> draft = speculation.draft();
        IntFunction<ContextSettings> settings =
                context -> speculation.in(options.settings(context, found.settings()), found.model());
        IntFunction<ModelFootprint> predict = context -> {
            ModelFootprint alone = found.model().footprint(settings.apply(context), layers);
            return draft.map(other -> alone.plus(
                            SpeculationOptions.drafting(other, settings.apply(context), GpuLayers.ALL.count())))
                    .orElse(alone);
        };
        try {
            List<ModelFootprint> contexts = options
                    .contexts(found.contextOf(settings.apply(0).parallel()))
                    .stream()
                    .map(predict::apply)
                    .toList();
            return new Prediction(
                    found,
                    found.model().adapted(settings.apply(0)),
                    contexts.get(0).weights(),
                    contexts,
                    Optional.ofNullable(vram).map(size -> Room.of(size, mostTokens(found), predict)),
                    gpuLayers != null || found.gpuLayers().isPresent());
        } catch (IllegalArgumentException | ArithmeticException refused) {
            throw new BadInput(found.source() + ": " + refused.getMessage());
        }
    }
}
