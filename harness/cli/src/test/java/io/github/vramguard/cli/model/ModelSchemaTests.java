package io.github.vramguard.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.cli.Typed;
import io.github.vramguard.schema.Schema;
import io.github.vramguard.tinymodel.TinyLlama;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSchemaTests {

    private static final Schema MODEL = Schema.named("model");

    @TempDir
    private Path folder;

    private String predicted(String... options) throws IOException {
        Path file = TinyLlama.smallest().writeTo(folder.resolve("tiny.gguf"));
        StringWriter out = new StringWriter();
        String line = "model --json " + String.join(" ", options) + " " + file;
        Typed.run(
                InputStream.nullInputStream(),
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                line.strip().split(" +"));
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource({"''", "--context 2048,8192", "--context 8192 --vram 1GiB", "--vram 1MiB"})
    void whatIsPrintedMatchesTheSchema(String options) throws IOException {
        assertThat(MODEL.faults(predicted(options))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/weightsBytes, '\"449 KiB\"'",
        "/weights, 460032",
        "/bytesPerToken, ''",
        "/contexts, '[]'",
        "/contexts/0/kvBytes, -1",
        "/contexts/0/fits, '\"MAYBE\"'",
        "/notCounted, null",
    })
    void aDocumentWithAWrongMemberDoesNotMatch(String member, String value) throws IOException {
        assertThat(MODEL.faultsWith(predicted("--context 8192 --vram 1GiB"), member, value))
                .isNotEmpty();
    }
}
