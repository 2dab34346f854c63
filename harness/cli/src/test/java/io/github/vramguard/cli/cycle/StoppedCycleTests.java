package io.github.vramguard.cli.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a user who does not wait for the verdict is left with. */
@EnabledOnOs(OS.LINUX)
class StoppedCycleTests {

    private static final String SELF = Long.toString(ProcessHandle.current().pid());

    @TempDir
    Path directory;

    private volatile boolean isOver;
    private final FakeOllama ollama = FakeOllama.start();

    @AfterEach
    void stop() {
        isOver = true;
        ollama.close();
    }

    private Path csv() {
        return directory.resolve("levels.csv");
    }

    private ForkedMain cycles(String... flags) {
        return ForkedMain.start(
                directory,
                List.of(flags),
                "cycle",
                "ollama",
                "--url",
                ollama.url(),
                "--model",
                "tiny",
                "--pid",
                SELF,
                "--pools",
                "children",
                "--csv",
                csv().toString());
    }

    @Test
    void theModelIsUnloadedAndWhatWasMeasuredIsPrintedAndWritten() throws Exception {
        String endless = "vramguard.cycles.max=1000";
        ollama.onLoad(() -> Awaitility.await().pollDelay(Duration.ofMillis(100)).until(() -> true));

        try (ForkedMain cycle = cycles("-D" + endless, "-Dvramguard.preset=nightly")) {
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> cycle.printed()
                    .contains("cycle 2 of"));
            cycle.process().destroy();
            assertThat(cycle.end()).contains("ended early; so far: ");
        }
        assertThat(ollama.holdsItsModel()).isFalse();
        assertThat(csv())
                .content()
                .startsWith("time,id,pool,quality,level\n")
                .contains(SELF + "/children\",children,exact,");
    }

    /** Nothing that is asked of it is ever answered, and the steps have five minutes. */
    @Test
    void aServerThatHangsKeepsNobodyWaiting() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        ollama.onLoad(() -> {
            if (ollama.unloads() == 2) {
                hangs.countDown();
                Awaitility.await().forever().until(() -> isOver);
            }
        });

        try (ForkedMain cycle = cycles()) {
            assertThat(hangs.await(2, TimeUnit.MINUTES)).isTrue();
            cycle.process().destroy();
            assertThat(cycle.end())
                    .contains("ended early; so far: ", "the model may still be loaded: the unload did not end");
            assertThat(cycle.process().exitValue()).isEqualTo(143);
        }
        assertThat(csv()).content().hasLineCount(4);
    }
}
