package io.github.vramguard.cli.model;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.vramguard.cli.terminal.JsonLine;
import io.github.vramguard.model.ModelFootprint;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A prediction as a JSON object, all amounts in bytes. */
final class ModelJson {

    private ModelJson() {}

    static String of(Prediction prediction) {
        return JsonLine.of(json -> {
            json.writeStringField("architecture", prediction.model().architecture());
            json.writeNumberField("weightsBytes", prediction.weights().bytes());
            json.writeNumberField("bytesPerToken", prediction.bytesPerToken());
            writeTexts("notCounted", prediction.found().notCounted(), json);
            json.writeArrayFieldStart("contexts");
            for (ModelFootprint context : prediction.contexts()) {
                write(context, prediction.fit(context), json);
            }
            json.writeEndArray();
        });
    }

    private static void writeTexts(String name, List<String> texts, JsonGenerator json) throws IOException {
        if (!texts.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
        }
    }

    private static void write(ModelFootprint context, Optional<Fit> fit, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("contextTokens", context.cache().contextTokens());
        json.writeNumberField("kvBytes", context.cache().kvBytes());
        json.writeNumberField("stateBytes", context.cache().stateBytes());
        json.writeNumberField("outputBytes", context.outputBytes());
        json.writeNumberField("computeBytes", context.computeBytes());
        json.writeNumberField("deviceLeastBytes", context.deviceBytes().least());
        json.writeNumberField("deviceMostBytes", context.deviceBytes().most());
        if (fit.isPresent()) {
            json.writeStringField("fits", fit.get().name());
        }
        json.writeEndObject();
    }
}
