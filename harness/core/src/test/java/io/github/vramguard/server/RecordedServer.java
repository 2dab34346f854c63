package io.github.vramguard.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers as model servers do, one recorded answer after the other; the last one to a request repeats. */
final class RecordedServer implements AutoCloseable {

    static {
        // Headers and body are two packets, of which the second would else wait 40 ms for the first.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Reply otherwise = Reply.status(404, "{\"error\":\"not found\"}");

    private RecordedServer(HttpServer server) {
        this.server = server;
    }

    static RecordedServer start() {
        try {
            InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            RecordedServer recorded = new RecordedServer(HttpServer.create(anyPort, 0));
            recorded.server.createContext("/", recorded::answer);
            recorded.server.setExecutor(recorded.threads);
            recorded.server.start();
            return recorded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers with these bodies in turn. */
    RecordedServer on(String request, String... bodies) {
        return on(request, Arrays.stream(bodies).map(Reply::ok).toArray(Reply[]::new));
    }

    /** Answers a request, written as method and path, with these replies in turn. */
    RecordedServer on(String request, Reply... inTurn) {
        replies.put(request, new ArrayDeque<>(List.of(inTurn)));
        return this;
    }

    /** Answers every other request alike. */
    RecordedServer otherwise(Reply reply) {
        otherwise = reply;
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The requests so far: method, path and body. */
    List<String> asked() {
        return asked;
    }

    /** How the requests so far were authorised; those that were not are left out. */
    List<String> authorizations() {
        return authorizations;
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            authorizations.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            asked.add((request + " " + body).strip());
            next(request).to(exchange);
        } catch (IOException | InterruptedException clientOrTestHasEnded) {
            // Nobody is left to be answered.
        }
    }

    private synchronized Reply next(String request) {
        Deque<Reply> rest = replies.get(request);
        if (rest == null) {
            return otherwise;
        }
        return rest.size() > 1 ? rest.removeFirst() : rest.getFirst();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
