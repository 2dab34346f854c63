package io.github.vramguard.run;

import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.growing;
import static io.github.vramguard.memory.TraceFixture.trace;
import static io.github.vramguard.run.RunFixture.JVM;
import static io.github.vramguard.run.RunFixture.leakTest;
import static io.github.vramguard.run.RunFixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.source.ProcessStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTests {

    private static final long MIB = 1 << 20;

    @TempDir
    private Path place;

    private final MeasuredTest leaks = leakTest(
            "leaks", trace().with(Pool.NATIVE, growing(100 * MIB, MIB, 12)).build());
    private final MeasuredTest keeps =
            leakTest("keeps", trace().with(Pool.HEAP, flat(MIB, 12)).build());

    private Path jvmRunFile() throws IOException {
        try (var files = Files.list(place.resolve("jvm-runs"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private JvmRunFile begin(JvmRun jvm) {
        return new RunDirectory(place).begin(jvm, List.of("index.html"), ProcessStart::of);
    }

    @Test
    void aRunIsReadAsItWasWritten() throws IOException {
        Run run = run(leaks, keeps);

        new RunDirectory(place).write(run);

        assertThat(RunDirectory.readAll(List.of(place))).isEqualTo(run);
    }

    @Test
    void whatAJvmRecordedIsThereAsSoonAsItWasMeasured() throws IOException {
        try (JvmRunFile file = begin(JVM)) {
            file.add(leaks);

            assertThat(RunDirectory.readAll(List.of(place)).tests()).containsExactly(leaks);
            file.add(keeps);
            file.end(JVM);
            assertThat(file.trouble()).isEmpty();
        }

        assertThat(RunDirectory.readAll(List.of(place))).isEqualTo(run(leaks, keeps));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToADirectoryIsReadAndKeepsItsName() throws IOException {
        Path recorded = Files.createDirectories(place.resolve("runs/42"));
        Path latest = Files.createSymbolicLink(place.resolve("latest"), recorded);
        new RunDirectory(recorded).write(run(leaks, keeps));

        assertThat(RunDirectory.readAll(List.of(latest))).isEqualTo(run(leaks, keeps));

        Files.writeString(recorded.resolve("run.json"), "{}");
        assertThat(RunDirectory.readAll(List.of(latest)).problems())
                .singleElement()
                .asString()
                .startsWith(latest.resolve("run.json") + " is not a run of VramGuard");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToNoRunHasNone() throws IOException {
        Path latest =
                Files.createSymbolicLink(place.resolve("latest"), Files.createDirectories(place.resolve("runs/42")));

        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> RunDirectory.readAll(List.of(latest)))
                .withMessageStartingWith(latest + ": there is no run in it");
    }

    @Test
    void aRecordThatWasCutOffIsNamedAndCostsNoOther() throws IOException {
        try (JvmRunFile file = begin(JVM)) {
            file.add(leaks);
            file.add(keeps);
        }
        byte[] whole = Files.readAllBytes(jvmRunFile());
        Files.write(jvmRunFile(), Arrays.copyOf(whole, whole.length - 20));

        Run run = RunDirectory.readAll(List.of(place));

        assertThat(run.tests()).containsExactly(leaks);
        assertThat(run.problems())
                .singleElement()
                .asString()
                .contains("the last record is cut off, because its JVM was killed");
    }

    @Test
    void aRecordThatWasCutOffInsideACharacterCostsNoOther() throws IOException {
        try (JvmRunFile file = begin(JVM)) {
            file.add(leaks);
        }
        Files.write(jvmRunFile(), new byte[] {'"', (byte) 0xC2}, StandardOpenOption.APPEND);

        Run run = RunDirectory.readAll(List.of(place));

        assertThat(run.tests()).containsExactly(leaks);
        assertThat(run.problems()).singleElement().asString().contains("the last record is cut off");
    }

    @Test
    void ofAJvmThatWroteAFormatOfTheFutureNothingIsRead() throws IOException {
        try (JvmRunFile file = begin(new JvmRun(2, "1-2", "1-2.3-x", 1_000, null, null, RunFixture.MACHINE))) {
            file.add(leaks);
        }
        try (JvmRunFile file = begin(new JvmRun(1, "1-2", "1-2.4-y", 1_000, null, null, RunFixture.MACHINE))) {
            file.add(keeps);
        }

        Run run = RunDirectory.readAll(List.of(place));

        assertThat(run.tests()).containsExactly(keeps);
        assertThat(run.problems())
                .singleElement()
                .asString()
                .endsWith("has format 2, and this version reads format 1; use the version that wrote it");
    }

    @Test
    void whatIsNoRecordIsNamedByItsLineAndCostsNoOther() throws IOException {
        try (JvmRunFile file = begin(JVM)) {
            file.add(leaks);
        }
        Files.writeString(jvmRunFile(), "{\"benchmark\":1}\n{oh no}\nnull\n", StandardOpenOption.APPEND);
        Files.writeString(place.resolve("run.json"), "{\"benchmarks\":[]}");

        Run run = RunDirectory.readAll(List.of(place, place.resolve("run.json")));

        assertThat(run.tests()).containsExactly(leaks);
        assertThat(run.problems())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("line 3 is not a record of VramGuard: it has no \"jvmRun\""),
                        line -> assertThat(line).contains("line 4 is not a record of VramGuard: "),
                        line -> assertThat(line).endsWith("line 5 is not a record of VramGuard: null"),
                        file -> assertThat(file).endsWith("run.json is not a run of VramGuard: it has no \"format\""));
    }

    @Test
    void aFormatOfTheFutureIsLeftOut() throws IOException {
        Files.writeString(
                new RunDirectory(place).write(run(leaks)),
                Files.readString(place.resolve("run.json")).replaceFirst("\"format\":1", "\"format\":2"));

        assertThat(RunDirectory.readAll(List.of(place)).problems())
                .singleElement()
                .asString()
                .endsWith("has format 2, and this version reads format 1; use the version that wrote it");
    }

    @Test
    void aDirectoryWithoutARunIsRefused() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> RunDirectory.readAll(List.of(place)))
                .withMessageContaining("there is no run in it");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> RunDirectory.readAll(List.of(place.resolve("nowhere"))))
                .withMessageContaining("there is no such file or directory");
    }

    @Test
    void theFirstJvmOfABuildRemovesTheReportsOfTheOneBefore() throws IOException {
        Path page = Files.writeString(place.resolve("index.html"), "of the build before");
        Path foreign = Files.writeString(place.resolve("notes.txt"), "of the user");
        new RunDirectory(place).write(run(leaks));

        begin(JVM).close();

        assertThat(page).doesNotExist();
        assertThat(place.resolve("run.json")).doesNotExist();
        assertThat(foreign).exists();

        Files.writeString(page, "of this build");
        new RunDirectory(place).write(run(leaks));
        begin(new JvmRun(1, JVM.build(), "1-2.4-y", 1, null, null, RunFixture.MACHINE))
                .close();

        assertThat(page).exists();
        assertThat(place.resolve("run.json")).exists();
    }

    @Test
    void whereNoBuildRecordedBeforeNothingIsRemoved() throws IOException {
        Path page = Files.writeString(place.resolve("index.html"), "of the user");

        begin(JVM).close();

        assertThat(page).exists();
    }

    @Test
    void whatWasMadeOfARunTheLastTimeIsReadOnlyIfItIsNamed() throws IOException {
        Path out = place.resolve("out");
        new RunDirectory(place.resolve("module")).write(run(keeps));
        new RunDirectory(out).write(run(leaks));

        assertThat(RunDirectory.readAll(List.of(place), out).tests()).containsExactly(keeps);
        assertThat(RunDirectory.readAll(List.of(place, out), out).tests()).containsExactly(keeps, leaks);
        assertThat(RunDirectory.readAll(List.of(out.resolve("run.json")), out).tests())
                .containsExactly(leaks);
        assertThat(RunDirectory.readAll(List.of(place), place.resolve("elsewhere"))
                        .tests())
                .containsExactly(keeps, leaks);
    }

    @Test
    void recordsOfBuildsThatHaveEndedAreRemovedAndThoseOfOthersAreLeft() throws IOException {
        Build alive = Build.ofThisJvm(ProcessStart::of);
        begin(new JvmRun(1, "1-2", "1-2.3-x", 1, null, null, RunFixture.MACHINE))
                .close();
        JvmRun mine = JvmRun.begun(alive.toString(), 5, RunFixture.MACHINE);
        begin(mine).close();
        JvmRun other = JvmRun.begun(alive.pid() + "-1", 6, RunFixture.MACHINE);

        begin(other).close();

        assertThat(RunDirectory.readAll(List.of(place)).jvmRuns()).containsExactly(mine, other);
    }
}
