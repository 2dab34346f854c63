package io.github.vramguard.report.ci;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.vramguard.run.MeasuredPool;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Run;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The metric format of Bencher: a measure for each pool, in the unit of the pool, and its growth in each cycle beside it. */
final class BencherJson {

    /** Longer names of benchmarks are refused. */
    private static final int LONGEST_NAME = 1024;

    private BencherJson() {}

    static String of(Run run) {
        return JsonText.of(json -> {
            json.writeStartObject();
            for (Map.Entry<String, MeasuredTest> test : named(run).entrySet()) {
                json.writeObjectFieldStart(test.getKey());
                for (MeasuredPool pool : test.getValue().pools()) {
                    write(pool.name() + "-peak", pool.peak(), json);
                    write(pool.name() + "-growth-per-cycle", pool.perCycle(), json);
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        });
    }

    private static Map<String, MeasuredTest> named(Run run) {
        Map<String, MeasuredTest> named = new LinkedHashMap<>();
        for (MeasuredTest test : Benchmarks.of(run)) {
            String name = test.key();
            named.putIfAbsent(Legal.of(name.substring(0, Math.min(LONGEST_NAME, name.length()))), test);
        }
        return named;
    }

    private static void write(String measure, @Nullable Long value, JsonGenerator json) throws IOException {
        if (value != null) {
            json.writeObjectFieldStart(measure);
            json.writeNumberField("value", value);
            json.writeEndObject();
        }
    }
}
