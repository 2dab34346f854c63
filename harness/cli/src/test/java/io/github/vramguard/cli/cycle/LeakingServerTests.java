package io.github.vramguard.cli.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.cli.usage.ExitCode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real process that takes 12 MiB in each cycle, of which its resident memory alone tells. */
@EnabledOnOs(OS.LINUX)
class LeakingServerTests {

    private static final String LEAK = "true";
    private static final String TIMEOUT = "vramguard.settle.timeout";

    @TempDir
    Path directory;

    private PipedServer server;
    private final StringWriter out = new StringWriter();

    /** A shell whose variables are its models. */
    @BeforeEach
    void aServer() throws IOException, InterruptedException {
        server = PipedServer.start(
                directory, "n=0", "n=$((n+1)); printf -v \"model$n\" '%*s' $((12 << 20)) ''", "unset \"model$n\"");
    }

    @AfterEach
    void end() {
        System.clearProperty(TIMEOUT);
        server.close();
    }

    private String tell(String command) {
        return server.tell(command, 500);
    }

    private int cycle(String unload, String... more) {
        return server.cycle(out, "resident", unload, more);
    }

    @Test
    void tenCyclesOfALeakAreNoSuccess() {
        System.setProperty(TIMEOUT, "2000");
        assertThat(cycle(LEAK, "--cycles", "10")).isIn(ExitCode.FAILED, ExitCode.INCONCLUSIVE);
        assertThat(out.toString())
                .startsWith(
                        "warning: at most 10 cycles may be too few to prove a leak in resident: allow at least 15\n");
    }

    @Test
    @Tag("thorough")
    void theDefaultNumberOfCyclesProvesIt() {
        assertThat(cycle(LEAK)).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("resident memory grows 12 MiB every cycle");
    }

    @Test
    void aServerThatReleasesThemPasses() {
        assertThat(cycle(tell("unload"))).isEqualTo(ExitCode.OK);
    }
}
