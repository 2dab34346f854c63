package io.github.vramguard.cli.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.cli.Typed;
import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.cli.usage.ExitCode;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.RunDirectory;
import io.github.vramguard.source.linux.GroupedChild;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cycles of a real server: a shell that opens a file for each model. */
@EnabledOnOs(OS.LINUX)
class CycleOfCommandsTests {

    @TempDir
    Path directory;

    private PipedServer server;
    private String timeout = "20s";
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** It takes its commands from a pipe: open a file, close the last one, or open one and forget it. */
    @BeforeEach
    void aServer() throws IOException, InterruptedException {
        server = PipedServer.start(
                directory, "n=20", "n=$((n+1)); eval \"exec $n</dev/null\"", "eval \"exec $n<&-\"; n=$((n-1))");
    }

    @AfterEach
    void end() {
        server.close();
    }

    private String tell(String command) {
        return server.tell(command, 200);
    }

    private int run(String... more) {
        List<String> arguments = new ArrayList<>(List.of("cycle", "command", "--pools", "files", "--timeout", timeout));
        arguments.addAll(List.of(more));
        return Typed.run(
                List.of(CycleCommand.with(new PrintWriter(out), Terminal.dumb(false))),
                new PrintWriter(out),
                new PrintWriter(err),
                arguments.toArray(String[]::new));
    }

    private String pid() {
        return server.pid();
    }

    @Test
    void aServerThatGivesEverythingBackIsKept() {
        assertThat(run("--pid", pid(), "--load", tell("load"), "--unload", tell("unload")))
                .isZero();
        assertThat(out.toString())
                .containsOnlyOnce("cycle 1 of at most 20: files ")
                .containsOnlyOnce("cycle 8 of at most 20: files ")
                .contains("cycle command: memory returns to its baseline")
                .contains("and its descendants");
    }

    @Test
    void aServerThatForgetsAFileIsBroken() {
        assertThat(run("--pid", pid(), "--load", tell("load"), "--unload", "true"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("cycle command: the number of open files grows by 1 every cycle");
    }

    @Test
    void theCyclesAreARunThatOtherVerbsRead() throws IOException {
        Path report = directory.resolve("report");

        assertThat(run("--pid", pid(), "--report", report.toString(), "--load", tell("load"), "--unload", "true"))
                .isEqualTo(ExitCode.FAILED);

        assertThat(out.toString()).contains("wrote " + report.resolve("run.json"));
        assertThat(report.resolve("index.html")).isNotEmptyFile();
        assertThat(RunDirectory.readAll(List.of(report)).tests())
                .singleElement()
                .satisfies(test -> {
                    assertThat(test.key()).isEqualTo("vramguard cycle command cycle");
                    assertThat(test.result()).isEqualTo(Result.FAILED);
                    assertThat(test.timeline().levels()).hasSizeGreaterThan(8);
                });
    }

    @Test
    void fewCyclesAreNoVerdictAndNoSuccessUnlessThatIsAllowed() {
        String[] few = {"--cycles", "2", "--pid", pid(), "--load", tell("load"), "--unload", "true"};

        assertThat(run(few)).isEqualTo(ExitCode.INCONCLUSIVE);
        assertThat(out.toString())
                .startsWith("warning: at most 2 cycles may be too few to prove a leak in files: allow at least 8\n");
        assertThat(run(Stream.concat(Stream.of("--allow-inconclusive"), Stream.of(few))
                        .toArray(String[]::new)))
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void aLimitThatSufficesIsNoWarning() {
        assertThat(run("--cycles", "8", "--pid", pid(), "--load", tell("load"), "--unload", tell("unload")))
                .isZero();
        assertThat(out.toString()).doesNotContain("warning");
    }

    @Test
    void aStepThatFailsEndsTheCyclesAndUnloadsOnce() {
        assertThat(run(
                        "--pid",
                        pid(),
                        "--load",
                        "true",
                        "--use",
                        "echo first; echo no such model >&2; exit 7",
                        "--unload",
                        "echo once >> " + directory.resolve("unloaded")))
                .isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(err.toString()).contains("ended with status 7: no such model");
        assertThat(directory.resolve("unloaded")).hasContent("once");
    }

    @Test
    void whatWasMeasuredBeforeAStepFailedIsPrinted() {
        Path count = directory.resolve("count");
        String failsInTheThirdCycle = "echo x >> " + count + "; [ $(wc -l < " + count + ") -lt 3 ]";
        assertThat(run("--pid", pid(), "--load", tell("load"), "--use", failsInTheThirdCycle, "--unload", "true"))
                .isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(out.toString()).contains("cycle 2 of at most 20").contains("ended early; so far: ");
    }

    @Test
    void aStepThatHangsIsEnded() {
        timeout = "500ms";
        assertThat(run("--pid", pid(), "--load", "sleep 60", "--unload", "true"))
                .isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(err.toString())
                .contains("the command of --load did not end within")
                .doesNotContain("sleep 60");
    }

    @Test
    void aStepThatTakesLongIsNamed() {
        assertThat(run("--cycles", "1", "--pid", pid(), "--load", "sleep 2", "--unload", "true"))
                .isEqualTo(ExitCode.INCONCLUSIVE);
        assertThat(out.toString())
                .contains("cycle 1: loading the model, at most 20 s\n")
                .contains("nothing was seen to load in 1 of 1 cycle");
    }

    @Test
    void theProcessesOfARealControlGroupAreMeasured() throws Exception {
        try (GroupedChild child = GroupedChild.start()) {
            assertThat(run("--cycles", "1", "--cgroup", child.group(), "--load", "true", "--unload", "true"))
                    .isNotEqualTo(ExitCode.COULD_NOT_RUN);
            assertThat(out.toString()).contains("cycle 1 of at most 1: files ", "control group " + child.group());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --pid 99999999 --load true --unload true             | no process with the id 99999999 is running
            --container abcdef123456 --load true --unload true   | no control group
            --cgroup /no/such --load true --unload true          | "/no/such" is not a control group
            --pid 1 --cgroup / --load true --unload true         | --pid=PID, --cgroup=PATH are mutually exclusive
            --load true --unload true                            | '--pid=PID | --container=ID | --cgroup=PATH'
            --pid 1 --unload true                                | Missing required option: '--load
            --pid 1 --load true --unload true --cycles 0         | give 1 to 1000
            --pid 1 --load true --unload true --strict           | Unknown option: '--strict'
            """)
    void wrongUsageSaysWhatToGive(String arguments, String words) {
        assertThat(run(arguments.split(" +"))).isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(err.toString()).contains(words);
    }

    @Test
    void theVerbAloneSaysWhatCanBeCycled() {
        assertThat(Typed.run(
                        List.of(CycleCommand.with(new PrintWriter(out), Terminal.dumb(false))),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "cycle"))
                .isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(err.toString()).contains("name what to cycle: command, ollama, llama-server, vllm, triton");
    }
}
