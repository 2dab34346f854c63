package io.github.vramguard.cli.doctor;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.vramguard.cli.terminal.JsonLine;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.source.Trial;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Writes what was examined as one JSON object, see {@code docs/doctor.schema.json}. */
final class DoctorJson {

    private DoctorJson() {}

    static String of(Examination found, List<SelfTestCheck> checks) {
        return JsonLine.of(json -> {
            json.writeStringField("target", found.target());
            write("machine", found.machine(), json);
            write("settings", found.settings(), json);
            json.writeArrayFieldStart("pools");
            for (PoolSurvey survey : found.pools()) {
                write(survey, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("limitations");
            for (String limitation : found.limitations()) {
                json.writeString(limitation);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("selfTest");
            for (SelfTestCheck check : checks) {
                write(check, json);
            }
            json.writeEndArray();
        });
    }

    private static void write(String name, Map<String, String> facts, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            json.writeStringField(fact.getKey(), fact.getValue());
        }
        json.writeEndObject();
    }

    private static void write(PoolSurvey survey, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("pool", survey.pool().name());
        json.writeStringField("unit", survey.pool().unit().name());
        if (survey.chosen().isPresent()) {
            write(survey.chosen().get(), json);
        }
        json.writeArrayFieldStart("gaps");
        for (Trial refused : survey.refused()) {
            refusal(refused, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Trial chosen, JsonGenerator json) throws IOException {
        json.writeStringField("source", chosen.source());
        json.writeStringField("origin", chosen.origin().label());
        json.writeStringField("quality", chosen.origin().quality().name());
        write("reading", chosen.reading().amount(), json);
        write("capacity", chosen.origin().capacity(), json);
    }

    private static void write(String name, OptionalLong amount, JsonGenerator json) throws IOException {
        if (amount.isPresent()) {
            json.writeNumberField(name, amount.getAsLong());
        }
    }

    private static void refusal(Trial refused, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", refused.source());
        if (refused.reading() instanceof Reading.Gap gap) {
            json.writeStringField("reason", gap.reason().name());
            json.writeStringField("detail", gap.detail());
        }
        json.writeEndObject();
    }

    private static void write(SelfTestCheck check, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("pool", check.pool().name());
        json.writeStringField("plant", check.plant().name());
        json.writeStringField("outcome", check.outcome().name());
        json.writeStringField("detail", check.detail());
        json.writeEndObject();
    }
}
