package io.github.vramguard.cli.cycle;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers as Ollama does, with one model, and does as a test says when that is loaded and unloaded. */
final class FakeOllama implements AutoCloseable {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final AtomicInteger unloads = new AtomicInteger();
    private final HttpServer server;
    private volatile Runnable load = () -> {};
    private volatile Runnable unload = () -> {};
    private volatile boolean loaded;
    private volatile boolean isShared;
    private volatile boolean answersPrompts = true;
    private volatile long deviceBytes;

    private FakeOllama(HttpServer server) {
        this.server = server;
    }

    static FakeOllama start() {
        try {
            InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            FakeOllama ollama = new FakeOllama(HttpServer.create(anyPort, 0));
            ollama.server.createContext("/api/ps", ollama::list);
            ollama.server.createContext("/api/generate", ollama::generate);
            ollama.server.start();
            return ollama;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FakeOllama onLoad(Runnable action) {
        load = action;
        return this;
    }

    FakeOllama onUnload(Runnable action) {
        unload = action;
        return this;
    }

    /** What it reports to have put on a GPU. */
    FakeOllama telling(long bytes) {
        deviceBytes = bytes;
        return this;
    }

    /** Another client loads the model as soon as the list was seen without it. */
    void isSharedWithAnotherClient() {
        isShared = true;
    }

    void loadsBefore() {
        load.run();
        loaded = true;
    }

    void failToAnswer() {
        answersPrompts = false;
    }

    private void list(HttpExchange exchange) throws IOException {
        String model = "{\"name\":\"tiny:latest\",\"size\":" + (deviceBytes + (1 << 20)) + ",\"size_vram\":"
                + deviceBytes + "}";
        answer(exchange, 200, "{\"models\":[" + (loaded ? model : "") + "]}");
        if (isShared && !loaded) {
            loadsBefore();
        }
    }

    private void generate(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(request);
        authorizations.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
        if (request.contains("\"keep_alive\":0")) {
            unloads.incrementAndGet();
            if (loaded) {
                loaded = false;
                unload.run();
            }
            answer(exchange, 200, "{\"done\":true,\"done_reason\":\"unload\"}");
        } else if (request.contains("prompt") && !answersPrompts) {
            answer(exchange, 500, "{\"error\":\"out of memory\"}");
        } else {
            if (!loaded) {
                load.run();
                loaded = true;
            }
            answer(exchange, 200, "{\"response\":\"\",\"done\":true,\"done_reason\":\"load\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    boolean holdsItsModel() {
        return loaded;
    }

    int unloads() {
        return unloads.get();
    }

    List<String> requests() {
        return requests;
    }

    List<String> authorizations() {
        return authorizations;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
