package io.github.vramguard.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes each text as its position in a table, which has it once. */
final class Texts extends StdScalarSerializer<String> {

    private static final long serialVersionUID = 1;

    private final transient Map<String, Integer> positions = new LinkedHashMap<>();

    Texts() {
        super(String.class);
    }

    @Override
    public void serialize(String text, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeNumber(positions.computeIfAbsent(text, unknown -> positions.size()));
    }

    List<String> table() {
        return List.copyOf(positions.keySet());
    }
}
