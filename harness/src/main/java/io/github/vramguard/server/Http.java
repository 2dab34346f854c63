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
    private final String address;

    /**
     * A server that has not been asked anything yet.
     *
     * @throws IllegalArgumentException if the address is not one of HTTP
     */
    Http(String product, URI address) {
        if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
            throw new IllegalArgumentException(
                    "\"" + address + "\" is not the address of a server; write it like http://localhost:8080");
        }
        this.product = product;
        this.address = address.toString().replaceAll("/+$", "");
    }

    Answer get(String path, Duration deadline) throws ServerError {
        return send("GET", path, "", deadline);
    }

    Answer post(String path, String body, Duration deadline) throws ServerError {
        return send("POST", path, body, deadline);
    }

    /** A name as a part of a path or of a query. */
    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Answer send(String method, String path, String body, Duration deadline) throws ServerError {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        String asked = (method + " " + request.uri() + " " + ServerError.excerpt(body)).strip();
        HttpResponse<byte[]> response = await(asked, request, deadline);
        String text = new String(response.body(), StandardCharsets.UTF_8);
        return new Answer(
                asked,
                response.statusCode(),
                text,
                "read the log of " + product + ", and see that it is " + product + " that listens there");
    }

    /** The timeout of a request itself would end with the headers of the answer. */
    private HttpResponse<byte[]> await(String asked, HttpRequest request, Duration deadline) throws ServerError {
        CompletableFuture<HttpResponse<byte[]>> response = CLIENT.sendAsync(request, headers -> new LimitedBody());
        try {
            return response.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            String next = "read the log of " + product + ", or allow it more time";
            throw new ServerError(asked, "no answer within " + deadline.toMillis() + " ms", next);
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
        IOException broken = new IOException("the answer broke off: " + cause.getMessage(), cause);
        return new ServerError(asked, broken, "read the log of " + product + ": it may have crashed");
    }

    @Override
    public String toString() {
        return product + " at " + address;
    }
}
