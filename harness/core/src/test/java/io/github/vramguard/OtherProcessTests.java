package io.github.vramguard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.Verdict;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The leak rule on a server that starts a process for each model, and ends it. */
@EnabledOnOs(OS.LINUX)
class OtherProcessTests {

    private Process server;
    private MemoryTarget tree;

    @BeforeEach
    void aServer() throws IOException {
        server = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "while read command; do if [ $command = load ]; then sleep 300 & echo $!;"
                                + " else kill $!; wait $! 2>/dev/null; echo done; fi; done")
                .start();
        tree = Targets.tree(server.pid());
    }

    @AfterEach
    void end() {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
    }

    private String ask(String command) throws IOException {
        server.outputWriter().write(command + "\n");
        server.outputWriter().flush();
        return server.inputReader().readLine();
    }

    private Verdict run(LoadUnloadHarness.Step<String> unload) throws Exception {
        Map<String, String> settings = Map.of("vramguard.pools", "children,files", "vramguard.settle.window", "20");
        return LoadUnloadHarness.of(tree, settings)
                .run(() -> ask("load"), model -> {}, unload)
                .verdict();
    }

    @Test
    void aServerThatEndsTheProcessOfEachModelIsKept() throws Exception {
        assertThat(run(model -> ask("unload"))).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void aServerThatForgetsThemIsBroken() throws Exception {
        assertThat(run(model -> {})).isInstanceOfSatisfying(Verdict.Failed.class, broken -> assertThat(
                        broken.findings())
                .extracting(finding -> ((Finding.Leak) finding).verdict().pool())
                .contains(Pool.CHILDREN));
    }
}
