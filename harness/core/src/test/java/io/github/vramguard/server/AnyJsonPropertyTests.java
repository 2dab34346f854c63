package io.github.vramguard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Whatever a server says, there is a result or a {@link ServerError}. */
class AnyJsonPropertyTests {

    private static final String SEED = "20261123";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Deadlines AT_ONCE =
            new Deadlines(Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMinutes(1), Duration.ofMinutes(1));

    private static @Nullable RecordedServer recorded;

    @BeforeContainer
    static void start() {
        recorded = RecordedServer.start();
    }

    @AfterContainer
    static void stop() {
        recorded.close();
    }

    @Property(tries = 1000, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void isAResultOrAServerError(@ForAll Product product, @ForAll Question question, @ForAll("bodies") JsonNode body) {
        recorded.otherwise(Reply.ok(body.toString()));
        ModelServer server = product.at(recorded.address(), AT_ONCE);

        Throwable thrown = catchThrowable(() -> question.ask(server));

        assertThat(thrown).satisfiesAnyOf(none -> assertThat(none).isNull(), error -> assertThat(error)
                .isInstanceOf(ServerError.class));
        Statistics.label("outcome").collect(thrown == null ? "result" : "error").coverage(outcomes -> {
            outcomes.check("result").percentage(share -> share > 2);
            outcomes.check("error").percentage(share -> share > 2);
        });
    }

    @Provide
    Arbitrary<JsonNode> bodies() {
        return Arbitraries.oneOf(Arbitraries.recursive(this::leaves, this::nested, 0, 4), likeARealOne());
    }

    private Arbitrary<JsonNode> leaves() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8).map(JSON::textNode),
                Arbitraries.of("tiny", "tiny:latest", "loaded", "unloaded", "loading", "sleeping", "READY")
                        .map(JSON::textNode),
                Arbitraries.bigIntegers().map(JSON::numberNode),
                Arbitraries.doubles().map(JSON::numberNode),
                Arbitraries.of(true, false).map(JSON::booleanNode),
                Arbitraries.of(JSON.nullNode()));
    }

    private Arbitrary<JsonNode> nested(Arbitrary<JsonNode> inner) {
        return Arbitraries.oneOf(listOf(inner), objectOf(inner, "models", "data", "id", "name", "status", "state"));
    }

    /** Fields that servers do have, some of them missing, and any value in them. */
    private Arbitrary<JsonNode> likeARealOne() {
        Arbitrary<JsonNode> state = objectOf(leaves(), "value", "failed", "exit_code");
        Arbitrary<JsonNode> model = Combinators.combine(
                        objectOf(leaves(), "id", "name", "state", "size", "size_vram", "id_task", "n_prompt_tokens"),
                        state.injectNull(0.3))
                .as((object, status) -> status == null ? object : ((ObjectNode) object).set("status", status));
        Arbitrary<JsonNode> answer = Combinators.combine(
                        objectOf(leaves(), "done", "is_sleeping", "content", "choices", "outputs"), listOf(model))
                .as((object, models) ->
                        ((ObjectNode) object).<ObjectNode>set("models", models).set("data", models));
        return Arbitraries.oneOf(answer, listOf(model));
    }

    private static Arbitrary<JsonNode> listOf(Arbitrary<JsonNode> items) {
        return items.list().ofMaxSize(3).map(list -> JSON.arrayNode().addAll(list));
    }

    private static Arbitrary<JsonNode> objectOf(Arbitrary<JsonNode> values, String... fields) {
        return Arbitraries.maps(Arbitraries.of(fields), values)
                .ofMaxSize(fields.length)
                .map(AnyJsonPropertyTests::object);
    }

    private static JsonNode object(Map<String, JsonNode> fields) {
        ObjectNode object = JSON.objectNode();
        return object.setAll(fields);
    }

    /** A call with nothing but its server left open. */
    enum Question {
        LOAD(server -> server.load("tiny")),
        UNLOAD(server -> server.unload("tiny")),
        USE(server -> server.use("tiny", "Hello")),
        LOADED(ModelServer::loaded),
        CONTEXT(server -> server.contextInUse("tiny")),
        RESET(server -> server.reset("tiny"));

        private final Asking asking;

        Question(Asking asking) {
            this.asking = asking;
        }

        void ask(ModelServer server) throws ServerError {
            asking.ask(server);
        }
    }

    /** What may throw nothing but one kind of exception. */
    @FunctionalInterface
    interface Asking {

        void ask(ModelServer server) throws ServerError;
    }
}
