package io.github.vramguard.report.ci;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/** The part of the format of Code Climate that GitLab reads. An entry without a place would make it refuse the whole file. */
final class CodeQuality {

    private static final Map<Result, String> SEVERITIES =
            Map.of(Result.FAILED, "critical", Result.UNFINISHED, "major", Result.INCONCLUSIVE, "minor");

    private CodeQuality() {}

    static String of(Run run) {
        Told told = Told.of(run);
        return JsonText.of(json -> {
            json.writeStartArray();
            for (MeasuredTest test : told.all()) {
                String severity = SEVERITIES.get(test.result());
                if (severity != null) {
                    write(test, severity, fingerprint(test, told.place(test)), json);
                }
            }
            json.writeEndArray();
        });
    }

    private static void write(MeasuredTest test, String severity, String fingerprint, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("description", Legal.of(test.headline()));
        json.writeStringField("check_name", "vramguard " + Legal.of(test.test().check()));
        json.writeStringField("fingerprint", fingerprint);
        json.writeStringField("severity", severity);
        json.writeObjectFieldStart("location");
        json.writeStringField("path", Legal.of(path(test)));
        json.writeObjectFieldStart("lines");
        json.writeNumberField("begin", Objects.requireNonNullElse(test.test().line(), 1));
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The class is better than no place. */
    private static String path(MeasuredTest test) {
        return Objects.requireNonNullElse(test.test().file(), Told.className(test));
    }

    /** The same as long as the same test comes to the same: amounts differ in each run, and lines move. */
    private static String fingerprint(MeasuredTest test, String place) {
        try {
            byte[] identity = (test.key() + place + "\n" + test.result()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(identity));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
