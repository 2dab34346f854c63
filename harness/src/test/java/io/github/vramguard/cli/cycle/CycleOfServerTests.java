package io.github.vramguard.cli.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.vramguard.cli.Typed;
import io.github.vramguard.cli.usage.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cycles of a server that answers as Ollama does, and of none. */
@EnabledOnOs(OS.LINUX)
class CycleOfServerTests {

    private final AtomicBoolean loaded = new AtomicBoolean();
    private final AtomicInteger unloads = new AtomicInteger();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private boolean answersPrompts = true;
    private HttpServer ollama;
    private Process watched;

    @BeforeEach
    void start() throws IOException {
        ollama = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ollama.createContext(
                "/api/ps",
                exchange -> answer(
                        exchange,
                        200,
                        loaded.get()
                                ? "{\"models\":[{\"name\":\"tiny:latest\",\"model\":\"tiny:latest\",\"size\":9,\"size_vram\":0}]}"
                                : "{\"models\":[]}"));
        ollama.createContext("/api/generate", this::generate);
        ollama.start();
        watched = new ProcessBuilder("/bin/sleep", "300").start();
    }

    @AfterEach
    void stop() {
        ollama.stop(0);
        watched.destroyForcibly();
    }

    private void generate(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (request.matches("(?s).*\"keep_alive\": ?\"?0\"?[,}].*")) {
            loaded.set(false);
            unloads.incrementAndGet();
            answer(exchange, 200, "{\"done\":true,\"done_reason\":\"unload\"}");
        } else if (request.contains("Hello") && !answersPrompts) {
            answer(exchange, 500, "{\"error\":\"out of memory\"}");
        } else {
            loaded.set(true);
            answer(exchange, 200, "{\"response\":\"\",\"done\":true,\"done_reason\":\"load\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private int run(String kind, String url) {
        String[] arguments = {
            "cycle",
            kind,
            "--pools",
            "files",
            "--timeout",
            "20s",
            "--url",
            url,
            "--model",
            "tiny",
            "--prompt",
            "Hello",
            "--pid",
            Long.toString(watched.pid())
        };
        return Typed.run(List.of(), new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private String url() {
        return "http://localhost:" + ollama.getAddress().getPort();
    }

    @Test
    void aServerWhoseMemoryComesBackIsKept() {
        assertThat(run("ollama", url())).isZero();
        assertThat(out.toString()).contains("cycle ollama: memory returns to its baseline");
        assertThat(unloads).hasValue(8);
        assertThat(loaded).isFalse();
    }

    @Test
    void aRequestThatFailsLeavesNothingLoaded() {
        answersPrompts = false;
        assertThat(run("ollama", url())).isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(err.toString()).contains("500").contains("out of memory");
        assertThat(unloads).hasValue(1);
        assertThat(loaded).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ollama", "llama-server", "vllm"})
    void aServerThatDoesNotRunIsNamed(String kind) {
        assertThat(run(kind, "http://localhost:1")).isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(err.toString()).contains("http://localhost:1").contains("running");
    }
}
