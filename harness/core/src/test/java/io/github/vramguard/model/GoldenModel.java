package io.github.vramguard.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vramguard.tinymodel.GgufWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A model file with the metadata of a golden model, and no tensors. */
final class GoldenModel {

    private GoldenModel() {}

    static Model with(Iterable<Map.Entry<String, JsonNode>> metadata) {
        try {
            Path file = Files.createTempFile("golden", ".gguf");
            Model model = Model.read(writer(metadata).writeTo(file));
            Files.delete(file);
            return model;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static GgufWriter writer(Iterable<Map.Entry<String, JsonNode>> metadata) {
        GgufWriter writer = new GgufWriter();
        metadata.forEach(entry -> add(writer, entry.getKey(), entry.getValue()));
        return writer;
    }

    private static void add(GgufWriter writer, String key, JsonNode value) {
        if (value.isTextual()) {
            writer.text(key, value.textValue());
        } else if (value.isInt()) {
            writer.uint32(key, value.intValue());
        } else if (value.isArray()) {
            writer.int32s(key, numbers(value));
        } else if (value.isBoolean()) {
            writer.bool(key, value.booleanValue());
        } else {
            writer.float32(key, value.floatValue());
        }
    }

    private static List<Integer> numbers(JsonNode array) {
        List<Integer> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.intValue()));
        return numbers;
    }
}
