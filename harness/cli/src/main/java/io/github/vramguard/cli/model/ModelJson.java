package io.github.vramguard.cli.model;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.vramguard.cli.terminal.JsonLine;
import io.github.vramguard.model.ModelFootprint;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Writes a prediction as one JSON object, see {@code docs/model.schema.json}. */
final class ModelJson {

    private ModelJson() {}

    static String of(Prediction prediction) {
        return JsonLine.of(json -> {
            json.writeStringField("architecture", prediction.model().architecture());
            json.writeBooleanField("knownArchitecture", prediction.model().isOfKnownArchitecture());
            json.writeBooleanField("constantState", prediction.model().hasConstantState());
            writeAmount(
                    "trainedContextTokens",
                    prediction.model().trainedContext().stream().asLongStream(),
                    json);
            json.writeNumberField("weightsBytes", prediction.weights().bytes());
            json.writeNumberField("weightsDeviceBytes", prediction.weights().deviceBytes());
            json.writeNumberField("weightsHostBytes", prediction.weights().hostBytes());
            json.writeNumberField("bytesPerToken", prediction.bytesPerToken());
            if (prediction.room().isPresent()) {
                writeAmount("largestContextTokens", prediction.room().get().largest().stream(), json);
            }
            writeTexts("notCounted", prediction.found().notCounted(), json);
            json.writeArrayFieldStart("contexts");
            for (ModelFootprint context : prediction.contexts()) {
                write(context, prediction.fit(context), json);
            }
            json.writeEndArray();
        });
    }

    /** Null where there is none. */
    private static void writeAmount(String name, LongStream amount, JsonGenerator json) throws IOException {
        json.writeObjectField(name, amount.boxed().findFirst().orElse(null));
    }

    private static void writeTexts(String name, List<String> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void write(ModelFootprint context, Optional<Fit> fit, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("contextTokens", context.cache().contextTokens());
        json.writeNumberField("kvBytes", context.cache().kvBytes());
        json.writeNumberField("kvDeviceBytes", context.device().kvBytes());
        json.writeNumberField("stateBytes", context.cache().stateBytes());
        json.writeNumberField("outputBytes", context.outputBytes());
        json.writeNumberField("computeBytes", context.computeBytes());
        json.writeNumberField("computeLeastBytes", context.computeRange().least());
        json.writeNumberField("computeMostBytes", context.computeRange().most());
        json.writeNumberField("deviceLeastBytes", context.deviceBytes().least());
        json.writeNumberField("deviceMostBytes", context.deviceBytes().most());
        if (fit.isPresent()) {
            json.writeStringField("fits", fit.get().name());
        }
        json.writeEndObject();
    }
}
