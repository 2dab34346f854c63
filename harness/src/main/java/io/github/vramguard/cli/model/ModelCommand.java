package io.github.vramguard.cli.model;

import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.cli.usage.ExitCode;
import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.model.ModelFootprint;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The verb {@code model}. */
@Command(
        name = "model",
        description = {
            "Says how much memory llama.cpp takes for a model, without loading it.",
            "",
            "Only the header of its file is read, or what a server tells of it. Cache, state and output are what llama.cpp v0.5.0 allocates, to the"
                    + " byte; what it computes with is estimated."
        },
        exitCodeList = {
            "0:the sizes were printed",
            "1:the GPU of --vram is too small for a context",
            "3:could not run: wrong usage, a file that is no model, or a server that does not tell of it"
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

    private final PrintWriter out;

    @ArgGroup(multiplicity = "1")
    private ModelChoice choice = new ModelChoice();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private ContextOptions options = new ContextOptions();

    @Option(
            names = "--gpu-layers",
            paramLabel = "N",
            description = "layers on the GPU, first the output, then blocks from the last on (default: all)")
    private int gpuLayers = Integer.MAX_VALUE;

    @Option(
            names = "--vram",
            paramLabel = "SIZE",
            converter = Amount.class,
            description = "memory of the GPU, such as 8GiB; tells which contexts fit")
    private @Nullable ByteSize vram;

    @Option(names = "--json", description = "print one JSON object, amounts in bytes")
    private boolean json;

    /** Prints what it computes. */
    public ModelCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (gpuLayers < 0) {
            throw new BadInput("--gpu-layers cannot be " + gpuLayers);
        }
        Prediction prediction = predict(choice.find(server));
        out.print(json ? ModelJson.of(prediction) : ModelText.of(prediction));
        out.flush();
        if (out.checkError()) {
            throw new IOException("the sizes could not be printed");
        }
        return prediction.isTooLarge() ? ExitCode.BROKEN : ExitCode.OK;
    }

    private Prediction predict(FoundModel found) {
        try {
            List<ModelFootprint> contexts = options.settings(found.context()).stream()
                    .map(settings -> found.model().footprint(settings, gpuLayers))
                    .toList();
            return new Prediction(found, found.model().weights(gpuLayers), contexts, Optional.ofNullable(vram));
        } catch (IllegalArgumentException | ArithmeticException refused) {
            throw new BadInput(found.source() + ": " + refused.getMessage());
        }
    }
}
