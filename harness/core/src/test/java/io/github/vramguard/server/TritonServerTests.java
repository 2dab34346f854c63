package io.github.vramguard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TritonServerTests {

    private static final String INDEX = "POST /v2/repository/index";
    private static final String UNLOAD = "POST /v2/repository/models/tiny/unload";
    private static final String READY =
            "[{\"name\":\"tiny\",\"version\":\"1\",\"state\":\"READY\"},{\"name\":\"never\"}]";
    private static final String UNLOADING = READY.replace("READY", "UNLOADING");
    private static final String GONE =
            "[{\"name\":\"tiny\",\"version\":\"1\",\"state\":\"UNAVAILABLE\",\"reason\":\"unloaded\"},{\"name\":\"never\"}]";

    private final RecordedServer recorded = RecordedServer.start();
    private final ModelServer triton = ModelServers.triton(Connection.to(recorded.address()), prompt -> prompt);

    @AfterEach
    void stop() {
        recorded.close();
    }

    @Test
    void aModelOfTheRepositoryIsLoaded() throws ServerError {
        recorded.on("POST /v2/repository/models/my%20model/load", "").on(INDEX, READY.replace("tiny", "my model"));

        triton.load("my model");

        assertThat(recorded.asked()).containsExactly("POST /v2/repository/models/my%20model/load {}", INDEX + " {}");
    }

    @Test
    void aLoadThatIsAcceptedAndLoadsNothingHasFailed() {
        recorded.on("POST /v2/repository/models/tiny/load", "").on(INDEX, GONE);

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> triton.load("tiny"))
                .withMessageContaining("it was accepted, but the list of loaded models is []; read the log of Triton");
    }

    @Test
    void aLoadThatIsRefusedIsToldWhichFlagMayBeMissing() {
        String refusal = "{\"error\":\"explicit model load / unload is not allowed\"}";
        recorded.on("POST /v2/repository/models/tiny/load", Reply.status(400, refusal));

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> triton.load("tiny"))
                .withMessageContainingAll(refusal, "--model-control-mode=explicit");
    }

    @Test
    void onlyWhatHasAStateAndIsAvailableIsLoaded() throws ServerError {
        recorded.on(INDEX, READY, GONE);

        assertThat(triton.loaded()).containsExactly(LoadedModel.withContext("tiny", OptionalLong.empty()));
        assertThat(triton.loaded()).isEmpty();
    }

    @Test
    void toUnloadIsToWaitUntilTheIndexSaysSo() throws ServerError {
        recorded.on(UNLOAD, "").on(INDEX, READY, UNLOADING, GONE);

        triton.unload("tiny");

        assertThat(recorded.asked()).containsExactly(UNLOAD + " {}", INDEX + " {}", INDEX + " {}", INDEX + " {}");
    }

    @Test
    void aModelThatIsUnloadedForeverIsNamed() {
        recorded.on(UNLOAD, "").on(INDEX, UNLOADING);
        ModelServer impatient =
                ModelServers.triton(Connection.to(recorded.address()).within(Soon.loadAndUnload()), prompt -> prompt);

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> impatient.unload("tiny"))
                .withMessageContaining("after 1000 ms it still lists tiny");
    }

    @Test
    void theCallerWritesTheRequestThatTheModelUnderstands() throws ServerError {
        recorded.on("POST /v2/models/tiny/infer", "{\"model_name\":\"tiny\",\"outputs\":[]}");
        Inference inference = prompt -> "{\"inputs\":[{\"name\":\"text\",\"data\":[\"" + prompt + "\"]}]}";

        ModelServers.triton(Connection.to(recorded.address()), inference).use("tiny", "Hello");

        assertThat(recorded.asked())
                .containsExactly("POST /v2/models/tiny/infer {\"inputs\":[{\"name\":\"text\",\"data\":[\"Hello\"]}]}");
    }

    @Test
    void thereIsNoConversation() throws ServerError {
        assertThat(triton.contextInUse("tiny")).isEmpty();
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> triton.reset("tiny"))
                .withMessageContaining("no call that erases a conversation");
    }
}
