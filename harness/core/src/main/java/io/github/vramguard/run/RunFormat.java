package io.github.vramguard.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON of runs: a whole run as one object, or what one JVM recorded as an object on each line. */
final class RunFormat {

    /** Members that a later version adds are ignored; values that this one needs are not. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What a library says of a value that is not there, and of how it was set up to say so. */
    private static final Pattern MISSING = Pattern.compile("Missing creator property '([^']+)'.*", Pattern.DOTALL);

    private RunFormat() {}

    /** Describes why JSON is no record. */
    static String complaint(JsonProcessingException refused) {
        String message = refused.getOriginalMessage();
        Matcher missing = MISSING.matcher(message);
        return missing.matches() ? "it has no \"" + missing.group(1) + "\"" : message;
    }

    /** A line of what one JVM recorded: that it began or ended, or a test. */
    record Line(@Nullable JvmRun jvmRun, @Nullable MeasuredTest test) {}

    static byte[] line(Line line) {
        try {
            byte[] json = JSON.writeValueAsBytes(line);
            byte[] ended = Arrays.copyOf(json, json.length + 1);
            ended[json.length] = '\n';
            return ended;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("records are always JSON", impossible);
        }
    }
}
