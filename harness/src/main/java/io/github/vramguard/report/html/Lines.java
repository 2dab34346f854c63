package io.github.vramguard.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;

/** Writes a text as its lines, because tests of one build have many of them in common. */
final class Lines extends StdScalarSerializer<String> {

    private static final long serialVersionUID = 1;

    Lines() {
        super(String.class);
    }

    @Override
    public void serialize(String text, JsonGenerator json, SerializerProvider provider) throws IOException {
        String[] lines = text.isEmpty() ? new String[0] : text.split("\n", -1);
        json.writeStartArray(this, lines.length);
        for (String line : lines) {
            provider.defaultSerializeValue(line, json);
        }
        json.writeEndArray();
    }
}
