package io.github.vramguard.field.cases;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import io.github.vramguard.field.Needs;
import io.github.vramguard.samples.FieldModels;
import java.nio.file.Path;

/** java-llama.cpp, whose {@code close()} does not free the model in this version. */
public final class LlamaCases {

    private static final Path MODEL = FieldModels.llama();

    private static final class Shared {
        static final LlamaModel MODEL = open();
    }

    public void leak_closed() {
        try (LlamaModel model = open()) {
            complete(model);
        }
    }

    public void leak_notClosed() {
        complete(Kept.forever(open()));
    }

    @Needs(shared = true)
    public void ok_sharedModel() {
        complete(Shared.MODEL);
    }

    @Needs(shared = true)
    public void ok_encode() {
        Shared.MODEL.decode(Shared.MODEL.encode("Once upon a time"));
    }

    private static LlamaModel open() {
        return new LlamaModel(new ModelParameters()
                .setModel(MODEL.toString())
                .setDevices("none")
                .setThreads(1)
                .setCtxSize(256)
                .disableLog());
    }

    private static void complete(LlamaModel model) {
        model.complete(
                new InferenceParameters("Once upon a time").setNPredict(8).setTemperature(0));
    }
}
