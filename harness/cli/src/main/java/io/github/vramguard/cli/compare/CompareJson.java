package io.github.vramguard.cli.compare;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.vramguard.cli.terminal.JsonLine;
import io.github.vramguard.compare.Change;
import io.github.vramguard.compare.Comparison;
import io.github.vramguard.compare.Difference;
import io.github.vramguard.compare.Shift;
import io.github.vramguard.compare.TestDifference;
import java.io.IOException;
import java.util.List;

/** A comparison as one JSON object. Amounts are in the unit of their pool. */
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
        json.writeStringField("test", test.test());
        json.writeStringField("change", test.change().name());
        json.writeStringField("note", test.note());
        json.writeEndObject();
    }

    private static void write(Difference difference, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("test", difference.quantity().test());
        json.writeStringField("pool", difference.quantity().pool().name());
        json.writeStringField("unit", difference.quantity().pool().unit().name());
        json.writeStringField("measure", difference.quantity().measure().name());
        json.writeStringField("machine", difference.quantity().machine());
        json.writeStringField("source", difference.quantity().source());
        json.writeStringField("quality", difference.quantity().quality().name());
        json.writeStringField("change", difference.change().name());
        write("base", difference.base(), json);
        write("head", difference.head(), json);
        if (difference.shift().isPresent()) {
            Shift shift = difference.shift().get();
            write("shift", List.of(shift.lower(), shift.estimate(), shift.upper()), json);
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
