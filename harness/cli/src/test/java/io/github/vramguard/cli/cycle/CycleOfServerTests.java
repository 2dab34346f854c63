package io.github.vramguard.cli.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.vramguard.cli.Typed;
import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.cli.usage.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cycles of servers that answer as real ones do, and of none. */
@EnabledOnOs(OS.LINUX)
class CycleOfServerTests {

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final FakeOllama ollama = FakeOllama.start();
    private Terminal terminal = Terminal.dumb(false);
    private PipedServer watched;

    /** Its models are open files. */
    @BeforeEach
    void start() throws IOException, InterruptedException {
        watched = PipedServer.start(
                directory, "n=20", "n=$((n+1)); eval \"exec $n</dev/null\"", "eval \"exec $n<&-\"; n=$((n-1))");
        ollama.onLoad(() -> watched.does("load")).onUnload(() -> watched.does("unload"));
    }

    @AfterEach
    void stop() {
        ollama.close();
        watched.close();
    }

    private int run(String kind, String url, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("cycle", kind, "--timeout", "20s", "--url", url, "--model", "tiny"));
        arguments.addAll(List.of(more));
        PrintWriter printed = new PrintWriter(out);
        return Typed.run(
                List.of(CycleCommand.with(printed, terminal)),
                printed,
                new PrintWriter(err),
                arguments.toArray(String[]::new));
    }

    private int watch(String kind, String url, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--pools", "files", "--pid", watched.pid()));
        arguments.addAll(List.of(more));
        return run(kind, url, arguments.toArray(String[]::new));
    }

    @Test
    void aServerWhoseMemoryComesBackIsKept() {
        assertThat(watch("ollama", ollama.url())).isZero();
        assertThat(out.toString())
                .contains("cycle ollama: memory returns to its baseline")
                .containsOnlyOnce("server     its figures are not compared with those of the drivers: no GPU is read");
        assertThat(ollama.unloads()).isEqualTo(8);
        assertThat(ollama.holdsItsModel()).isFalse();
    }

    @Test
    void aServerThatLoadsNothingWhereItIsMeasuredDoesNotPass() {
        ollama.onLoad(() -> {}).onUnload(() -> {});

        assertThat(watch("ollama", ollama.url())).isEqualTo(ExitCode.INCONCLUSIVE);
        assertThat(out.toString())
                .contains("cycle ollama: inconclusive, files: nothing was seen to load in 8 of 8 cycles");
    }

    @Test
    void aModelThatAnotherClientLoadsAgainDoesNotPass() {
        ollama.isSharedWithAnotherClient();

        assertThat(watch("ollama", ollama.url())).isNotZero();
        assertThat(out.toString().replaceAll("\\s+", " ")).contains("another client keeps the model loaded");
    }

    @Test
    void aModelThatIsLoadedBeforeTheFirstCycleIsNotInTheBaseline() {
        ollama.loadsBefore();

        assertThat(watch("ollama", ollama.url())).isZero();
        assertThat(ollama.unloads()).isEqualTo(9);
    }

    @Test
    void aRequestThatFailsLeavesNothingLoaded() {
        ollama.failToAnswer();

        assertThat(watch("ollama", ollama.url())).isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(err.toString()).contains("500").contains("out of memory");
        assertThat(ollama.unloads()).isEqualTo(1);
        assertThat(ollama.holdsItsModel()).isFalse();
    }

    @Test
    void theProcessThatListensIsMeasuredUnlessAnotherIsNamed() {
        assertThat(run("ollama", ollama.url(), "--pools", "children", "--cycles", "1"))
                .isEqualTo(ExitCode.INCONCLUSIVE);
        assertThat(out.toString()).contains("(pid " + ProcessHandle.current().pid() + ") and its descendants");
    }

    @Test
    void theContextAndTheKeyGoToTheServer() {
        Map.Entry<String, String> variable = System.getenv().entrySet().stream()
                .filter(entry -> entry.getValue().matches("[!-~]+"))
                .findFirst()
                .orElseThrow();

        assertThat(watch(
                        "ollama",
                        ollama.url(),
                        "--cycles",
                        "1",
                        "--context",
                        "512",
                        "--api-key-env",
                        variable.getKey()))
                .isZero();
        assertThat(ollama.requests().get(0)).contains("\"num_ctx\":512");
        assertThat(ollama.authorizations()).hasSize(3).containsOnly("Bearer " + variable.getValue());
    }

    @Test
    void onATerminalABarAndATableAreDrawnAndTheVerdictIsPrintedBelow() {
        terminal = new Terminal(true, true, () -> new Terminal.Size(100, 24));

        assertThat(watch("ollama", ollama.url())).isZero();
        assertThat(out.toString())
                .contains("░░  cycle 1 of at most 20, settling", "cycle 2 of at most 20, loading", "using", "unloading")
                .contains("pool          baseline         now      change  shape so far", "FLAT")
                .doesNotContain("cycle 1 of at most 20: ");
        String belowTheScreen = out.toString().substring(out.toString().indexOf("\033[?1049l"));
        assertThat(belowTheScreen)
                .contains("cycle ollama: memory returns to its baseline")
                .doesNotContain("loading");
    }

    @Test
    void theScreenIsLeftAlsoWhenARequestFails() {
        terminal = new Terminal(true, true, () -> new Terminal.Size(100, 24));
        ollama.failToAnswer();

        assertThat(watch("ollama", ollama.url())).isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(out.toString()).endsWith("\033[?7h\033[?25h\033[?1049l");
    }

    @Test
    void whatTheLevelsFileHasIsJudgedAlike() {
        Path csv = directory.resolve("levels.csv");

        assertThat(watch("ollama", ollama.url(), "--csv", csv.toString())).isZero();
        assertThat(csv).content().hasLineCount(10).startsWith("time,id,pool,quality,level\n");
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
        StringWriter judged = new StringWriter();
        PrintWriter printed = new PrintWriter(judged);
        assertThat(Typed.run(InputStream.nullInputStream(), printed, printed, "judge", csv.toString()))
                .isZero();
        assertThat(judged.toString())
                .contains("bash/" + watched.pid() + "/files")
                .contains("PASSED");
    }

    @Test
    void theLevelsBeforeAFailureAreKept() {
        Path csv = directory.resolve("levels.csv");
        ollama.onLoad(() -> {
            watched.does("load");
            if (ollama.unloads() == 2) {
                ollama.failToAnswer();
            }
        });

        assertThat(watch("ollama", ollama.url(), "--csv", csv.toString())).isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(csv).content().hasLineCount(4);
    }

    @Test
    void aFileThatCannotBeWrittenIsToldBeforeAnythingIsLoaded() {
        assertThat(watch("ollama", ollama.url(), "--csv", "/dev/null/levels.csv"))
                .isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(err.toString()).contains("/dev/null/levels.csv: cannot be written");
        assertThat(ollama.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', 'load,unload'", "{}, 'load,infer,unload'"})
    void aModelOfTritonIsUsedOnlyByARequestOfItsOwnForm(String request, String calls) throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer triton = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        triton.createContext("/", exchange -> {
            String call = exchange.getRequestURI().getPath().replaceAll(".*/", "");
            boolean isLoaded = asked.contains("load") && !asked.contains("unload");
            String index = isLoaded ? "[{\"name\":\"tiny\",\"state\":\"READY\"}]" : "[]";
            asked.add(call);
            answer(exchange, call.equals("index") ? index : "{\"outputs\":[]}");
        });
        triton.start();
        String[] given = request.isEmpty()
                ? new String[] {"--cycles", "1", "--allow-inconclusive"}
                : new String[] {
                    "--cycles",
                    "1",
                    "--allow-inconclusive",
                    "--request",
                    Files.writeString(directory.resolve("request.json"), request)
                            .toString()
                };

        assertThat(watch("triton", "http://localhost:" + triton.getAddress().getPort(), given))
                .isZero();
        triton.stop(0);
        assertThat(asked).filteredOn(call -> !call.equals("index")).containsExactly(calls.split(","));
        assertThat(out.toString()).contains("its figures are not compared");
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes();
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void aLoadThatIsAcceptedAndLoadsNothingIsNoVerdict() throws IOException {
        HttpServer triton = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        triton.createContext("/", exchange -> answer(exchange, "[]"));
        triton.start();

        assertThat(watch("triton", "http://localhost:" + triton.getAddress().getPort()))
                .isEqualTo(ExitCode.COULD_NOT_RUN);
        triton.stop(0);
        assertThat(err.toString()).contains("load tiny into ", "it was accepted, but the list of loaded models is []");
        assertThat(out.toString()).doesNotContain("returns to its baseline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ollama", "llama-server", "vllm", "triton"})
    void aServerThatDoesNotRunIsNamed(String kind) {
        assertThat(watch(kind, "http://localhost:1")).isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(err.toString()).contains("http://localhost:1").contains("running");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ollama       | http://localhost:1 |                              | no process here listens on port 1; if a container
            ollama       | http://192.0.2.1:1 |                              | 192.0.2.1 is another machine
            ollama       | localhost:11434    |                              | is not the address of a server
            ollama       | http://localhost:1 | --pid 99999999               | no process with the id 99999999
            ollama       | http://localhost:1 | --pid 1 --context -1         | a context of -1 tokens
            ollama       | http://localhost:1 | --api-key-env NO_SUCH_NAME_1 | the environment variable NO_SUCH_NAME_1 is not set
            vllm         | http://localhost:1 | --pid 1 --sleep-level 3      | vLLM sleeps at level 1
            vllm         | http://localhost:1 | --context 512                | Unknown options: '--context', '512'
            llama-server | http://localhost:1 | --context 512                | Unknown options: '--context', '512'
            triton       | http://localhost:1 | --prompt Hello               | Unknown options: '--prompt', 'Hello'
            triton       | http://localhost:1 | --pid 1 --request /nowhere   | --request /nowhere: cannot be read
            """)
    void wrongUsageSaysWhatToGive(String kind, String url, String more, String words) {
        assertThat(run(kind, url, more == null ? new String[0] : more.split(" ")))
                .isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(err.toString()).contains(words).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "ollama, 'http://localhost:11434 --context'",
        "llama-server, 'http://localhost:8080 (-c)'",
        "vllm, 'http://localhost:8000 --sleep-level --max-model-len'",
        "triton, 'http://localhost:8000 --request'",
    })
    void helpTellsTheDefaultsAndWhereTheContextComesFrom(String kind, String words) {
        assertThat(run(kind, "http://localhost:1", "--help")).isZero();
        assertThat(out.toString().replaceAll("\\s+", "").split("Example:")[1]).startsWith("vramguardcycle" + kind);
        assertThat(out.toString().replaceAll("\\s+", "")).contains(words.split(" "));
    }
}
