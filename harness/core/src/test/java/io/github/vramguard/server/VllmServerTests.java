package io.github.vramguard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VllmServerTests {

    private static final String ASLEEP = "{\"is_sleeping\":true}";
    private static final String AWAKE = "{\"is_sleeping\":false}";

    private final RecordedServer recorded = RecordedServer.start();
    private final ModelServer vllm = Product.VLLM.at(recorded.address(), Deadlines.standard());

    @BeforeEach
    void serveOneModel() {
        recorded.on(
                "GET /v1/models",
                "{\"object\":\"list\",\"data\":[{\"id\":\"tiny\",\"object\":\"model\",\"owned_by\":\"vllm\","
                        + "\"root\":\"tiny\",\"max_model_len\":8192}]}");
    }

    @AfterEach
    void stop() {
        recorded.close();
    }

    @Test
    void toUnloadIsToSleep() throws ServerError {
        recorded.on("POST /sleep?level=1", "").on("GET /is_sleeping", AWAKE, AWAKE, ASLEEP);

        vllm.unload("tiny");

        assertThat(recorded.asked()).containsSubsequence("POST /sleep?level=1", "GET /is_sleeping", "GET /is_sleeping");
        assertThat(vllm.loaded()).isEmpty();
    }

    @Test
    void toLoadIsToWake() throws ServerError {
        recorded.on("POST /wake_up", "").on("GET /is_sleeping", ASLEEP, ASLEEP, AWAKE);

        vllm.load("tiny");

        assertThat(recorded.asked())
                .containsExactly(
                        "GET /v1/models", "GET /is_sleeping", "POST /wake_up", "GET /is_sleeping", "GET /is_sleeping");
    }

    @Test
    void whatIsAwakeIsLoaded() throws ServerError {
        recorded.on("GET /is_sleeping", AWAKE);

        vllm.load("tiny");

        assertThat(recorded.asked()).containsExactly("GET /v1/models", "GET /is_sleeping");
    }

    @Test
    void weightsThatWereDroppedAreLoadedAgain() throws ServerError {
        recorded.on("POST /sleep?level=2", "")
                .on("POST /wake_up", "")
                .on("POST /collective_rpc", "")
                .on("GET /is_sleeping", ASLEEP, ASLEEP, AWAKE);
        ModelServer deepSleeper = ModelServers.vllm(Connection.to(recorded.address()), 2);

        deepSleeper.unload("tiny");
        deepSleeper.load("tiny");

        assertThat(recorded.asked())
                .containsSubsequence(
                        "POST /sleep?level=2", "POST /wake_up", "POST /collective_rpc {\"method\":\"reload_weights\"}");
    }

    @Test
    void thereIsNoOtherSleep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelServers.vllm(Connection.to(recorded.address()), 3))
                .withMessageContaining("not at 3");
    }

    @Test
    void aServerThatCannotSleepIsToldHowToStart() {
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> vllm.unload("tiny"))
                .withMessageContainingAll("/sleep?level=1", "VLLM_SERVER_DEV_MODE=1", "--enable-sleep-mode");
    }

    @Test
    void aServerThatNeverSleepsIsNamed() {
        recorded.on("POST /sleep?level=1", "").on("GET /is_sleeping", AWAKE);
        ModelServer impatient = Product.VLLM.at(recorded.address(), Soon.loadAndUnload());

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> impatient.unload("tiny"))
                .withMessageContaining("after 1000 ms it still lists tiny");
    }

    @Test
    void aServerThatNeverWakesIsNamed() {
        recorded.on("POST /wake_up", "").on("GET /is_sleeping", ASLEEP);
        ModelServer impatient = Product.VLLM.at(recorded.address(), Soon.loadAndUnload());

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> impatient.load("tiny"))
                .withMessageContaining("after 1000 ms it still sleeps");
    }

    @Test
    void aModelThatIsNotServedCannotBeLoaded() {
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> vllm.load("other"))
                .withMessageContainingAll("it serves [tiny]", "--served-model-name other");
    }

    @Test
    void thePromptIsAnswered() throws ServerError {
        recorded.on("POST /v1/completions", "{\"choices\":[{\"index\":0,\"text\":\"Hello\"}]}");

        vllm.use("tiny", "Hello");

        assertThat(recorded.asked())
                .containsExactly("POST /v1/completions {\"model\":\"tiny\",\"prompt\":\"Hello\",\"temperature\":0,"
                        + "\"seed\":1,\"max_tokens\":16}");
    }

    @Test
    void aServerThatCannotSleepHoldsItsModel() throws ServerError {
        assertThat(vllm.loaded()).containsExactly(LoadedModel.withContext("tiny", OptionalLong.of(8192)));
    }

    @Test
    void theContextInUseIsReadFromItsMetrics() throws ServerError {
        recorded.on(
                "GET /metrics",
                "vllm:kv_cache_usage_perc{engine=\"0\",model_name=\"tiny\"} 0.25\n"
                        + "vllm:cache_config_info{block_size=\"16\",num_gpu_blocks=\"100\"} 1.0\n");

        assertThat(vllm.contextInUse("tiny")).hasValue(400);
    }

    @Test
    void aServerThatSleepsHoldsNoContext() throws ServerError {
        recorded.on("GET /is_sleeping", ASLEEP);

        assertThat(vllm.contextInUse("tiny")).hasValue(0);
    }

    @Test
    void aResetDropsThePrefixCache() throws ServerError {
        recorded.on("POST /reset_prefix_cache", "");

        vllm.reset("tiny");

        assertThat(recorded.asked()).containsExactly("POST /reset_prefix_cache");
    }

    @Test
    void aServerThatCannotResetIsToldHowToStart() {
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> vllm.reset("tiny"))
                .withMessageContainingAll("status 404", "VLLM_SERVER_DEV_MODE=1");
    }

    @Test
    void withoutMetricsItIsUnknownHowFullTheCacheIs() throws ServerError {
        recorded.on("GET /is_sleeping", "{\"is_sleeping\":false}");

        assertThat(vllm.contextInUse("m")).isEmpty();
    }
}
