package io.github.vramguard.run;

import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.trace;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.source.ProcessStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class JvmRunFileTests {

    private static final int RECORDS = 40;

    @TempDir
    private Path place;

    /** Writes more than there is room for, in a JVM whose files may not become larger than 16 KiB. */
    public static void main(String[] arguments) {
        try (JvmRunFile file =
                new RunDirectory(Path.of(arguments[0])).begin(RunFixture.JVM, List.of(), ProcessStart::of)) {
            for (int i = 0; i < RECORDS; i++) {
                file.add(test(i));
            }
            System.out.println(file.trouble().orElse("no trouble"));
        }
    }

    private static MeasuredTest test(int number) {
        return RunFixture.leakTest(
                "test" + number, trace().with(Pool.HEAP, flat(1 << 20, 12)).build());
    }

    private String run(String limit) throws IOException, InterruptedException {
        Path log = place.resolve("log");
        Process child = new ProcessBuilder(
                        "bash",
                        "-c",
                        limit + "; exec \"$@\"",
                        "bash",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JvmRunFileTests.class.getName(),
                        place.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(child.waitFor(60, SECONDS)).isTrue();
        } finally {
            child.destroyForcibly();
        }
        return Files.readString(log);
    }

    @Test
    void aFullDiskIsNamedAndLeavesNoHalfRecord() throws Exception {
        assertThat(run("ulimit -f 16"))
                .containsPattern("^\\d+ records cannot be written to " + place)
                .contains("free some space, or set vramguard.report.dir to another directory");

        Run run = RunDirectory.readAll(List.of(place.resolve("jvm-runs")));

        assertThat(run.problems()).isEmpty();
        assertThat(run.tests()).hasSizeBetween(5, RECORDS - 1);
    }

    @Test
    void aDiskWithRoomIsNoTrouble() throws Exception {
        assertThat(run("ulimit -f unlimited")).isEqualTo("no trouble\n");

        assertThat(RunDirectory.readAll(List.of(place.resolve("jvm-runs"))).tests())
                .hasSize(RECORDS);
    }

    @Test
    void whatCouldNotBeWrittenFollowsAsSoonAsThereIsRoom() throws IOException {
        Path jvmRuns = place.resolve("reports");
        Files.writeString(jvmRuns, "a file where the directory is to be");
        try (JvmRunFile file = new RunDirectory(jvmRuns).begin(RunFixture.JVM, List.of(), ProcessStart::of)) {
            file.add(test(1));
            assertThat(file.trouble())
                    .hasValueSatisfying(said -> assertThat(said).startsWith("2 records "));

            Files.delete(jvmRuns);
            file.add(test(2));

            assertThat(file.trouble()).isEmpty();
        }
        assertThat(RunDirectory.readAll(List.of(jvmRuns)).tests()).hasSize(2);
    }
}
