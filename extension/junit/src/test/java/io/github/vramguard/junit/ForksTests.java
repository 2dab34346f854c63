package io.github.vramguard.junit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.run.JvmRun;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** JVMs of one build that end at once, or are killed: what they measured is not lost. */
@EnabledOnOs(OS.LINUX)
class ForksTests {

    private static final long TIMEOUT_SECONDS = 120;

    @TempDir
    private Path place;

    private Path reports() {
        return place.resolve("reports");
    }

    private Process jvmRun(String method) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ForksTests.class.getName(),
                reports().toString(),
                method);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(place.resolve(method + ".log").toFile())
                .start();
    }

    private String await(Process jvm, String method) throws IOException, InterruptedException {
        try {
            assertThat(jvm.waitFor(TIMEOUT_SECONDS, SECONDS)).isTrue();
        } finally {
            jvm.destroyForcibly();
        }
        return Files.readString(place.resolve(method + ".log"));
    }

    /** Runs in the JVM that was forked. */
    public static void main(String[] arguments) {
        ScriptedGpu.holds(0);
        Ran ran = Kit.scripted()
                .with("vramguard.report.dir", arguments[0])
                .with("vramguard.report.formats", "json")
                .run(TestCases.class, arguments[1]);
        System.out.println("verdicts: " + ran.reported("vramguard.verdict"));
    }

    @Test
    void ofAJvmThatIsKilledTheCyclesUntilThenAreOnDisk() throws Exception {
        await(jvmRun("isKilledInItsFifthCycle"), "isKilledInItsFifthCycle");

        Run run = RunDirectory.readAll(List.of(reports()));

        assertThat(run.jvmRuns()).extracting(JvmRun::endedAt).containsOnlyNulls();
        assertThat(run.tests()).singleElement().satisfies(test -> {
            assertThat(test.result()).isEqualTo(Result.UNFINISHED);
            assertThat(test.headline())
                    .isEqualTo(
                            "@LeakTest ForksTests.TestCases.isKilledInItsFifthCycle(): its JVM ended after 4 cycles, and before the test did");
            assertThat(test.timeline().levels()).hasSize(5);
        });
    }

    @Test
    void jvmsThatEndAtOnceAllStandInTheRun() throws Exception {
        List<String> methods = List.of("one", "two", "three");
        List<Process> jvmRuns = new ArrayList<>();
        for (String method : methods) {
            jvmRuns.add(jvmRun(method));
        }
        for (int i = 0; i < jvmRuns.size(); i++) {
            assertThat(await(jvmRuns.get(i), methods.get(i))).contains("verdicts: [passed]");
        }

        Run run = RunDirectory.readAll(List.of(reports().resolve("run.json")));

        assertThat(run.tests())
                .extracting(MeasuredTest::result)
                .containsExactly(Result.PASSED, Result.PASSED, Result.PASSED);
        assertThat(run.jvmRuns()).hasSize(3).extracting(JvmRun::endedAt).doesNotContainNull();
        assertThat(run.problems()).isEmpty();
    }

    static class TestCases {

        @LeakTest
        void isKilledInItsFifthCycle() throws IOException, InterruptedException {
            cycles++;
            if (cycles == 5) {
                String self = Long.toString(ProcessHandle.current().pid());
                new ProcessBuilder("kill", "-9", self).start().waitFor();
            }
        }

        private static int cycles;

        @NoLeak
        @Test
        void one() {}

        @NoLeak
        @Test
        void two() {}

        @NoLeak
        @Test
        void three() {}
    }
}
