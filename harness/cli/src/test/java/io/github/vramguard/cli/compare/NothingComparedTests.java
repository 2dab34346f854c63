package io.github.vramguard.cli.compare;

import static io.github.vramguard.run.Measured.GPU_MACHINE;
import static io.github.vramguard.run.Measured.pool;
import static io.github.vramguard.run.Measured.run;
import static io.github.vramguard.run.Measured.test;
import static io.github.vramguard.run.Result.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code vramguard compare} where there is little to compare, or nothing. */
class NothingComparedTests extends TwoSides {

    private static final long MIB = 1 << 20;

    private final Run before = run(test("A#a()", PASSED, pool(Pool.HEAP, 0)));

    @ParameterizedTest
    @CsvSource({"PASSED, 0, ✅", "PASSED, 8388608, ❌", "NOT_JUDGED, 0, ⚠️", "NOT_JUDGED, 8388608, ⚠️"})
    void onlyWhatWasComparedGetsACheckMark(Result result, long heap, String mark) throws IOException {
        Path markdown = folder.resolve("new/directory/compare.md");
        Run base = run(test("A#a()", PASSED, pool(Pool.HEAP, 0)));
        Run head = run(test("A#a()", result, pool(Pool.HEAP, heap)));

        assertThat(compare(base, head, "--markdown", markdown.toString())).isEqualTo(mark.equals("❌") ? 1 : 0);
        assertThat(markdown).content().startsWith("### " + mark + " VramGuard: ");
    }

    @Test
    void readingsOfAnotherSourceAreNotCompared() throws IOException {
        Run base = run(test("A#a()", PASSED, pool(Pool.NATIVE, Origin.mixed("mallinfo2"), 0)));
        Run head = run(test("A#a()", PASSED, pool(Pool.NATIVE, Origin.exact("mallinfo2 less NMT"), 80 * MIB)));

        assertThat(compare(base, head)).isZero();
        assertThat(out.toString())
                .contains("native residual from mallinfo2           it is read from mallinfo2 less NMT now")
                .contains("\nnothing was compared: ");
    }

    @Test
    void anotherMachineIsAWarning() throws IOException {
        Run elsewhere = run(GPU_MACHINE, 1, test("A#a()", PASSED, pool(Pool.HEAP, 80 * MIB)));

        assertThat(compare(before, elsewhere)).isZero();
        assertThat(out.toString())
                .contains("warning: the base was not measured on \"Linux amd64, JDK 17, NVIDIA H200")
                .contains("\nnothing was compared: no amount is on both sides, ");
        assertThat(compare("--across-machines")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"80, 1", "0, 3"})
    void aTableThatCannotBeWrittenHidesNoRegression(long mebibytes, int code) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Run base = run(test("A#a()", PASSED, pool(Pool.HEAP, 0)));
        Run head = run(test("A#a()", PASSED, pool(Pool.HEAP, mebibytes * MIB)));

        assertThat(compare(base, head, "--markdown", file.resolve("compare.md").toString()))
                .isEqualTo(code);
        assertThat(out.toString()).contains(code == 1 ? "memory got worse" : "nothing is worse");
        assertThat(err).hasToString("vramguard: " + file + ": it exists and is not a directory\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "head"})
    void aSideOfWhichNothingCanBeReadIsNoPass(String side) throws IOException {
        compare(before, before);
        Files.writeString(folder.resolve(side + "/run.json"), "{");
        out.getBuffer().setLength(0);

        assertThat(compare()).isEqualTo(3);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains(folder.resolve(side + "/run.json") + " is not a run of VramGuard: ")
                .contains(folder.resolve(side) + ": no record in it can be read");
    }

    @Test
    void aPlaceWithoutARunCannotBeCompared() throws IOException {
        Files.createDirectories(folder.resolve("base"));
        assertThat(compare()).isEqualTo(3);
        assertThat(err.toString()).contains("base: there is no run in it");
    }
}
