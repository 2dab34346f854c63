package io.github.vramguard.gpucheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vramguard.standin.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The program that takes memory of a real GPU. That it compiles without a warning is half of the test. */
@EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
class CudaAllocatorTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path root;

    private List<String> program;

    @BeforeEach
    void compile() throws Exception {
        program = List.of(CSource.named("cuda-allocator.c")
                .program(root.resolve("allocator"))
                .toString());
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        try (Holder holder = Holder.start(program, PATIENCE)) {
            assertThatThrownBy(holder::free)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("error there is nothing to give back");
            assertThat(ProcessHandle.of(holder.pid())).isEmpty();
        }
    }

    @Test
    void endsWhenItIsTold() throws Exception {
        try (Holder holder = Holder.start(program, PATIENCE)) {
            holder.quit();
            assertThat(ProcessHandle.of(holder.pid())).isEmpty();
        }
    }

    @Test
    void whoDoesNotAnswerIsEnded() throws Exception {
        try (Holder mute = Holder.start(List.of("sleep", "1000"), Duration.ofMillis(50))) {
            assertThatThrownBy(mute::context).hasMessageContaining("did not answer");
            assertThat(ProcessHandle.of(mute.pid()).filter(ProcessHandle::isAlive))
                    .isEmpty();
        }
    }
}
