package io.github.vramguard.cli.judge;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.vramguard.cli.terminal.JsonLine;
import io.github.vramguard.memory.Pool;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** Prints one JSON object per line, see {@code docs/judge.schema.json}. */
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
        Pool pool = judgement.series().pool();
        json.writeStringField("id", judgement.series().id());
        json.writeStringField("pool", pool.name());
        json.writeStringField("unit", pool.unit().name());
        json.writeStringField("verdict", judgement.result().name());
        json.writeStringField("shape", judgement.shown().shape().name());
        json.writeNumberField("cycles", judgement.verdict().cycles());
        json.writeNumberField("growthPerCycle", judgement.growthPerCycle());
        if (judgement.cyclesNeeded().isPresent()) {
            json.writeNumberField("cyclesNeeded", judgement.cyclesNeeded().getAsInt());
        }
        json.writeArrayFieldStart("reasons");
        for (String reason : judgement.reasons()) {
            json.writeString(reason);
        }
        json.writeEndArray();
    }
}
