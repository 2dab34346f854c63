package io.github.vramguard.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes each text, and each name of a constant, as its position in a table, which has it once. */
final class Texts extends StdScalarSerializer<Object> {

    private static final long serialVersionUID = 1;

    private final transient Map<String, Integer> positions = new LinkedHashMap<>();

    Texts() {
        super(Object.class);
    }

    @Override
    public void serialize(Object text, JsonGenerator json, SerializerProvider provider) throws IOException {
        String written = text instanceof Enum<?> constant ? constant.name() : text.toString();
        json.writeNumber(positions.computeIfAbsent(written, unknown -> positions.size()));
    }

    List<String> table() {
        return List.copyOf(positions.keySet());
    }
}
