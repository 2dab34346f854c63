package io.github.vramguard.cli.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.cli.usage.ExitCode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real process that loads its model once, and whose unload does what a test says. */
@EnabledOnOs(OS.LINUX)
class HeldModelTests {

    private static final String LOAD = "[ -n \"$model\" ] || printf -v model '%*s' $((96 << 20)) ''";
    private static final String TIMEOUT = "vramguard.settle.timeout";

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();

    @AfterEach
    void clear() {
        System.clearProperty(TIMEOUT);
    }

    private int cycle(String unload, String pools, String... more) throws IOException, InterruptedException {
        try (PipedServer server = PipedServer.start(directory, "model=", LOAD, unload)) {
            return cycle(server, pools, server.tell("unload", 500), more);
        }
    }

    private int cycle(PipedServer server, String pools, String unload, String... more) {
        return server.cycle(out, pools, unload, more);
    }

    @Test
    void anUnloadThatDoesNothingFailsFromTheFirstCycleOn() throws Exception {
        System.setProperty(TIMEOUT, "2000");

        assertThat(cycle(":", "resident", "--cycles", "1")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString())
                .containsPattern("resident memory is NOT RELEASED: unload released \\S+( KiB)? of 9\\S* MiB in cycle 1")
                .containsPattern("cycle 1 of at most 1: resident 9\\S* MiB \\(before \\S+ \\wiB, loaded 9\\S* MiB\\)");
    }

    @Test
    void anUnloadThatReleasesItPasses() throws Exception {
        assertThat(cycle("model=", "resident", "--cycles", "1")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).doesNotContain("NOT RELEASED");
    }

    /** As an engine does that runs on when its server is killed. */
    @Test
    void theProcessThatAKilledServerLeavesIsNamed() throws Exception {
        try (PipedServer server = PipedServer.start(directory, "n=0", "sleep 30 &", "kill $!")) {
            assertThat(cycle(server, "children", "false", "--use", "sleep 1; kill -9 " + server.pid() + "; exit 1"))
                    .isEqualTo(ExitCode.COULD_NOT_RUN);
        }
        assertThat(out.toString())
                .contains("ended early; so far: an ORPHAN process outlived its parent and is still running: sleep");
    }

    @Test
    void aStepThatFailsWithoutThatLeavesNone() throws Exception {
        try (PipedServer server = PipedServer.start(directory, "n=0", "sleep 30 &", "kill $!; wait $! 2>/dev/null")) {
            assertThat(cycle(server, "children", server.tell("unload", 500), "--use", "sleep 1; exit 1"))
                    .isEqualTo(ExitCode.COULD_NOT_RUN);
        }
        assertThat(out.toString()).doesNotContain("ORPHAN");
    }
}
