package io.github.vramguard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTests {

    private final RecordedServer recorded = RecordedServer.start();
    private final Connection connection = Connection.to(recorded.address());

    @AfterEach
    void stop() {
        recorded.close();
    }

    @Test
    void everyRequestCarriesTheKey() throws ServerError {
        recorded.on("GET /api/ps", "{\"models\":[]}").on("POST /api/generate", "{\"done\":true}");

        ModelServers.ollama(connection.withApiKey("sk-4711")).unload("tiny");

        assertThat(recorded.authorizations()).containsExactly("Bearer sk-4711", "Bearer sk-4711");
    }

    @Test
    void withoutAKeyNothingIsAuthorised() throws ServerError {
        recorded.on("GET /api/ps", "{\"models\":[]}");

        ModelServers.ollama(connection).loaded();

        assertThat(recorded.authorizations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aRefusalAsksForTheKeyAndDoesNotTellIt(int status) {
        recorded.otherwise(Reply.status(status, "unauthorized"));

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() ->
                        ModelServers.ollama(connection.withApiKey("sk-4711")).loaded())
                .withMessageContaining("give Ollama the API key that it was started with")
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("sk-4711"));
    }

    @Test
    void aKeyIsNotPrinted() {
        assertThat(connection.withApiKey("sk-4711"))
                .hasToString(recorded.address().toString());
    }

    /** Some servers repeat what they refuse. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "invalid key s3cret-4711",
                "{\"error\":\"no\",\"headers\":{\"Authorization\":\"Bearer s3cret-0815\"}}",
                "{\"api_key\":\"s3cret-0815\"}"
            })
    void aKeyThatAServerRepeatsIsNotPrinted(String body) {
        recorded.otherwise(Reply.status(500, body));

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> ModelServers.ollama(connection.withApiKey("s3cret-4711"))
                        .loaded())
                .withMessageContaining("status 500")
                .withMessageContaining("***")
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("s3cret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user:s3cret@localhost:8080",
                "http://s3cret@localhost",
                "http://localhost:8080/?token=s3cret",
                "http://localhost/#s3cret",
                "ftp://user:s3cret@localhost"
            })
    void anAddressWithASecretIsRefusedWithoutIt(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Connection.to(URI.create(address)))
                .withMessageContaining("write it like http://localhost:8080")
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("s3cret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "https://models.example/v1/", "http://[::1]:11434"})
    void anAddressWithoutOneIsUsed(String address) {
        assertThat(Connection.to(URI.create(address))).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "line\nbreak", "schlüssel"})
    void whatNoHeaderMayHaveIsNoKey(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connection.withApiKey(key))
                .withMessageStartingWith("the API key has blanks");
    }

    /** A request that took the whole time of a step leaves none for the wait after it. */
    @Test
    void theRequestsOfAStepShareItsDeadline() {
        Deadline spent = Deadline.in(Duration.ofMillis(20));
        Awaitility.await().until(() -> spent.left().equals(Duration.ofMillis(1)));
        AtomicInteger asked = new AtomicInteger();

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> new Departure(new Http("Ollama", connection), "tiny", spent)
                        .await(
                                () -> {
                                    asked.incrementAndGet();
                                    return List.of("tiny");
                                },
                                "look"))
                .withMessageContaining("after 20 ms it still lists tiny");
        assertThat(asked).hasValueLessThan(3);
    }

    @Test
    void aDeadlineRunsOutAndIsNeverOver() {
        Deadline deadline = Deadline.in(Duration.ofMillis(20));

        Awaitility.await().until(() -> deadline.left().equals(Duration.ofMillis(1)));
        assertThat(deadline).hasToString("20 ms");
    }
}
