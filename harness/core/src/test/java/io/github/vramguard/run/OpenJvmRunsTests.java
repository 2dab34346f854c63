package io.github.vramguard.run;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.source.ProcessStart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JVMs of a build whose processes cannot be seen, as in another container. */
class OpenJvmRunsTests {

    private static final JvmRun RUNS = RunFixture.JVM;
    private static final JvmRun HAS_ENDED = new JvmRun(1, RUNS.build(), "1-2.4-y", 1, 2L, 0L, RunFixture.MACHINE);

    @TempDir
    private Path place;

    /** Records in a JVM of its own, until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        RunDirectory directory = new RunDirectory(Path.of(arguments[0]));
        directory.begin(HAS_ENDED, List.of(), ProcessStart::of).close();
        try (JvmRunFile open = directory.begin(RUNS, List.of(), ProcessStart::of)) {
            System.out.println(open.trouble().orElse("begun"));
            while (System.in.read() >= 0) {}
        }
    }

    private Process other() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpenJvmRunsTests.class.getName(),
                        place.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private List<String> recordedAfterBegin(RunDirectory directory) throws IOException {
        JvmRun mine = JvmRun.begun(Build.ofThisJvm(ProcessStart::of).toString(), 5, RunFixture.MACHINE);
        directory.begin(mine, List.of(), ProcessStart::of).close();
        return RunDirectory.readAll(List.of(place)).jvmRuns().stream()
                .map(JvmRun::build)
                .filter(RUNS.build()::equals)
                .toList();
    }

    @Test
    void recordsOfABuildAreLeftAsLongAsOneOfItsJvmsRecords() throws Exception {
        RunDirectory directory = new RunDirectory(place);
        Process other = other();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("begun");
            assertThat(directory.isOpen(RUNS)).isTrue();
            assertThat(directory.isOpen(HAS_ENDED)).isFalse();

            assertThat(recordedAfterBegin(directory)).hasSize(2);

            other.outputWriter().close();
            assertThat(other.waitFor(60, SECONDS)).isTrue();
        } finally {
            other.destroyForcibly();
        }
        assertThat(directory.isOpen(RUNS)).isFalse();

        assertThat(recordedAfterBegin(directory)).isEmpty();
    }
}
