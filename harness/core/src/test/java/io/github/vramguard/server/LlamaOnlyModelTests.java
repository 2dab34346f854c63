package io.github.vramguard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlamaOnlyModelTests {

    private static final String PROPS = "GET /props?model=tiny&autoload=false";
    private static final String SLOTS = "GET /slots?model=tiny&autoload=false";
    private static final String AWAKE =
            "{\"default_generation_settings\":{\"n_ctx\":2048},\"total_slots\":2,\"is_sleeping\":false}";
    private static final String ASLEEP = AWAKE.replace("false", "true");
    private static final String COMPLETED = "{\"content\":\"Hello\",\"tokens_predicted\":16,\"stop\":true}";

    private final RecordedServer recorded = RecordedServer.start();
    private final ModelServer llama = Product.LLAMA_SERVER.at(recorded.address(), Deadlines.standard());

    @BeforeEach
    void serveOneModel() {
        recorded.on(
                "GET /models",
                "{\"models\":[{\"name\":\"tiny\"}],\"object\":\"list\",\"data\":[{\"id\":\"tiny\",\"object\":\"model\","
                        + "\"owned_by\":\"llamacpp\",\"meta\":{\"n_ctx_train\":4096,\"size\":480000}}]}");
    }

    @AfterEach
    void stop() {
        recorded.close();
    }

    @Test
    void aModelThatIsAwakeIsLoaded() throws ServerError {
        recorded.on(PROPS, AWAKE);

        llama.load("tiny");

        assertThat(llama.loaded()).containsExactly(LoadedModel.withContext("tiny", OptionalLong.of(2048)));
        assertThat(recorded.asked()).noneMatch(request -> request.startsWith("POST"));
    }

    @Test
    void aModelThatSleepsIsWokenByARequest() throws ServerError {
        recorded.on(PROPS, ASLEEP).on("POST /completion", COMPLETED);

        llama.load("tiny");

        assertThat(recorded.asked())
                .endsWith("POST /completion {\"model\":\"tiny\",\"prompt\":\" \",\"temperature\":0,\"seed\":1,"
                        + "\"n_predict\":16,\"stream\":false}");
    }

    @Test
    void thePromptIsAnswered() throws ServerError {
        recorded.on("POST /completion", COMPLETED);

        llama.use("tiny", "Hello");

        assertThat(recorded.asked())
                .containsExactly("POST /completion {\"model\":\"tiny\",\"prompt\":\"Hello\",\"temperature\":0,"
                        + "\"seed\":1,\"n_predict\":16,\"stream\":false}");
    }

    @Test
    void toUnloadIsToWaitUntilTheServerSleeps() throws ServerError {
        recorded.on(PROPS, AWAKE, AWAKE, ASLEEP);

        llama.unload("tiny");

        assertThat(recorded.asked()).containsSubsequence(PROPS, PROPS, PROPS);
        assertThat(llama.loaded()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"is_sleeping\":false}", "{\"total_slots\":1}"})
    void aServerThatNeverSleepsIsToldWhichFlagItLacks(String props) {
        recorded.on(PROPS, props);
        ModelServer impatient = Product.LLAMA_SERVER.at(recorded.address(), Soon.loadAndUnload());

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> impatient.unload("tiny"))
                .withMessage("unload tiny from llama-server at " + recorded.address()
                        + ": after 1000 ms it still lists tiny; a llama-server with one model unloads it only when"
                        + " idle: start it with --sleep-idle-seconds 1, or without -m as a router");
    }

    @Test
    void anotherModelThanTheServersOwnIsNotThere() {
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> llama.load("other"))
                .withMessageContainingAll("was started with [tiny]", "--alias other");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"id\":0,\"id_task\":7,\"n_prompt_tokens\":515},{\"id\":1,\"id_task\":9,\"n_prompt_tokens\":5}] | 520",
                "[{\"id\":0,\"id_task\":7,\"n_prompt_tokens\":515},{\"id\":1}]                                   | 515",
                "[{\"id\":0,\"id_task\":-1},{\"id\":1,\"id_task\":-1}]                                           | 0",
            })
    void theContextInUseIsThatOfAllSlots(String slots, long tokens) throws ServerError {
        recorded.on(PROPS, AWAKE).on(SLOTS, slots);

        assertThat(llama.contextInUse("tiny")).hasValue(tokens);
    }

    @Test
    void aSlotThatHadATaskAndTellsNoTokensIsNotEmpty() throws ServerError {
        recorded.on(PROPS, AWAKE).on(SLOTS, "[{\"id\":0,\"id_task\":7}]");

        assertThat(llama.contextInUse("tiny")).isEmpty();
    }

    @Test
    void aServerThatSleepsIsNotWokenByAQuestion() throws ServerError {
        recorded.on(PROPS, ASLEEP);

        assertThat(llama.contextInUse("tiny")).hasValue(0);
        llama.reset("tiny");

        assertThat(recorded.asked()).containsOnly("GET /models", PROPS);
    }

    @Test
    void aServerThatCannotEraseSlotsIsToldWhichFlagItLacks() {
        recorded.on(PROPS, AWAKE)
                .on(SLOTS, "[{\"id\":0}]")
                .on("POST /slots/0?action=erase", Reply.status(501, "{\"error\":{\"code\":501}}"));

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> llama.reset("tiny"))
                .withMessageContainingAll("status 501", "--slot-save-path");
    }

    @Test
    void aServerWithoutSlotsIsToldWhichFlagIsTooMany() {
        recorded.on(PROPS, AWAKE).on(SLOTS, Reply.status(501, "{\"error\":{\"code\":501}}"));

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> llama.contextInUse("tiny"))
                .withMessageContaining("without --no-slots");
    }
}
