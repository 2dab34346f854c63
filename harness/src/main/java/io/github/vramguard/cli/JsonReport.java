package io.github.vramguard.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** One JSON object a line, in ASCII, whatever the encoding of the terminal. */
final class JsonReport implements Consumer<Judgement> {

    private static final JsonFactory JSON =
            new JsonFactoryBuilder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final PrintWriter out;

    JsonReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(Judgement judgement) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            write(judgement, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.print(line + "\n");
    }

    private static void write(Judgement judgement, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", judgement.series().id());
        json.writeStringField("verdict", judgement.verdict().name());
        json.writeStringField("shape", judgement.shown().shape().name());
        json.writeFieldName("bytesPerCycle");
        json.writeNumber(judgement.series().signal().rounded(judgement.shown().rate()));
        json.writeNumberField("cycles", judgement.cycles());
        json.writeArrayFieldStart("reasons");
        for (String reason : judgement.reasons()) {
            json.writeString(reason);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
