package io.github.vramguard.compare;

import static io.github.vramguard.run.Measured.pool;
import static io.github.vramguard.run.Measured.run;
import static io.github.vramguard.run.Measured.test;
import static io.github.vramguard.run.Result.PASSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.JvmRun;
import io.github.vramguard.run.Machine;
import io.github.vramguard.run.Measured;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunsTests {

    private final Run one = run(test("A#a()", PASSED, pool(Pool.HEAP, 1)));
    private final Run two = run(test("A#a()", PASSED, pool(Pool.HEAP, 2)), test("B#b()", PASSED));

    @TempDir
    private Path place;

    @BeforeEach
    void aDirectoryThatIsNone() throws IOException {
        Files.createDirectories(place.resolve("notes"));
    }

    @Test
    void aFileOrItsDirectoryIsOneRun() throws IOException {
        Path file = new RunDirectory(place).write(one);

        assertThat(Runs.read(place).runs()).containsExactly(one);
        assertThat(Runs.read(file).runs()).containsExactly(one);
    }

    @Test
    void eachPartOfADirectoryIsARunHoweverDeepItLies() throws IOException {
        new RunDirectory(place.resolve("1")).write(one);
        new RunDirectory(place.resolve("2/target/vramguard")).write(two);

        assertThat(Runs.read(place).runs()).containsExactly(one, two);
    }

    @Test
    void eachJsonFileOfADirectoryIsARunAndNoOtherFile() throws IOException {
        Files.copy(new RunDirectory(place.resolve("1")).write(one), place.resolve("2.json"));
        Files.writeString(place.resolve("notes.txt"), "the day after");
        Files.writeString(place.resolve(".DS_Store"), "");

        assertThat(Runs.read(place).runs()).containsExactly(one, one);
        assertThat(Runs.read(place).readable()).isEqualTo(2);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkIsTheRunThatItLeadsToAndNoRepetition() throws IOException {
        Path recorded = place.resolve("1");
        new RunDirectory(recorded).write(one);
        Path latest = Files.createSymbolicLink(place.resolve("latest"), recorded);

        assertThat(Runs.read(latest).runs()).containsExactly(one);
        assertThat(Runs.read(place).runs()).containsExactly(one);
    }

    /** Each JVM is on a machine of a class of its own. */
    private static Run onTwoMachines(Result one, Result other) {
        JvmRun second = jvmRun("1-2.4", "21");
        return Run.of(
                List.of(jvmRun("1-2.3", "17"), second),
                List.of(test("A#a()", one), Measured.in(second, test("A#a()", other))),
                List.of());
    }

    private static JvmRun jvmRun(String id, String jdk) {
        return new JvmRun(JvmRun.FORMAT, "1-2", id, 1, 2L, 0L, new Machine("Linux amd64", jdk, List.of(), ""));
    }

    @ParameterizedTest
    @CsvSource({"FAILED, PASSED, FAILED", "PASSED, FAILED, FAILED", "PASSED, PASSED, PASSED"})
    void aTestThatIsBrokenOnOneMachineIsNotMendedByAnother(Result one, Result other, Result usual) {
        Runs runs = new Runs(List.of(onTwoMachines(one, other)));

        assertThat(runs.results()).containsExactly(entry("A#a() @NoLeak", usual));
    }

    @Test
    void aPlaceWithStrayFilesAloneIsRefused() throws IOException {
        Files.writeString(place.resolve("notes.txt"), "the day after");

        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> Runs.read(place));
    }

    @Test
    void aPlaceWithoutARunIsRefused() {
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> Runs.read(place));
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> Runs.read(place.resolve("none")));
    }
}
