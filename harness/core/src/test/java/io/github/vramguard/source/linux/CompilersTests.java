package io.github.vramguard.source.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompilersTests {

    @TempDir
    Path process;

    @ParameterizedTest
    @CsvSource({
        "C2 CompilerThre, R (running), true",
        "C1 CompilerThre, R (running), false",
        "C2 CompilerThre, S (sleeping), false",
        "main, R (running), false",
        "GC Thread#0, R (running), false",
    })
    void anOptimizingCompilerIsAtWorkWhileItRuns(String name, String state, boolean isAtWork) throws IOException {
        thread("17", name, state);
        thread("18", "C2 CompilerThre", "S (sleeping)");

        if (isAtWork) {
            assertThat(Compilers.atWork(process)).containsExactly(Use.compiler(name));
        } else {
            assertThat(Compilers.atWork(process)).isEmpty();
        }
    }

    @Test
    void aProcessWithoutThreadsHasNone() {
        assertThat(Compilers.atWork(process)).isEmpty();
    }

    private void thread(String id, String name, String state) throws IOException {
        Path thread = Files.createDirectories(process.resolve("task").resolve(id));
        Files.writeString(thread.resolve("comm"), name + "\n");
        Files.writeString(thread.resolve("status"), "Name:\t" + name + "\nUmask:\t0022\nState:\t" + state + "\n");
    }
}
