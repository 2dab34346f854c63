package io.github.vramguard.report.html;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.vramguard.run.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** The JSON of a run, compressed with gzip and written in Base64, which has no character that could end a script element. */
final class PageData {

    private static final JsonMapper JSON = new JsonMapper();

    private PageData() {}

    static String of(Run run) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (OutputStream compressed = new GZIPOutputStream(Base64.getEncoder().wrap(text))) {
            JSON.writeValue(compressed, run);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString(StandardCharsets.US_ASCII);
    }
}
