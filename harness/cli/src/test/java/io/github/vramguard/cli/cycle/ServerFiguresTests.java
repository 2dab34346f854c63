package io.github.vramguard.cli.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.vramguard.source.linux.KernelIds;
import io.github.vramguard.standin.Allocator;
import io.github.vramguard.standin.StandIn;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server reports, compared with what a stand-in for a driver allocates for real processes. */
class ServerFiguresTests {

    private static final long MIB = 1 << 20;
    private static final long TOLD = 512 * MIB;

    /** What a driver books besides the model. */
    private static final long CONTEXT = 300 * MIB;

    @TempDir
    Path directory;

    private final FakeOllama ollama = FakeOllama.start().telling(TOLD);
    private final Deque<Allocator> processes = new ArrayDeque<>();
    private final List<String> settings = new ArrayList<>();
    private StandIn driver;

    @BeforeEach
    void aDriver() {
        assumeTrue(StandIn.isPossible(), StandIn.NEEDS);
        assumeTrue(KernelIds.areIn(Path.of("/proc")), "the stand-in lists processes as in the initial PID namespace");
        driver = StandIn.start(directory);
        ollama.onLoad(() -> start(TOLD + CONTEXT))
                .onUnload(() -> processes.pop().kill());
    }

    @AfterEach
    void stop() {
        ollama.close();
        processes.forEach(Allocator::close);
    }

    private void start(long bytes) {
        processes.push(driver.allocator(0).alloc(bytes));
    }

    /** Nobody tells it the process: it is the one that listens, and the models are its descendants. */
    private String cycle() throws InterruptedException {
        List<String> flags = new ArrayList<>(List.of("-Djna.library.path=" + driver.directory()));
        flags.addAll(settings);
        try (ForkedMain cycle = ForkedMain.start(
                directory,
                flags,
                "cycle",
                "ollama",
                "--url",
                ollama.url(),
                "--model",
                "tiny",
                "--pools",
                "gpu0",
                "--cycles",
                "2")) {
            return cycle.end().replaceAll("\n {13}", " ");
        }
    }

    @Test
    void aProcessForEachModelThatEndsWithItAgrees() throws InterruptedException {
        assertThat(cycle())
                .contains("memory returns to its baseline")
                .contains("server     agrees with the drivers: it reports 512 MiB on GPUs, and they allocated 812 MiB")
                .doesNotContain("in 2 of 2 cycles");
    }

    @Test
    void aModelThatIsNotOnTheGpuIsTold() throws InterruptedException {
        ollama.onLoad(() -> start(CONTEXT));

        assertThat(cycle())
                .contains("in 2 of 2 cycles the server reports 512 MiB on GPUs, and the drivers have allocated 300 MiB")
                .contains("see in its log whether it fell back to the CPU")
                .doesNotContain("agrees");
    }

    @Test
    void aSecondModelThatTheServerDoesNotTellIsTold() throws InterruptedException {
        ollama.onLoad(() -> start(3000 * MIB));

        assertThat(cycle())
                .contains(
                        "in 2 of 2 cycles the drivers allocated 2.93 GiB while the model was loaded, and the server reports"
                                + " 512 MiB of them");
    }

    @Test
    void whatTheDriverGivesBackLateIsWaitedFor() throws InterruptedException {
        driver.set("release.delay", 1000);

        assertThat(cycle()).contains("memory returns to its baseline").contains("agrees with the drivers");
    }

    @Test
    void whatTheDriverStillHoldsWhenTheWaitIsOverIsToldWithTheTime() throws InterruptedException {
        driver.set("release.delay", 60_000);
        settings.addAll(List.of("-Dvramguard.settle.gpu-window=300", "-Dvramguard.settle.timeout=1000"));

        assertThat(cycle())
                .containsPattern(
                        "in 2 of 2 cycles gpu0 still held 812 MiB \\d\\.\\d s after the server had said that the"
                                + " model is unloaded; see whether a process of it still runs");
    }

    @Test
    void aServerThatTellsNothingIsNotBlamed() throws InterruptedException {
        ollama.telling(-1);

        assertThat(cycle())
                .contains("its figures are not compared with those of the drivers: the server does not report")
                .doesNotContain("in 2 of 2 cycles");
    }
}
