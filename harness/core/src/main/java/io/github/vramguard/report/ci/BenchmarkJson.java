package io.github.vramguard.report.ci;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.vramguard.run.MeasuredPool;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Run;
import java.io.IOException;
import java.util.Locale;

/**
 * Writes the input of github-action-benchmark as {@code customSmallerIsBetter}. It divides each value by the previous one.
 * Growth is about 0 in clean code and would cause false alarms, so only peaks are reported.
 */
final class BenchmarkJson {

    private BenchmarkJson() {}

    static String of(Run run) {
        OrderedTests ordered = OrderedTests.of(run);
        return JsonText.of(json -> {
            json.writeStartArray();
            for (MeasuredTest test : Benchmarks.of(run)) {
                for (MeasuredPool pool : Benchmarks.pools(test)) {
                    write(test, pool, ordered.place(test), json);
                }
            }
            json.writeEndArray();
        });
    }

    private static void write(MeasuredTest test, MeasuredPool pool, String place, JsonGenerator json)
            throws IOException {
        Long peak = pool.peak();
        if (peak != null && peak > 0) {
            json.writeStartObject();
            json.writeStringField("name", Legal.of(test.key() + " " + pool.name() + " peak" + place));
            json.writeStringField("unit", pool.unit().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("value", peak);
            json.writeStringField("extra", Legal.of(test.headline()));
            json.writeEndObject();
        }
    }
}
