package io.github.vramguard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of real servers, see {@code src/test/resources/server}. */
class ModelFilesTests {

    private static final String NOTHING_LOADED = "{\"models\":[]}";
    private static final String BLOBS = "/root/.ollama/models/blobs/sha256-";

    private final RecordedServer recorded = RecordedServer.start();
    private final Connection connection = Connection.to(recorded.address());

    @AfterEach
    void stop() {
        recorded.close();
    }

    @Test
    void ollamaTellsTheHeader() throws IOException {
        recorded.on("POST /api/show", answer("ollama-0.33.0-show"), answer("ollama-0.33.0-show-verbose"))
                .on("GET /api/ps", NOTHING_LOADED);

        OllamaFile file = ModelFiles.ollama(connection, "per");

        assertThat(file.path()).startsWith(BLOBS + "54b28aa9");
        assertThat(file.metadata())
                .containsEntry("general.architecture", "llama")
                .containsEntry("llama.block_count", 2)
                .containsEntry("llama.attention.head_count_kv", List.of(2, 1));
        assertThat(file.tensors()).containsExactly(new OllamaFile.Tensor("token_embd.weight", "F32", List.of(64L, 3L)));
        assertThat(file.contextTokens()).isEmpty();
        assertThat(file.hasProjector()).isFalse();
    }

    /** The vocabulary is long, and its length is that of the embeddings. */
    @Test
    void listsAreAskedForOnlyWhereAMissingOneCounts() throws IOException {
        recorded.on("POST /api/show", answer("ollama-0.33.0-show").replace("_kv\":null", "_kv\":2"))
                .on("GET /api/ps", NOTHING_LOADED);

        assertThat(ModelFiles.ollama(connection, "per").metadata())
                .containsEntry("llama.attention.head_count_kv", 2)
                .doesNotContainKey("tokenizer.ggml.tokens");
        assertThat(recorded.asked()).containsExactly("POST /api/show {\"model\":\"per\"}", "GET /api/ps");
    }

    @Test
    void anOldOllamaTellsNoTensors() throws IOException {
        recorded.on("POST /api/show", answer("ollama-0.5.7-show")).on("GET /api/ps", NOTHING_LOADED);

        OllamaFile file = ModelFiles.ollama(connection, "per");

        assertThat(file.tensors()).isEmpty();
        assertThat(file.path()).startsWith(BLOBS + "b4a87ed5");
    }

    @Test
    void theContextIsThatOfTheLoadedModelOrElseOfItsRecipe() throws IOException {
        String loaded = "{\"models\":[{\"name\":\"per:latest\",\"context_length\":2048}]}";
        recorded.on(
                        "POST /api/show",
                        answer("ollama-0.5.7-show")
                                .replace(
                                        "{\"modelfile\"",
                                        "{\"parameters\":\"stop  x\\nnum_ctx                        1024\",\"modelfile\""))
                .on("GET /api/ps", loaded, NOTHING_LOADED);

        assertThat(ModelFiles.ollama(connection, "per").contextTokens()).hasValue(2048);
        assertThat(ModelFiles.ollama(connection, "per").contextTokens()).hasValue(1024);
    }

    @Test
    void aModelForImagesHasAProjector() throws IOException {
        recorded.on(
                        "POST /api/show",
                        answer("ollama-0.5.7-show")
                                .replace(
                                        "{\"modelfile\"",
                                        "{\"projector_info\":{\"general.architecture\":\"clip\"},\"modelfile\""))
                .on("GET /api/ps", NOTHING_LOADED);

        assertThat(ModelFiles.ollama(connection, "per").hasProjector()).isTrue();
    }

    @Test
    void aModelThatOllamaDoesNotHaveHasToBePulled() {
        recorded.on("POST /api/show", Reply.status(404, "{\"error\":\"model 'nope:latest' not found\"}"));

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> ModelFiles.ollama(connection, "nope"))
                .withMessageContaining("status 404")
                .withMessageEndingWith("get the model first: ollama pull nope");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                                          | no text "modelfile"
            {"modelfile":"PARAMETER x"}                                 | no FROM in "modelfile"
            {"modelfile":"FROM x"}                                      | no object
            {"modelfile":"FROM x","model_info":{},"tensors":{}}         | no list
            {"modelfile":"FROM x","model_info":{},"tensors":[{"name":1}]} | no text "name"
            """)
    void anAnswerThatLacksSomethingIsAnError(String answer, String why) {
        recorded.on("POST /api/show", answer).on("GET /api/ps", NOTHING_LOADED);

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> ModelFiles.ollama(connection, "per"))
                .withMessageContaining(why + ", \"");
    }

    @Test
    void llamaServerTellsWhereTheFileIs() throws IOException {
        recorded.on("GET /models", answer("llama-server-0.7.0-models"))
                .on(props("%2Fmodels%2Ftiny.gguf"), answer("llama-server-0.7.0-props"));

        assertThat(ModelFiles.llamaServer(connection, ""))
                .isEqualTo(
                        new LlamaFile("/models/tiny.gguf", OptionalLong.of(2), OptionalLong.of(256), false, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"vision, true", "audio, true", "none, false"})
    void llamaServerTellsOfAProjectorByWhatItTakes(String modality, boolean hasProjector) throws IOException {
        recorded.on("GET /models", answer("llama-server-0.7.0-models"))
                .on(
                        props("%2Fmodels%2Ftiny.gguf"),
                        answer("llama-server-0.7.0-props")
                                .replace("\"" + modality + "\":false", "\"" + modality + "\":true"));

        assertThat(ModelFiles.llamaServer(connection, "").hasProjector()).isEqualTo(hasProjector);
    }

    @Test
    void aRouterTellsHowItWillStartAModelThatIsNotLoaded() throws IOException {
        recorded.on("GET /models", answer("llama-server-0.7.0-router-models"));

        LlamaFile file = ModelFiles.llamaServer(connection, "tiny");

        assertThat(file.path()).isEqualTo("/models/tiny.gguf");
        assertThat(file.slots()).isEmpty();
        assertThat(file.slotTokens()).isEmpty();
        assertThat(file.arguments()).startsWith("/usr/bin/llama-server").containsSequence("--parallel", "1");
    }

    @Test
    void aRouterTellsHowItHasStartedAModelThatIsLoaded() throws IOException {
        recorded.on("GET /models", answer("llama-server-0.7.0-router-models").replace("\"unloaded\"", "\"loaded\""))
                .on(props("tiny"), answer("llama-server-0.7.0-props"));

        LlamaFile file = ModelFiles.llamaServer(connection, "tiny");

        assertThat(file.slots()).hasValue(2);
        assertThat(file.arguments()).containsSequence("--ctx-size", "256");
    }

    @Test
    void aRouterThatTellsNoFileHasToLoadTheModel() throws IOException {
        recorded.on("GET /models", answer("llama-server-0.7.0-router-models").replace("--model", "--hf-repo"));

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> ModelFiles.llamaServer(connection, "tiny"))
                .withMessageContaining("the router does not report its file before it is loaded")
                .withMessageEndingWith("load the model first");
    }

    @ParameterizedTest
    @CsvSource({"nope, find nope", "'', find the only model"})
    void amongSeveralModelsOneHasToBeNamed(String name, String asked) {
        recorded.on("GET /models", "{\"data\":[{\"id\":\"a\",\"status\":{}},{\"id\":\"b\",\"status\":{}}]}");

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> ModelFiles.llamaServer(connection, name))
                .withMessageStartingWith(asked)
                .withMessageEndingWith("the server has [a, b]; name one of these");
    }

    private static String props(String model) {
        return "GET /props?model=" + model + "&autoload=false";
    }

    private static String answer(String name) throws IOException {
        try (InputStream in = ModelFilesTests.class.getResourceAsStream("/server/" + name + ".json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aCloudModelHasNoFileHere() {
        recorded.on(
                "POST /api/show",
                "{\"modelfile\":\"FROM a:cloud\",\"model_info\":{},\"remote_host\":\"https://ollama.com:443\"}");

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> ModelFiles.ollama(Connection.to(recorded.address()), "a:cloud"))
                .withMessageContaining("a:cloud is a cloud model, which runs on https://ollama.com:443");
    }

    /** Its process still runs, and answers without waking it. */
    @Test
    void aModelOfARouterThatSleepsHasItsFile() throws ServerError {
        recorded.on(
                        "GET /models",
                        "{\"data\":[{\"id\":\"a\",\"status\":{\"value\":\"sleeping\",\"args\":[\"llama-server\"]}}]}")
                .on("GET /props?model=a&autoload=false", "{\"model_path\":\"/m/a.gguf\",\"total_slots\":1}");

        assertThat(ModelFiles.llamaServer(Connection.to(recorded.address()), "a")
                        .path())
                .isEqualTo("/m/a.gguf");
    }
}
