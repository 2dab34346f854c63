package io.github.vramguard.report.ci;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.vramguard.run.MeasuredPool;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Run;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the metric format of Bencher: the peak of each pool, and its growth per cycle or the residual of a test that ran once. */
final class BencherJson {

    /** Longer names of benchmarks are refused. */
    private static final int LONGEST_NAME = 1024;

    private BencherJson() {}

    static String of(Run run) {
        return JsonText.of(json -> {
            json.writeStartObject();
            for (Map.Entry<String, MeasuredTest> test : named(run).entrySet()) {
                json.writeObjectFieldStart(test.getKey());
                for (MeasuredPool pool : Benchmarks.pools(test.getValue())) {
                    write(pool.name() + "-peak", pool.peak(), json);
                    if (test.getValue().timeline().hasCycles()) {
                        write(pool.name() + "-growth-per-cycle", pool.growthPerCycle(), json);
                    } else {
                        write(pool.name() + "-residual", pool.residual(), json);
                    }
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        });
    }

    private static Map<String, MeasuredTest> named(Run run) {
        OrderedTests ordered = OrderedTests.of(run);
        Map<String, MeasuredTest> named = new LinkedHashMap<>();
        for (MeasuredTest test : Benchmarks.of(run)) {
            String place = ordered.place(test);
            named.putIfAbsent(Legal.of(cut(test.key(), LONGEST_NAME - place.length()) + place), test);
        }
        return named;
    }

    private static String cut(String name, int longest) {
        return name.substring(0, Math.max(0, Math.min(longest, name.length())));
    }

    private static void write(String measure, @Nullable Long value, JsonGenerator json) throws IOException {
        if (value != null) {
            json.writeObjectFieldStart(measure);
            json.writeNumberField("value", value);
            json.writeEndObject();
        }
    }
}
