package io.github.vramguard.cli.report;

import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.growing;
import static io.github.vramguard.memory.TraceFixture.trace;
import static io.github.vramguard.run.RunFixture.JVM;
import static io.github.vramguard.run.RunFixture.MACHINE;
import static io.github.vramguard.run.RunFixture.leakTest;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.cli.Typed;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.JvmRun;
import io.github.vramguard.run.Machine;
import io.github.vramguard.run.Measured;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunDirectory;
import io.github.vramguard.run.TestCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vramguard report}. */
class ReportCommandTests {

    private static final long MIB = 1 << 20;
    private static final JvmRun KILLED = new JvmRun(JvmRun.FORMAT, "1-2", "1-2.4-y", 3_000, null, null, MACHINE);

    @TempDir
    private Path place;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private final MeasuredTest leaks = leakTest(
            "leaks", trace().with(Pool.HEAP, growing(100 * MIB, MIB, 12)).build());
    private final MeasuredTest keeps =
            leakTest("keeps", trace().with(Pool.HEAP, flat(MIB, 12)).build());
    private final MeasuredTest hangs = MeasuredTest.unjudged(
            new TestCase("com.acme.ModelTests#hangs()", "@NoLeak", "hangs()", null, null),
            KILLED.id(),
            Result.UNFINISHED,
            "@NoLeak hangs(): the JVM ended first",
            trace().with(Pool.HEAP, flat(MIB, 0)).build());

    private int run(String... options) {
        return run(Map.of(), options);
    }

    private int run(Map<String, String> environment, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(0, "report");
        arguments.addAll(List.of("--out", place.resolve("out").toString()));
        return Typed.run(
                List.of(new ReportCommand(new PrintWriter(out), new PrintWriter(err), environment)),
                new PrintWriter(out),
                new PrintWriter(err),
                arguments.toArray(String[]::new));
    }

    private String recorded(String directory, JvmRun jvm, MeasuredTest... tests) throws IOException {
        Path at = place.resolve(directory);
        new RunDirectory(at).write(Run.of(List.of(jvm), List.of(tests), List.of()));
        return at.toString();
    }

    @Test
    void whatIsBrokenIsToldInALineAndFailsTheStep() throws IOException {
        assertThat(run(recorded("a", JVM, leaks, keeps))).isEqualTo(1);

        assertThat(out).hasToString("""
                FAILED        ModelTests: @LeakTest leaks(): FAILED
                2 tests: 1 failed, 1 passed; measuring took 0.7 s in 1 JVM
                wrote OUT/run.json
                wrote OUT/index.html
                wrote OUT/report.md
                """.replace("OUT", place.resolve("out").toString()));
        assertThat(err.toString()).isEmpty();
    }

    private MeasuredTest leaks(String id, String name, String headline) {
        return new MeasuredTest(
                new TestCase(id, "@LeakTest", name, null, null),
                JVM.id(),
                1,
                2,
                1,
                Result.FAILED,
                headline,
                "",
                leaks.target(),
                leaks.timeline(),
                leaks.pools());
    }

    @Test
    void eachLineTellsItsTestFromAllOthers() throws IOException {
        String grows = "@LeakTest loads(): grows";

        run(recorded(
                "a",
                JVM,
                leaks("a.ATests#loads()", "loads()", grows),
                leaks("a.BTests#loads()", "loads()", grows),
                leaks("a.CTests#loads()", "loads()", grows),
                leaks("b.CTests#loads()", "loads()", grows),
                leaks("c.DTests#loads(int)[1]", "[1] 2048", grows),
                leaks("c.DTests#loads(int)[7]", "[7] 8192", grows)));

        assertThat(out.toString()).startsWith("""
                FAILED        ATests: @LeakTest loads(): grows
                FAILED        BTests: @LeakTest loads(): grows
                FAILED        a.CTests: @LeakTest loads(): grows
                FAILED        b.CTests: @LeakTest loads(): grows
                FAILED        DTests#loads(int)[1]: @LeakTest loads(): grows
                FAILED        DTests#loads(int)[7]: @LeakTest loads(): grows
                6 tests: 6 failed;""");
    }

    @Test
    void aHeadlineThatNamesItsTestIsToldAsItIs() throws IOException {
        run(recorded(
                "a",
                JVM,
                leaks("a.ATests", "ATests", "@NoLeak ATests: grows"),
                leaks("vramguard ollama qwen2.5", "ollama qwen2.5", "ollama qwen2.5: grows")));

        assertThat(out.toString()).startsWith("""
                FAILED        @NoLeak ATests: grows
                FAILED        ollama qwen2.5: grows
                """);
    }

    @Test
    void whatIsKeptIsOnlyCounted() throws IOException {
        assertThat(run(recorded("a", JVM, keeps), "--strict")).isZero();

        assertThat(out.toString()).startsWith("1 test: 1 passed; ");
    }

    @Test
    void modulesAndShardsAreMerged() throws IOException {
        JvmRun other = new JvmRun(JvmRun.FORMAT, "5-6", "5-6.7-z", 5_000, 6_000L, 1_300L, MACHINE);

        assertThat(run(recorded("a", JVM, keeps), recorded("b", other, leaks))).isEqualTo(1);

        assertThat(out.toString()).contains("2 tests: 1 failed, 1 passed; measuring took 2.0 s in 2 JVMs\n");
        assertThat(RunDirectory.readAll(List.of(place.resolve("out"))))
                .isEqualTo(Run.of(List.of(JVM, other), List.of(keeps, leaks), List.of()));
    }

    @Test
    void whatIsBrokenOnOneMachineIsNotMendedByAnother() throws IOException {
        Machine newer = new Machine("Linux amd64", "21 Eclipse Adoptium", List.of(), "");
        JvmRun other = new JvmRun(JvmRun.FORMAT, "5-6", "5-6.7-z", 5_000, 6_000L, 1_300L, newer);
        MeasuredTest later = new MeasuredTest(
                leaks.test(),
                other.id(),
                leaks.startedAt() + 1,
                1,
                1,
                Result.PASSED,
                "passed",
                "",
                leaks.target(),
                keeps.timeline(),
                keeps.pools());

        assertThat(run(recorded("a", JVM, leaks), recorded("b", other, later))).isEqualTo(1);

        assertThat(out.toString())
                .startsWith(
                        "FAILED        ModelTests: @LeakTest leaks(): FAILED on Linux amd64, JDK 17 Eclipse Adoptium, no GPU\n")
                .contains("2 tests: 1 failed, 1 passed");
    }

    @Test
    void aJvmThatWasKilledIsNamedWithTheTestThatItLeft() throws IOException {
        String recorded = recorded("a", KILLED, hangs, keeps);

        assertThat(run(recorded)).isZero();
        assertThat(run(recorded, "--strict")).isEqualTo(2);

        assertThat(out.toString()).contains("UNFINISHED    ModelTests: @NoLeak hangs(): the JVM ended first\n");
        assertThat(err.toString()).contains("vramguard: the JVM 1-2.4-y was killed or still runs");
    }

    @Test
    void aJvmThatWasKilledBetweenTestsIsNoPassWhereStrictnessIsWanted() throws IOException {
        String recorded = recorded("a", KILLED, Measured.in(KILLED, keeps));

        assertThat(run(recorded)).isZero();
        assertThat(run(recorded, "--strict")).isEqualTo(2);

        assertThat(out.toString()).contains("1 test: 1 passed; ");
        assertThat(err.toString()).contains("vramguard: the JVM 1-2.4-y was killed or still runs");
    }

    @Test
    void formatsAreWrittenBesideTheRun() throws IOException {
        assertThat(run(recorded("a", JVM, keeps), "--formats", "junit,gitlab")).isZero();

        assertThat(place.resolve("out"))
                .isDirectoryContaining("glob:**/run.json")
                .isDirectoryContaining("glob:**/TEST-vramguard.xml")
                .isDirectoryContaining("glob:**/gl-code-quality-report.json")
                .isDirectoryNotContaining("glob:**/report.md");
    }

    @Test
    void aSummaryThatCannotBeWrittenIsNamedAndHidesNoVerdict() throws IOException {
        String summary = place.resolve("missing/summary").toString();
        Map<String, String> environment = Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary);

        assertThat(run(environment, recorded("a", JVM, keeps))).isZero();
        assertThat(run(environment, recorded("a", JVM, leaks))).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("vramguard: the report github was not written: " + summary
                        + ": there is no such file or directory\n");
        assertThat(place.resolve("out/index.html")).isNotEmptyFile();
    }

    @Test
    void aFileThatCannotBeWrittenIsNoSuccessAndKeepsNoOtherBack() throws IOException {
        Files.createDirectories(place.resolve("out/index.html/in-the-way"));

        assertThat(run(recorded("a", JVM, keeps))).isEqualTo(3);

        assertThat(err.toString()).startsWith("vramguard: the report html was not written: ");
        assertThat(place.resolve("out/report.md")).isNotEmptyFile();
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestIsTold() throws IOException {
        String recorded = recorded("a", JVM, keeps);
        Files.writeString(Files.createDirectories(place.resolve("b")).resolve("run.json"), "{}");

        assertThat(run(recorded, place.resolve("b").toString())).isZero();

        assertThat(err.toString()).contains("run.json is not a run of VramGuard");
        assertThat(out.toString()).contains("1 test: 1 passed");
    }

    @Test
    void aRecordThatCannotBeReadIsNoPassWhereStrictnessIsWanted() throws IOException {
        String recorded = recorded("a", JVM, keeps);
        Files.writeString(Files.createDirectories(place.resolve("b")).resolve("run.json"), "{}");

        assertThat(run(recorded, "--strict")).isZero();
        assertThat(run(recorded, place.resolve("b").toString(), "--strict")).isEqualTo(2);
    }

    @Test
    void whatItWroteTheLastTimeIsNotReadAgain() throws IOException {
        recorded("a", JVM, keeps);
        recorded("out", JVM, leaks);

        assertThat(run(place.toString())).isZero();

        assertThat(out.toString()).startsWith("1 test: 1 passed; ");
    }

    @Test
    void nothingToReadIsNoSuccess() throws IOException {
        Files.writeString(Files.createDirectories(place.resolve("b")).resolve("run.json"), "{}");

        assertThat(run(place.resolve("b").toString())).isEqualTo(3);
        assertThat(run(place.resolve("nowhere").toString())).isEqualTo(3);
        assertThat(run()).isEqualTo(3);
        assertThat(err.toString())
                .contains("could be read")
                .contains("there is no such file or directory")
                .contains("Missing required parameter: 'DIR'");
    }

    @Test
    void aFormatThatDoesNotExistIsRefused() throws IOException {
        assertThat(run(recorded("a", JVM, keeps), "--formats", "pdf")).isEqualTo(3);

        assertThat(err.toString()).contains("\"pdf\" is not a format; there are json, html, markdown");
    }

    @Test
    void theWholeCommandLineHasTheVerb() {
        int code = Typed.run(
                InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err), "report", "--help");

        assertThat(code).isZero();
        assertThat(out.toString()).contains("--formats", "--strict", "gl-code-quality-report.json");
    }
}
