package io.github.vramguard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.Targets;
import io.github.vramguard.verdict.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServedModelTests {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private HttpServer triton;
    private ServedModel model;

    @BeforeEach
    void start() throws IOException {
        triton = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        triton.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String call = path.substring(path.lastIndexOf('/') + 1);
            byte[] body = (call.equals("index") ? index() : "{\"outputs\":[]}").getBytes();
            asked.add(call);
            exchange.sendResponseHeaders(path.endsWith("load") ? status : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        triton.start();
        URI address = URI.create("http://localhost:" + triton.getAddress().getPort());
        model = new ServedModel(ModelServers.triton(Connection.to(address), prompt -> "{}"), "tiny", "Hello");
    }

    private String index() {
        return asked.lastIndexOf("load") > asked.lastIndexOf("unload")
                ? "[{\"name\":\"tiny\",\"state\":\"READY\"}]"
                : "[]";
    }

    @AfterEach
    void stop() {
        triton.stop(0);
    }

    @Test
    void itsThreeStepsAreThoseOfAHarness() throws Exception {
        Verdict verdict = LoadUnloadHarness.of(Targets.thisJvm(), Map.of("vramguard.pools", "children"))
                .maxCycles(2)
                .run(model::load, ServedModel::use, ServedModel::unload)
                .verdict();

        assertThat(verdict).isInstanceOf(Verdict.Passed.class);
        assertThat(asked)
                .containsExactly(
                        "load", "index", "infer", "unload", "index", "load", "index", "infer", "unload", "index");
    }

    @Test
    void whatWasLoadedInPartIsUnloaded() {
        status = 500;

        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> model.load())
                .satisfies(failed -> assertThat(failed.getSuppressed()).hasSize(1));
        assertThat(asked).containsExactly("load", "unload");
    }
}
