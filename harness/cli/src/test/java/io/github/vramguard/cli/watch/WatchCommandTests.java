package io.github.vramguard.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.cli.Typed;
import io.github.vramguard.cli.series.RecordedFormat;
import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.Trial;
import io.github.vramguard.source.linux.GroupedChild;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchCommandTests {

    private final ScriptedMachine scripted = new ScriptedMachine()
            .running(7, "ollama")
            .running(8, "python")
            .inContainer(9, "server")
            .inGroup(10, "service")
            .reading(Pool.gpu(0), new Bytes(1 << 20))
            .reading(Pool.RESIDENT, new Bytes(2 << 20));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Machine machine, String... arguments) {
        PrintWriter printed = new PrintWriter(out);
        return Typed.run(
                List.of(new WatchCommand(printed, Terminal.dumb(false), () -> machine)),
                printed,
                new PrintWriter(err),
                arguments);
    }

    private int run(String arguments) {
        return run(scripted, arguments.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "watch --count 1, 7 8 9 10",
        "watch --count 1 --all, 7 8 9 10",
        "watch --count 1 --pid 8, 8",
        "watch --count 1 --pid 8 --pid 7 --pid 8, 8 7",
        "watch --count 1 --container abcdef, 9",
        "watch --count 1 --cgroup /system.slice/some.service, 10",
    })
    void whatIsGivenIsWatched(String arguments, String pids) {
        assertThat(run(arguments)).isZero();
        assertThat(out.toString().lines().filter(line -> line.startsWith("pid ")))
                .extracting(line -> line.split(" ")[1])
                .containsExactly(pids.split(" "));
    }

    @Test
    void onlyTheNamedPoolsAreShown() {
        assertThat(run("watch --count 1 --pid 7 --pools gpu0,heap")).isZero();
        assertThat(out.toString())
                .contains("  gpu0               1 MiB       1 MiB           -  _\n")
                .contains("  heap                   -           -           -  [1]\n")
                .contains("[1] no source reads heap of another process\n")
                .doesNotContain("resident");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--pid 1234567          | no process with the id 1234567 is running",
                "--pid 7 --all          | Error: --pid=PID, --all are mutually exclusive",
                "--pid 7 --cgroup /a    | Error: --pid=PID, --cgroup=PATH are mutually exclusive",
                "--pid 7 --pools vram   | Invalid value for option '--pools' (POOL): \"vram\" is not a pool; there are",
                "--pid 7 --interval 1ms | Invalid value for option '--interval': \"1ms\" is not an interval; write 500ms",
                "--pid 7 --count 0      | --count 0 reads nothing; give at least 1",
                "--pid 7 --csv /no/such | /no/such: cannot be written: ",
            })
    void wrongUsageIsSaid(String arguments, String problem) {
        assertThat(run("watch " + arguments)).isEqualTo(3);
        assertThat(err.toString()).startsWith("vramguard: " + problem);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"watch", "watch --all"})
    void withoutAGpuAProcessMustBeGiven(String arguments) {
        scripted.withoutGpu("no driver");

        assertThat(run(arguments)).isEqualTo(3);
        assertThat(err.toString())
                .isEqualTo("vramguard: the processes that use GPU memory are unknown: no driver;"
                        + " give --pid, --container or --cgroup\n");
    }

    @Test
    void aContainerOfNobodyIsRefused() {
        scripted.end(9);

        assertThat(run("watch --container abcdef")).isEqualTo(3);
        assertThat(err.toString()).contains("\"abcdef\" has no process that is visible here");
    }

    @Test
    void aControlGroupOfNobodyIsRefused() {
        scripted.end(10);

        assertThat(run("watch --cgroup /system.slice/some.service")).isEqualTo(3);
        assertThat(err.toString())
                .contains("the control group \"/system.slice/some.service\" has no process that is visible here");
    }

    @ParameterizedTest
    @CsvSource({"abc, is not the id of a container", "0123456789abcdef, is it running"})
    void anUnknownContainerIsRefused(String id, String problem) {
        assertThat(run(Machine.local(Set.of()), "watch", "--container", id)).isEqualTo(3);
        assertThat(err.toString()).contains("\"" + id + "\"").contains(problem);
    }

    @Test
    void whatIsNoControlGroupIsRefused() {
        assertThat(run(Machine.local(Set.of()), "watch", "--cgroup", "/no/such"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("\"/no/such\" is not a control group");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theProcessesOfARealControlGroupAreWatched() throws Exception {
        try (GroupedChild child = GroupedChild.start()) {
            assertThat(run(
                            Machine.local(Set.of()),
                            "watch",
                            "--count",
                            "1",
                            "--pools",
                            "resident",
                            "--cgroup",
                            child.group()))
                    .isZero();
            assertThat(out.toString().lines().filter(line -> line.startsWith("pid ")))
                    .contains("pid " + child.pid() + "  sleep")
                    .satisfies(lines -> assertThat(child.isAlone()).isEqualTo(lines.size() == 1));
        }
    }

    @Test
    void theRecordingCanTakeThePlaceOfTheTable() {
        assertThat(run("watch --count 1 --pid 7 --csv -")).isZero();
        assertThat(out.toString().lines()).hasSize(3).first().isEqualTo(RecordedFormat.HEADER);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aRealProcessIsWatchedUntilItEnds(@TempDir Path folder) throws Exception {
        Process child = new ProcessBuilder("sleep", "600").start();
        Path csv = folder.resolve("levels.csv");
        try {
            PrintWriter killing = new PrintWriter(new KillingAtTheSecondBlock(child));
            WatchCommand watch = new WatchCommand(killing, Terminal.dumb(false), () -> Machine.local(Set.of()));
            String pid = Long.toString(child.pid());

            int code = Typed.run(
                    List.of(watch),
                    killing,
                    new PrintWriter(err),
                    "watch",
                    "--pid",
                    pid,
                    "--interval",
                    "500ms",
                    "--csv",
                    csv.toString());

            assertThat(err.toString()).isEmpty();
            assertThat(code).isZero();
        } finally {
            child.destroyForcibly();
        }
        assertThat(out.toString())
                .contains("pid " + child.pid() + "  sleep\n", "pid " + child.pid() + "  sleep  (has ended)\n")
                .endsWith("; all watched processes have ended\n");
        assertThat(Files.readAllLines(csv))
                .filteredOn(line -> line.contains(",resident,"))
                .hasSize(2)
                .noneMatch(line -> line.endsWith(",0") || line.endsWith(",gap"));
    }

    /** Keeps what is printed, and kills a process as soon as its second block is. */
    private final class KillingAtTheSecondBlock extends OutputStream {

        private final Process child;

        KillingAtTheSecondBlock(Process child) {
            this.child = child;
        }

        @Override
        public void write(int b) {
            out.write(b);
        }

        @Override
        public void flush() throws IOException {
            if (out.toString().split("pid ", -1).length == 3 && child.isAlive()) {
                child.destroyForcibly();
                child.onExit().join();
            }
        }
    }

    @Test
    void onlyAnExactSourceDistinguishesTheProcessesOfAGpu() {
        Trial exact = new Trial(Pool.gpu(0), "nvml", Origin.exact("NVML"), new Bytes(0));
        Trial whole = new Trial(Pool.gpu(0), "device", Origin.mixed("NVML"), new Bytes(0));
        Trial refused = new Trial(Pool.gpu(0), "nvml", Origin.exact("NVML"), gap("no driver"));
        Trial other = new Trial(Pool.HEAP, "jvm", Origin.exact("beans"), new Bytes(0));

        assertThat(Machine.gpuObstacle(List.of(other, exact))).isEmpty();
        assertThat(Machine.gpuObstacle(List.of(other, refused, whole))).contains("no driver");
        assertThat(Machine.gpuObstacle(List.of(other, whole)))
                .contains("no source of GPU memory distinguishes processes");
    }

    private static Reading gap(String detail) {
        return new Gap(Reason.NO_DRIVER, detail);
    }
}
