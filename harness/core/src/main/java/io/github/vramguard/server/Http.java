package io.github.vramguard.server;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The requests to one server. Each has a deadline that covers the body of the answer, too. */
final class Http {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** One for all servers: each client has threads of its own, which come and go in what is measured. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    private final String product;
    private final Connection connection;
    private final String address;

    /** A server that has not been asked anything yet. */
    Http(String product, Connection connection) {
        this.product = product;
        this.connection = connection;
        this.address = connection.address().toString().replaceAll("/+$", "");
    }

    /** The time for a load begins. */
    Deadline toLoad() {
        return Deadline.in(connection.deadlines().load());
    }

    /** The time for an unload begins. */
    Deadline toUnload() {
        return Deadline.in(connection.deadlines().unload());
    }

    /** The time for a prompt begins. */
    Deadline toUse() {
        return Deadline.in(connection.deadlines().use());
    }

    /** The time for a question begins. */
    Deadline toAsk() {
        return Deadline.in(connection.deadlines().ask());
    }

    Answer get(String path) throws ServerError {
        return send("GET", path, "", toAsk());
    }

    Answer post(String path, String body, Deadline deadline) throws ServerError {
        return send("POST", path, body, deadline);
    }

    /** A name as a part of a path or of a query. */
    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The error that this server cannot do something with a model. */
    ServerError refusal(String what, String model, String why, String next) {
        return new ServerError(what + " " + model + " on " + this, why, next);
    }

    private Answer send(String method, String path, String body, Deadline deadline) throws ServerError {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (!connection.apiKey().isEmpty()) {
            request.header("Authorization", "Bearer " + connection.apiKey());
        }
        String asked = (method + " " + address + path + " " + ServerError.excerpt(body)).strip();
        HttpResponse<byte[]> response = await(asked, request.build(), deadline);
        String text = withoutKey(new String(response.body(), StandardCharsets.UTF_8));
        return new Answer(new Exchange(asked, text, next(response.statusCode())), response.statusCode());
    }

    /** A server may repeat the key that it refuses. */
    private String withoutKey(String text) {
        return connection.apiKey().isEmpty() ? text : text.replace(connection.apiKey(), "***");
    }

    private String next(int status) {
        return status == 401 || status == 403
                ? "give " + product + " the API key that it was started with"
                : "read the log of " + product + ", and see that it is " + product + " that listens there";
    }

    /** The timeout of a request itself would end with the headers of the answer. */
    private HttpResponse<byte[]> await(String asked, HttpRequest request, Deadline deadline) throws ServerError {
        CompletableFuture<HttpResponse<byte[]>> response = CLIENT.sendAsync(request, headers -> new LimitedBody());
        try {
            return response.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            String next = "read the log of " + product + ", or allow it more time";
            throw new ServerError(asked, "no answer within " + deadline, next);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ServerError(asked, "interrupted before the answer", "ask again");
        } catch (ExecutionException failed) {
            throw failure(asked, failed.getCause() == null ? failed : failed.getCause());
        } finally {
            response.cancel(true);
        }
    }

    private ServerError failure(String asked, Throwable cause) {
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            IOException refused = new IOException("no connection", cause);
            return new ServerError(asked, refused, "is " + product + " running at " + address + "?");
        }
        IOException incomplete = new IOException("the answer broke off: " + cause.getMessage(), cause);
        return new ServerError(asked, incomplete, "read the log of " + product + ": it may have crashed");
    }

    @Override
    public String toString() {
        return product + " at " + address;
    }
}
