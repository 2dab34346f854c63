package io.github.vramguard.cli.judge;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.vramguard.cli.terminal.JsonLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** One JSON object a line. */
final class JsonReport implements Consumer<Judgement> {

    private final PrintWriter out;

    JsonReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(Judgement judgement) {
        out.print(JsonLine.of(json -> write(judgement, json)));
    }

    private static void write(Judgement judgement, JsonGenerator json) throws IOException {
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
    }
}
