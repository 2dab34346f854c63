package io.github.vramguard.report.html;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.vramguard.run.MeasuredPool;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.TestCase;
import io.github.vramguard.run.Timeline;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A run as JSON for the script of the page, a quarter as long as that of {@code run.json}: records are arrays without the
 * nulls at their ends, texts are positions in a table of them, and series are differences. {@code run.js} reads it.
 */
final class PageData {

    private static final JsonMapper PLAIN = new JsonMapper();

    /** The JSON of a run has no texts of tests in it, but their positions. */
    private static final Pattern LAST_NULLS = Pattern.compile("(,null)+]");

    private PageData() {}

    /** The text is safe within a script element: nothing in it can end the element or begin markup. */
    static String of(Run run) {
        try {
            Texts texts = new Texts();
            String json =
                    LAST_NULLS.matcher(mapper(texts).writeValueAsString(run)).replaceAll("]");
            return escaped("{\"run\":" + json + ",\"texts\":" + PLAIN.writeValueAsString(texts.table()) + "}");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("records are always JSON", impossible);
        }
    }

    private static JsonMapper mapper(Texts texts) {
        JsonMapper.Builder mapper = JsonMapper.builder()
                .addModule(new SimpleModule().addSerializer(String.class, texts).addSerializer(Enum.class, texts))
                .addMixIn(MeasuredTest.class, Shortened.OfTest.class)
                .addMixIn(MeasuredPool.class, Shortened.OfPool.class)
                .addMixIn(Timeline.class, Shortened.OfTimeline.class);
        for (Class<?> record : List.of(
                MeasuredTest.class,
                TestCase.class,
                Timeline.class,
                Timeline.Moment.class,
                Timeline.Prediction.class,
                MeasuredPool.class)) {
            mapper.withConfigOverride(
                    record, shape -> shape.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)));
        }
        return mapper.build();
    }

    /** In JSON these characters occur within texts alone. */
    private static String escaped(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
