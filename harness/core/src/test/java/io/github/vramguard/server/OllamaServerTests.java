package io.github.vramguard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OllamaServerTests {

    private static final String LOADED =
            "{\"model\":\"tiny\",\"created_at\":\"2026-11-01T00:00:00Z\",\"response\":\"\",\"done\":true,\"done_reason\":\"load\"}";
    private static final String UNLOADED = LOADED.replace("\"load\"", "\"unload\"");
    private static final String ANSWERED =
            LOADED.replace("\"response\":\"\"", "\"response\":\"Hello\"").replace("\"load\"", "\"length\"");
    private static final String NOTHING = "{\"models\":[]}";

    private final RecordedServer recorded = RecordedServer.start();
    private final ModelServer ollama = Product.OLLAMA.at(recorded.address(), Deadlines.standard());

    @AfterEach
    void stop() {
        recorded.close();
    }

    @Test
    void aCloudModelTakesNoMemoryHere() {
        recorded.on(
                "POST /api/generate",
                LOADED.replace("\"done\":", "\"remote_host\":\"https://ollama.com:443\",\"done\":"));

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> ollama.load("gpt-oss:120b-cloud"))
                .withMessageContaining(
                        "gpt-oss:120b-cloud is a cloud model, which runs on https://ollama.com:443 and takes no memory here")
                .withMessageEndingWith("name a model that Ollama runs on this machine");
    }

    @Test
    void aCloudModelIsNoLoadedModel() throws ServerError {
        recorded.on(
                "GET /api/ps",
                "{\"models\":[{\"name\":\"a:cloud\",\"size\":0,\"size_vram\":0,\"remote_host\":\"https://ollama.com:443\"},"
                        + "{\"name\":\"b:latest\",\"size\":9,\"size_vram\":0}]}");

        assertThat(ollama.loaded())
                .containsExactly(
                        new LoadedModel("b:latest", OptionalLong.of(9), OptionalLong.of(0), OptionalLong.empty()));
    }

    /** As LocalAI does. */
    @Test
    void aModelOfSizeZeroIsOneOfUnknownSize() throws ServerError {
        recorded.on("GET /api/ps", "{\"models\":[{\"name\":\"a\",\"size\":0,\"size_vram\":0}]}");

        assertThat(ollama.loaded())
                .containsExactly(
                        new LoadedModel("a", OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()));
    }

    @Test
    void aModelIsLoadedByARequestWithoutAPrompt() throws ServerError {
        recorded.on("POST /api/generate", LOADED).on("GET /api/ps", holding("tiny:latest"));

        ollama.load("tiny");

        assertThat(recorded.asked())
                .containsExactly(
                        "POST /api/generate {\"model\":\"tiny\",\"stream\":false,\"keep_alive\":\"15m\"}",
                        "GET /api/ps");
    }

    @Test
    void thePromptIsAnsweredInTheSameWayEachTime() throws ServerError {
        recorded.on("POST /api/generate", ANSWERED);

        ollama.use("tiny", "Say \"hi\"");

        assertThat(recorded.asked())
                .containsExactly(
                        "POST /api/generate {\"model\":\"tiny\",\"stream\":false,\"keep_alive\":\"15m\","
                                + "\"prompt\":\"Say \\\"hi\\\"\",\"options\":{\"temperature\":0,\"seed\":1,\"num_predict\":16}}");
    }

    @Test
    void theContextIsTheSameForLoadAndPromptOrElseTheModelWouldBeLoadedAnew() throws ServerError {
        recorded.on("POST /api/generate", LOADED, ANSWERED).on("GET /api/ps", holding("tiny:latest"));
        ModelServer longContext = ModelServers.ollama(Connection.to(recorded.address()), 8192);

        longContext.load("tiny");
        longContext.use("tiny", "Hello");

        assertThat(recorded.asked())
                .containsExactly(
                        "POST /api/generate {\"model\":\"tiny\",\"stream\":false,\"keep_alive\":\"15m\","
                                + "\"options\":{\"num_ctx\":8192}}",
                        "GET /api/ps",
                        "POST /api/generate {\"model\":\"tiny\",\"stream\":false,\"keep_alive\":\"15m\","
                                + "\"options\":{\"num_ctx\":8192,\"temperature\":0,\"seed\":1,\"num_predict\":16},"
                                + "\"prompt\":\"Hello\"}");
    }

    @Test
    void aContextOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelServers.ollama(Connection.to(recorded.address()), 0))
                .withMessage("a context of 0 tokens holds nothing; give at least 1");
    }

    @Test
    void whatIsLoadedIsToldInBytesAndTokens() throws ServerError {
        recorded.on("GET /api/ps", holding("tiny:latest"));

        assertThat(ollama.loaded())
                .containsExactly(new LoadedModel(
                        "tiny:latest", OptionalLong.of(3000), OptionalLong.of(2000), OptionalLong.of(4096)));
    }

    @Test
    void whatIsNotToldIsEmptyAndNotZero() throws ServerError {
        recorded.on("GET /api/ps", "{\"models\":[{\"name\":\"tiny\",\"size\":-1,\"size_vram\":\"12\"}]}");

        assertThat(ollama.loaded())
                .containsExactly(
                        new LoadedModel("tiny", OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()));
        assertThat(ollama.contextInUse("tiny")).isEmpty();
    }

    @Test
    void toUnloadIsToWaitUntilTheListIsWithoutTheModel() throws ServerError {
        recorded.on("POST /api/generate", UNLOADED)
                .on("GET /api/ps", holding("tiny:latest"), holding("tiny:latest"), holding("other:1b"));

        ollama.unload("tiny");

        assertThat(recorded.asked())
                .containsExactly(
                        "POST /api/generate {\"model\":\"tiny\",\"stream\":false,\"keep_alive\":0}",
                        "GET /api/ps",
                        "GET /api/ps",
                        "GET /api/ps");
    }

    @ParameterizedTest
    @CsvSource({
        "tiny, tiny:latest",
        "tiny:1b, tiny:1b",
        "me/tiny, me/tiny:latest",
        "localhost:5000/me/tiny, localhost:5000/me/tiny:latest"
    })
    void aNameWithoutATagIsListedWithTheLatest(String model, String listed) {
        recorded.on("POST /api/generate", LOADED).on("GET /api/ps", holding(listed));

        assertThatNoException().isThrownBy(() -> ollama.load(model));
    }

    /** Else a model that is listed under another name would seem to be gone at once. */
    @Test
    void aModelThatIsListedUnderAnotherNameIsNotLoaded() {
        recorded.on("POST /api/generate", LOADED).on("GET /api/ps", holding("tiny:1b"));

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> ollama.load("example.org/tiny:1b"))
                .withMessageContainingAll("[tiny:1b]", "ollama ps");
    }

    @Test
    void aModelThatNeverGoesIsNamed() {
        recorded.on("POST /api/generate", UNLOADED).on("GET /api/ps", holding("tiny:latest"));
        ModelServer impatient = Product.OLLAMA.at(recorded.address(), Soon.loadAndUnload());

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> impatient.unload("tiny"))
                .withMessage(
                        "unload tiny:latest from Ollama at " + recorded.address() + ": after 1000 ms it still lists"
                                + " tiny:latest; a request that still runs keeps it; see \"ollama ps\" and the log of Ollama");
    }

    @Test
    void aServerThatFailsWhileItUnloadsIsToldAtOnce() {
        recorded.on("POST /api/generate", UNLOADED)
                .on("GET /api/ps", Reply.ok(holding("tiny:latest")), Reply.status(500, "boom"));

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> ollama.unload("tiny"))
                .withMessageContaining("status 500, \"boom\"");
    }

    @Test
    void aModelThatIsNotThereHasToBePulled() {
        recorded.on("POST /api/generate", Reply.status(404, "{\"error\":\"model 'tiny' not found\"}"));

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> ollama.load("tiny"))
                .withMessage("POST " + recorded.address() + "/api/generate"
                        + " {\"model\":\"tiny\",\"stream\":false,\"keep_alive\":\"15m\"}: status 404,"
                        + " \"{\"error\":\"model 'tiny' not found\"}\"; get the model first: ollama pull tiny");
    }

    @Test
    void anAnswerThatIsNotDoneIsNone() {
        recorded.on("POST /api/generate", ANSWERED.replace("\"done\":true", "\"done\":false"));

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> ollama.use("tiny", "Hello"))
                .withMessageContaining("not done");
    }

    @Test
    void aConversationCannotBeErased() {
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> ollama.reset("tiny"))
                .withMessageContaining("unload the model");
    }

    @Test
    void anEmptyListIsNoLoadedModel() throws ServerError {
        recorded.on("GET /api/ps", NOTHING);

        assertThat(ollama.loaded()).isEmpty();
    }

    private static String holding(String name) {
        return "{\"models\":[{\"name\":\"" + name + "\",\"model\":\"" + name
                + "\",\"size\":3000,\"digest\":\"f00d\",\"details\":{\"format\":\"gguf\"},"
                + "\"expires_at\":\"2026-11-01T00:15:00Z\",\"size_vram\":2000,\"context_length\":4096}]}";
    }
}
