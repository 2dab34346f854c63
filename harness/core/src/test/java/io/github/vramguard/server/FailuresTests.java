package io.github.vramguard.server;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every client meets sooner or later, whichever server it talks to. */
class FailuresTests {

    private final RecordedServer recorded = RecordedServer.start();

    @AfterEach
    void stop() {
        recorded.close();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aServerThatDoesNotRunIsLookedForWhereItShouldBe(Product product, Call call) throws IOException {
        URI address = closedPort();
        ModelServer server = product.at(address, Deadlines.standard());

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> call.on(server))
                .withMessageContainingAll("no connection", "is " + product.title() + " running at " + address + "?");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anInternalErrorIsToldWithItsBody(Product product, Call call) {
        assertFailure(product, call, Reply.status(500, "{\"error\":\"out of\nmemory\"}"))
                .withMessageContaining("status 500, \"{\"error\":\"out of memory\"}\"");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aPathThatIsNotThereIsAnError(Product product, Call call) {
        assertFailure(product, call, Reply.status(404, "page not found"))
                .withMessageContaining("status 404, \"page not found\"");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aBodyThatBreaksOffIsNoAnswer(Product product, Call call) {
        assertFailure(product, call, Reply.halfClosed()).withMessageContaining("the answer broke off");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aBodyThatIsTooLargeIsGivenUp(Product product, Call call) {
        assertFailure(product, call, Reply.tooLarge()).withMessageContaining("more than 16 MiB");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anAnswerThatNeverComesIsNotWaitedFor(Product product, Call call) {
        recorded.otherwise(Reply.never());
        ModelServer impatient = product.at(recorded.address(), Soon.everything());

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> call.on(impatient))
                .withMessageContainingAll("no answer within 150 ms", product.title());
    }

    @ParameterizedTest
    @EnumSource
    void aBodyThatStallsIsNotWaitedFor(Product product) {
        recorded.otherwise(Reply.stalled());
        ModelServer impatient = product.at(recorded.address(), Soon.everything());

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(impatient::loaded)
                .withMessageContaining("no answer within 150 ms");
    }

    /** Triton answers to load and unload with an empty body: there, the status is all. */
    @ParameterizedTest
    @EnumSource
    void whatIsNoJsonIsQuoted(Product product) {
        Reply page = Reply.ok("<html>It works!</html>");

        assertFailure(product, Call.LOADED, page).withMessageContainingAll("no JSON", "\"<html>It works!</html>\"");
        assertFailure(product, Call.USE, page).withMessageContaining("no JSON");
    }

    @ParameterizedTest
    @EnumSource
    void anAbsentListIsNoEmptyList(Product product) {
        assertFailure(product, Call.LOADED, Reply.ok("{\"is_sleeping\":false}")).withMessageContaining("no list");
    }

    private ThrowableAssertAlternative<ServerError> assertFailure(Product product, Call call, Reply reply) {
        recorded.otherwise(reply);
        ModelServer server = product.at(recorded.address(), Deadlines.standard());
        return assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> call.on(server))
                .withMessageContaining(recorded.address().toString());
    }

    static Stream<Arguments> calls() {
        return Stream.of(Product.values())
                .flatMap(product -> List.of(Call.values()).stream().map(call -> Arguments.of(product, call)));
    }

    private static URI closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }
}
