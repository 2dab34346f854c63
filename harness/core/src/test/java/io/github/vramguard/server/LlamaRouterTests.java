package io.github.vramguard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LlamaRouterTests {

    private static final String PROPS = "GET /props?model=tiny&autoload=false";
    private static final String SLOTS = "GET /slots?model=tiny&autoload=false";
    private static final String DONE = "{\"success\":true}";
    private static final String FAILED =
            "{\"data\":[{\"id\":\"tiny\",\"status\":{\"value\":\"unloaded\",\"failed\":true,\"exit_code\":1}}]}";

    private final RecordedServer recorded = RecordedServer.start();
    private final ModelServer llama = Product.LLAMA_SERVER.at(recorded.address(), Deadlines.standard());

    @AfterEach
    void stop() {
        recorded.close();
    }

    @Test
    void toLoadIsToWaitUntilTheStateIsLoaded() throws ServerError {
        recorded.on("POST /models/load", DONE)
                .on("GET /models", is("unloaded"), is("unloaded"), is("loading"), is("loading"), is("loaded"));

        llama.load("tiny");

        assertThat(recorded.asked())
                .containsExactly(
                        "GET /models",
                        "GET /models",
                        "POST /models/load {\"model\":\"tiny\"}",
                        "GET /models",
                        "GET /models",
                        "GET /models");
    }

    @Test
    void whatIsLoadedAlreadyIsNotLoadedAgain() throws ServerError {
        recorded.on("GET /models", is("loaded"));

        llama.load("tiny");

        assertThat(recorded.asked()).containsOnly("GET /models");
    }

    @Test
    void whatSleepsIsWoken() throws ServerError {
        recorded.on("GET /models", is("sleeping")).on("POST /completion", "{\"content\":\"Hello\"}");

        llama.load("tiny");

        assertThat(recorded.asked())
                .contains("POST /completion {\"model\":\"tiny\",\"prompt\":\" \",\"temperature\":0,\"seed\":1,"
                        + "\"n_predict\":16,\"stream\":false}");
    }

    @Test
    void aModelThatFailsToLoadIsToldWithItsExitCode() {
        recorded.on("POST /models/load", DONE).on("GET /models", is("unloaded"), is("unloaded"), is("loading"), FAILED);

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> llama.load("tiny"))
                .withMessageContainingAll("tiny is unloaded, exit code 1", "log of llama-server");
    }

    @Test
    void aModelThatLoadsForeverIsGivenUp() {
        recorded.on("POST /models/load", DONE).on("GET /models", is("unloaded"), is("unloaded"), is("loading"));
        ModelServer impatient = Product.LLAMA_SERVER.at(recorded.address(), Soon.loadAndUnload());

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> impatient.load("tiny"))
                .withMessageContaining("tiny is loading, exit code none");
    }

    @Test
    void aModelThatTheRouterDoesNotKnowIsLookedForAmongThoseItKnows() {
        recorded.on("GET /models", is("unloaded"));

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> llama.load("other"))
                .withMessageContainingAll("the router knows [tiny]", "--models-dir");
    }

    @Test
    void aRouterWithoutModelsIsARouter() throws ServerError {
        recorded.on("GET /models", "{\"data\":[]}");

        assertThat(llama.loaded()).isEmpty();
    }

    @Test
    void toUnloadIsToWaitUntilTheProcessHasEnded() throws ServerError {
        recorded.on("POST /models/unload", DONE)
                .on("GET /models", is("loaded"), is("loaded"), is("loaded"), is("loaded"), is("unloaded"));

        llama.unload("tiny");

        assertThat(recorded.asked())
                .containsExactly(
                        "GET /models",
                        "GET /models",
                        "POST /models/unload {\"model\":\"tiny\"}",
                        "GET /models",
                        "GET /models",
                        "GET /models");
    }

    @Test
    void aModelThatSleepsIsNotGone() {
        recorded.on("POST /models/unload", DONE).on("GET /models", is("sleeping"));
        ModelServer impatient = Product.LLAMA_SERVER.at(recorded.address(), Soon.loadAndUnload());

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> impatient.unload("tiny"))
                .withMessageContaining("after 1000 ms it still lists tiny");
    }

    @Test
    void whatIsNotLoadedIsNotUnloaded() throws ServerError {
        recorded.on("GET /models", is("unloaded"));

        llama.unload("tiny");

        assertThat(recorded.asked()).containsOnly("GET /models");
    }

    @Test
    void onlyALoadedModelIsAskedForItsContext() throws ServerError {
        recorded.on(
                        "GET /models",
                        "{\"data\":[{\"id\":\"tiny\",\"status\":{\"value\":\"loaded\"}},"
                                + "{\"id\":\"idle\",\"status\":{\"value\":\"sleeping\"}},"
                                + "{\"id\":\"gone\",\"status\":{\"value\":\"unloaded\"}}]}")
                .on(PROPS, "{\"default_generation_settings\":{\"n_ctx\":4096},\"total_slots\":1}");

        assertThat(llama.loaded())
                .containsExactly(
                        LoadedModel.withContext("tiny", OptionalLong.of(4096)),
                        LoadedModel.withContext("idle", OptionalLong.empty()));
    }

    @Test
    void aModelIsAskedForItsSlotsOnlyIfThatDoesNotLoadIt() throws ServerError {
        recorded.on("GET /models", is("unloaded"));

        assertThat(llama.contextInUse("tiny")).hasValue(0);
        llama.reset("tiny");

        assertThat(recorded.asked()).containsOnly("GET /models");
    }

    @Test
    void aConversationIsErasedSlotBySlot() throws ServerError {
        recorded.on("GET /models", is("loaded"))
                .on(SLOTS, "[{\"id\":0,\"id_task\":7,\"n_prompt_tokens\":515},{\"id\":1}]")
                .on("POST /slots/0?action=erase", "{\"id_slot\":0,\"n_erased\":515}")
                .on("POST /slots/1?action=erase", "{\"id_slot\":1,\"n_erased\":0}");

        llama.reset("tiny");

        assertThat(recorded.asked())
                .containsSubsequence(
                        "POST /slots/0?action=erase {\"model\":\"tiny\"}",
                        "POST /slots/1?action=erase {\"model\":\"tiny\"}");
    }

    private static String is(String state) {
        return "{\"data\":[{\"id\":\"tiny\",\"object\":\"model\",\"owned_by\":\"llamacpp\",\"status\":{\"value\":\""
                + state + "\",\"args\":[\"llama-server\"]}}],\"object\":\"list\"}";
    }
}
