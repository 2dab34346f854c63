package io.github.vramguard.compare.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.vramguard.run.Quantity;
import java.io.IOException;

/** The members that name a test or a quantity, the same in all JSON of the command line. */
public final class QuantityJson {

    private QuantityJson() {}

    /** Writes what identifies a quantity; amounts that follow are in its unit. */
    public static void write(Quantity quantity, JsonGenerator json) throws IOException {
        writeTest(quantity.test(), json);
        json.writeStringField("pool", quantity.pool().name());
        json.writeStringField("unit", quantity.pool().unit().name());
        json.writeStringField("measure", quantity.measure().name());
        json.writeStringField("machineClass", quantity.machine());
        json.writeStringField("source", quantity.source());
        json.writeStringField("quality", quantity.quality().name());
    }

    /** Writes the two parts of the key of a test; no check has a blank in it. */
    public static void writeTest(String key, JsonGenerator json) throws IOException {
        int blank = key.lastIndexOf(' ');
        json.writeObjectFieldStart("test");
        json.writeStringField("id", key.substring(0, Math.max(0, blank)));
        json.writeStringField("check", key.substring(blank + 1));
        json.writeEndObject();
    }
}
