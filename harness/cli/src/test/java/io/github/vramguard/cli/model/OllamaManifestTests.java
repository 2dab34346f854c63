package io.github.vramguard.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vramguard.cli.Typed;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.tinymodel.TinyLlama;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Manifests as Ollama 0.33.0 and 0.5.7 write them. */
class OllamaManifestTests {

    private static final String MODEL = "a".repeat(64);
    private static final String PARAMETERS = "b".repeat(64);

    @TempDir
    private Path store;

    private Path manifest = Path.of("");

    @BeforeEach
    void fillStore() throws IOException {
        Files.createDirectories(store.resolve("blobs"));
        TinyLlama.smallest().writeTo(blob(MODEL));
        Files.writeString(blob(PARAMETERS), "{\"num_ctx\":1024,\"stop\":[\"x\"]}");
        Path library = store.resolve("manifests/registry.ollama.ai/library/tiny");
        manifest = Files.createDirectories(library).resolve("latest");
    }

    @Test
    void itsModelIsABlob() throws IOException {
        FoundModel found = read(layer("model", MODEL));
        assertThat(found.source()).isEqualTo(blob(MODEL).toString());
        assertThat(found.model().architecture()).isEqualTo("llama");
        assertThat(found.contextOf(1)).isEmpty();
        assertThat(found.notCounted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1024", "4, 4096"})
    void itsParametersTellTheContextOfEachRequest(int parallel, int tokens) throws IOException {
        assertThat(read(layer("model", MODEL), layer("params", PARAMETERS)).contextOf(parallel))
                .hasValue(tokens);
    }

    @Test
    void parametersNeedNotTellIt() throws IOException {
        Files.writeString(blob(PARAMETERS), "{\"num_ctx\":\"long\"}");
        assertThat(read(layer("model", MODEL), layer("params", PARAMETERS)).contextOf(1))
                .isEmpty();
    }

    @Test
    void whatIsLoadedBesideItIsSaid() throws IOException {
        write(layer("model", MODEL), layer("template", MODEL), layer("projector", PARAMETERS), layer("adapter", MODEL));
        assertThat(output()).contains("\nnot counted   a projector of 1 MiB, an adapter of 1 MiB\n");
        assertThat(output("--json")).contains("\"notCounted\":[\"a projector of 1 MiB\",\"an adapter of 1 MiB\"]");
    }

    @Test
    void thatNothingIsIsNotSaid() throws IOException {
        write(layer("model", MODEL));
        assertThat(output()).doesNotContain("not counted").contains("\neach token    256 B\n\n");
        assertThat(output("--json")).contains("\"notCounted\":[]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no JSON                     | it is no JSON: Unrecognized token 'no'
            {"layers":[                 | it is no JSON: Unexpected end-of-input
            {}                          | it is no manifest of Ollama: it has no list of layers
            []                          | it is no manifest of Ollama: it has no list of layers
            {"layers":[]}               | it has no layer of the type application/vnd.ollama.image.model, so it is no GGUF
            {"layers":[1,null,"model"]} | it has no layer of the type application/vnd.ollama.image.model, so it is no GGUF
            """)
    void whatIsNoManifestIsRefused(String text, String complaint) throws IOException {
        Files.writeString(manifest, text);
        assertComplaint(manifest + ": " + complaint);
    }

    @Test
    void aMissingBlobIsNamed() throws IOException {
        Files.delete(blob(MODEL));
        write(layer("model", MODEL));
        assertComplaint(manifest + ": its blob " + blob(MODEL) + " is missing; pull the model again");
    }

    @ParameterizedTest
    @CsvSource({"sha256:../../../etc/passwd", "sha256:abc", "''"})
    void whatIsNoDigestIsRefused(String digest) throws IOException {
        write(layer("model", "x").replace("sha256:x", digest));
        assertComplaint(manifest + ": \"" + digest + "\" is not the digest of a blob");
    }

    @Test
    void damagedParametersAreNamed() throws IOException {
        Files.writeString(blob(PARAMETERS), "{");
        write(layer("model", MODEL), layer("params", PARAMETERS));
        assertComplaint(blob(PARAMETERS) + ": it is no JSON");
    }

    @Test
    void aManifestOutsideOfAStoreIsRefused() throws IOException {
        write(layer("model", MODEL));
        Files.move(store.resolve("blobs"), store.resolve("elsewhere"));
        assertComplaint(manifest + ": there is no directory \"blobs\" next to a directory that it is in");
    }

    @Test
    void aModelFileIsTooLargeForAManifest() throws IOException {
        Files.write(manifest, new byte[(1 << 20) + 1]);
        assertComplaint(manifest + ": it is too large for a manifest of Ollama or its parameters");
    }

    @Test
    void aMissingManifestIsNamed() {
        assertComplaint(manifest + ": there is no such file");
    }

    private String output(String... options) {
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("model", "--ollama-manifest", manifest.toString()));
        arguments.addAll(List.of(options));
        PrintWriter both = new PrintWriter(out);
        assertThat(Typed.run(InputStream.nullInputStream(), both, both, arguments.toArray(String[]::new)))
                .isZero();
        return out.toString();
    }

    private void assertComplaint(String complaint) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> OllamaManifest.read(manifest).model())
                .withMessageStartingWith(complaint);
    }

    private FoundModel read(String... layers) throws IOException {
        write(layers);
        return OllamaManifest.read(manifest).model();
    }

    private void write(String... layers) throws IOException {
        Files.writeString(
                manifest,
                "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.docker.distribution.manifest.v2+json\",\"layers\":["
                        + String.join(",", layers) + "]}");
    }

    private static String layer(String type, String digest) {
        return "{\"mediaType\":\"application/vnd.ollama.image." + type + "\",\"digest\":\"sha256:" + digest
                + "\",\"size\":1048576}";
    }

    private Path blob(String digest) {
        return store.resolve("blobs/sha256-" + digest);
    }
}
