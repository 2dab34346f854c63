package io.github.vramguard.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** What a recorded server does when it is asked. */
@FunctionalInterface
interface Reply {

    void to(HttpExchange exchange) throws IOException, InterruptedException;

    static Reply ok(String body) {
        return status(200, body);
    }

    static Reply status(int status, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Announces more than it sends, and closes the connection. */
    static Reply halfClosed() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"models\":[".getBytes(StandardCharsets.UTF_8));
        };
    }

    static Reply never() {
        return exchange -> new CountDownLatch(1).await();
    }

    /** Sends the headers and the beginning of a body, and then nothing more. */
    static Reply stalled() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            new CountDownLatch(1).await();
        };
    }

    static Reply tooLarge() {
        return exchange -> {
            byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int sent = 0; sent <= LimitedBody.MOST_BYTES; sent += blanks.length) {
                    body.write(blanks);
                }
            }
        };
    }
}
