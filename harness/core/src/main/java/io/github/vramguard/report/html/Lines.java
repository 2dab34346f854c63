package io.github.vramguard.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.util.regex.Pattern;

/** Writes a text as its lines, and each of them as its cells, because tests of one build have many of them in common. */
final class Lines extends StdScalarSerializer<String> {

    private static final long serialVersionUID = 1;

    /** Columns are at least two blanks apart, and a cell has those before it. */
    private static final Pattern CELL = Pattern.compile("(?<=\\S)(?=  )");

    Lines() {
        super(String.class);
    }

    @Override
    public void serialize(String text, JsonGenerator json, SerializerProvider provider) throws IOException {
        String[] lines = text.isEmpty() ? new String[0] : text.split("\n", -1);
        json.writeStartArray(this, lines.length);
        for (String line : lines) {
            provider.defaultSerializeValue(CELL.split(line), json);
        }
        json.writeEndArray();
    }
}
