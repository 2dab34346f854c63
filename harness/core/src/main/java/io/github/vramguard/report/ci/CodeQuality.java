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

/** Writes the part of the Code Climate format that GitLab reads. GitLab rejects the whole file if an entry has no location. */
final class CodeQuality {

    private static final Map<Result, String> SEVERITIES =
            Map.of(Result.FAILED, "critical", Result.UNFINISHED, "major", Result.INCONCLUSIVE, "minor");

    private CodeQuality() {}

    static String of(Run run) {
        OrderedTests ordered = OrderedTests.of(run);
        return JsonText.of(json -> {
            json.writeStartArray();
            for (MeasuredTest test : ordered.all()) {
                String severity = SEVERITIES.get(test.result());
                if (severity != null) {
                    write(test, severity, fingerprint(test, ordered.place(test)), json);
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

    /** The source file, or else the class. */
    private static String path(MeasuredTest test) {
        return Objects.requireNonNullElse(test.test().file(), OrderedTests.className(test));
    }

    /** Depends on the test and its verdict only: amounts differ in each run, and lines move. */
    private static String fingerprint(MeasuredTest test, String place) {
        try {
            byte[] identity = (test.key() + place + "\n" + test.result()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(identity));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
