package io.github.vramguard.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.cli.judge.ManySeries;
import io.github.vramguard.cli.usage.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The jar as users run it, in a process of its own. */
class RunnableJarIT {

    @TempDir
    private Path folder;

    private record Run(int code, String out, String err) {}

    private Run run(String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", Objects.requireNonNull(System.getProperty("runnable-jar"))));
        command.addAll(List.of(arguments));
        int code = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Run(code, Files.readString(out), Files.readString(err));
    }

    @Test
    void judgesManySeries() throws Exception {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        ManySeries.print(new PrintStream(many, false, UTF_8), 1000, 30);
        Path file = Files.write(folder.resolve("many.csv"), many.toByteArray());

        Run run = run("judge", file.toString());

        assertThat(run.code).isEqualTo(ExitCode.FAILED);
        assertThat(run.out).hasLineCount(1001).contains("1000 series: ");
        assertThat(run.err).isEmpty();
    }

    @Test
    void knowsItsVersion() throws Exception {
        Run run = run("--version");

        assertThat(run.code).isZero();
        assertThat(run.out).matches("(?s)vramguard \\d+\\.\\d+.*");
        assertThat(run.err).isEmpty();
    }

    @Test
    void saysWhatIsWrongOnTheErrorStream() throws Exception {
        Run run = run("judge", folder.resolve("none.csv").toString());

        assertThat(run.code).isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(run.out).isEmpty();
        assertThat(run.err).startsWith("vramguard: ").contains("there is no such file");
    }

    @Test
    void examinesAndTestsItself() throws Exception {
        Run run = run("doctor");

        assertThat(run.code).as(run.out).isZero();
        assertThat(run.out)
                .contains("Memory of this JVM", "passed: 2 MiB leaked per cycle: detected after ")
                .containsPattern("pools can be read here; the self-test ");
        assertThat(run.err).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void recordsAProcessForItsOwnJudgement() throws Exception {
        Path csv = folder.resolve("levels.csv");
        Process child = new ProcessBuilder("sleep", "600").start();
        try {
            Run watch = run("watch", "--pid", Long.toString(child.pid()), "--count", "3", "--csv", csv.toString());

            assertThat(watch.err).isEmpty();
            assertThat(watch.code).isZero();
            assertThat(watch.out)
                    .contains("pid " + child.pid() + "  sleep", "  resident ")
                    .endsWith("3 readings\n")
                    .doesNotContain("\033");
        } finally {
            child.destroyForcibly();
        }
        Run judged = run("judge", csv.toString());

        assertThat(judged.code).isEqualTo(ExitCode.INCONCLUSIVE);
        assertThat(judged.out).containsPattern("sleep/" + child.pid() + "/resident +INCONCLUSIVE");
        assertThat(judged.err).isEmpty();
    }
}
