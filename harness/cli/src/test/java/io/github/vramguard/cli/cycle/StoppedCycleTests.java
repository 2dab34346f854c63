package io.github.vramguard.cli.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a user who does not wait for the verdict is left with. */
@EnabledOnOs(OS.LINUX)
class StoppedCycleTests {

    @TempDir
    Path directory;

    private final FakeOllama ollama = FakeOllama.start();

    @AfterEach
    void stop() {
        ollama.close();
    }

    @Test
    void theModelIsUnloadedAndWhatWasMeasuredIsPrintedAndWritten() throws Exception {
        Path csv = directory.resolve("levels.csv");
        String self = Long.toString(ProcessHandle.current().pid());
        String endless = "vramguard.cycles.max=1000";
        ollama.onLoad(() -> Awaitility.await().pollDelay(Duration.ofMillis(100)).until(() -> true));

        try (ForkedMain cycle = ForkedMain.start(
                directory,
                List.of("-D" + endless, "-Dvramguard.preset=nightly"),
                "cycle",
                "ollama",
                "--url",
                ollama.url(),
                "--model",
                "tiny",
                "--pid",
                self,
                "--pools",
                "children",
                "--csv",
                csv.toString())) {
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> cycle.printed()
                    .contains("cycle 2 of"));
            cycle.process().destroy();
            assertThat(cycle.end()).contains("ended early; so far: ");
        }
        assertThat(ollama.holdsItsModel()).isFalse();
        assertThat(csv)
                .content()
                .startsWith("time,id,pool,quality,level\n")
                .contains(self + "/children\",children,exact,");
    }
}
