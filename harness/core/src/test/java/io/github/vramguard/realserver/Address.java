package io.github.vramguard.realserver;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A port of this machine that a server will listen at. */
record Address(int port) {

    private static final Duration START = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static Address free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return new Address(socket.getLocalPort());
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The server, once it answers; it is closed if it does not. */
    <S extends RealServer> S awaitAnswer(String path, S server) {
        try {
            Awaitility.await()
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(50))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> status(path) == 200);
            return server;
        } catch (ConditionTimeoutException e) {
            String log = server.log();
            server.close();
            throw new AssertionError("the server does not answer; its log: " + log, e);
        }
    }

    private int status(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri().resolve(path)).timeout(START).build();
        return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    }
}
