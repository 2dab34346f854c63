package io.github.vramguard.cli.compare;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.vramguard.cli.terminal.JsonLine;
import io.github.vramguard.compare.Change;
import io.github.vramguard.compare.Comparison;
import io.github.vramguard.compare.Difference;
import io.github.vramguard.compare.Shift;
import io.github.vramguard.compare.TestDifference;
import io.github.vramguard.compare.report.QuantityJson;
import java.io.IOException;
import java.util.List;

/** Writes a comparison as one JSON object, see {@code docs/compare.schema.json}. */
final class CompareJson {

    private CompareJson() {}

    static String of(Comparison comparison) {
        return JsonLine.of(json -> write(comparison, json));
    }

    private static void write(Comparison comparison, JsonGenerator json) throws IOException {
        json.writeBooleanField("worse", comparison.isWorse());
        json.writeNumberField("baseRuns", comparison.base());
        json.writeNumberField("headRuns", comparison.head());
        json.writeNumberField("compared", comparison.compared());
        json.writeArrayFieldStart("tests");
        for (TestDifference test : comparison.tests()) {
            write(test, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("amounts");
        for (Difference difference : comparison.differences()) {
            if (difference.change() != Change.SAME) {
                write(difference, json);
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("warnings");
        for (String warning : comparison.warnings()) {
            json.writeString(warning);
        }
        json.writeEndArray();
    }

    private static void write(TestDifference test, JsonGenerator json) throws IOException {
        json.writeStartObject();
        QuantityJson.writeTest(test.test(), json);
        json.writeStringField("change", test.change().name());
        json.writeStringField("note", test.note());
        json.writeEndObject();
    }

    private static void write(Difference difference, JsonGenerator json) throws IOException {
        json.writeStartObject();
        QuantityJson.write(difference.quantity(), json);
        json.writeStringField("change", difference.change().name());
        write("base", difference.base(), json);
        write("head", difference.head(), json);
        if (difference.shift().isPresent()) {
            Shift shift = difference.shift().get();
            json.writeObjectFieldStart("shift");
            json.writeNumberField("lower", shift.lower());
            json.writeNumberField("estimate", shift.estimate());
            json.writeNumberField("upper", shift.upper());
            json.writeEndObject();
        }
        json.writeStringField("note", difference.note());
        json.writeEndObject();
    }

    private static void write(String name, List<Long> amounts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (long amount : amounts) {
            json.writeNumber(amount);
        }
        json.writeEndArray();
    }
}
