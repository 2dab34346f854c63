package io.github.vramguard.history;

import static io.github.vramguard.run.Measured.gap;
import static io.github.vramguard.run.Measured.leakTest;
import static io.github.vramguard.run.Measured.pool;
import static io.github.vramguard.run.Measured.run;
import static io.github.vramguard.run.Measured.test;
import static io.github.vramguard.run.Result.NOT_JUDGED;
import static io.github.vramguard.run.Result.PASSED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFileTests {

    @TempDir
    private Path folder;

    private HistoryFile file = new HistoryFile(Path.of(""));

    @BeforeEach
    void nameFile() {
        file = new HistoryFile(folder.resolve("sub/history.jsonl"));
    }

    private static Commit commit(int number) {
        return new Commit("c" + number, Instant.EPOCH.plusSeconds(number));
    }

    private static Run measured(long startedAt, long heap) {
        return run(RunFixture.MACHINE, startedAt, test("A#a()", PASSED, pool(Pool.HEAP, heap)));
    }

    private List<Long> heap() throws IOException {
        return file.read().series().get(0).points().stream().map(Point::amount).toList();
    }

    @Test
    void whatIsAddedIsRead() throws IOException {
        Run run = run(
                test("A#a()", PASSED, pool(Pool.HEAP, 1), pool(Pool.THREADS, 2)),
                test("A#b()", PASSED, pool(Pool.HEAP, 3), gap(Pool.THREADS, "no")),
                leakTest("A#c()", PASSED, pool(Pool.HEAP, 4)),
                test("A#d()", NOT_JUDGED, pool(Pool.HEAP, 5)));

        assertThat(file.add(commit(1), run)).isEqualTo(2);
        assertThat(file.read().problems()).isEmpty();
        assertThat(file.read().series())
                .extracting(series -> series.quantity().test() + " "
                        + series.quantity().pool() + " " + series.quantity().measure() + " "
                        + series.points().get(0).amount())
                .containsExactly(
                        "A#a() @NoLeak heap residual 1",
                        "A#a() @NoLeak threads residual 2",
                        "A#b() @NoLeak heap residual 3",
                        "A#c() @LeakTest heap growth per cycle 4");
    }

    @Test
    void theSameRunIsAddedOnce() throws IOException {
        file.add(commit(1), measured(1, 100));

        assertThat(file.add(commit(1), measured(1, 100))).isZero();
        assertThat(Files.readAllLines(file.path())).hasSize(1);
    }

    @Test
    void otherRunsOfACommitAreRepeatedMeasurements() throws IOException {
        file.add(commit(1), measured(1, 100));
        file.add(commit(1), measured(2, 900));
        file.add(commit(1), measured(3, 110));

        assertThat(heap()).containsExactly(110L);
    }

    @Test
    void commitsAreOrderedByTheirTimeAndNotByTheirLines() throws IOException {
        for (int i = 1; i <= 20; i++) {
            file.add(commit(i), measured(i, i));
        }
        History inOrder = file.read();
        List<String> lines = new ArrayList<>(Files.readAllLines(file.path()));
        lines.addAll(lines.subList(3, 7));
        Collections.shuffle(lines, new Random(1));
        Files.write(file.path(), lines);

        assertThat(file.read()).isEqualTo(inOrder);
    }

    @Test
    void commitsOfTheSameSecondAreOrderedByTheirFirstMeasurement() throws IOException {
        file.add(new Commit("b", Instant.EPOCH), measured(2, 20));
        file.add(new Commit("c", Instant.EPOCH), measured(1, 10));
        file.add(new Commit("a", Instant.EPOCH), measured(3, 30));
        file.add(new Commit("c", Instant.EPOCH), measured(4, 10));

        assertThat(heap()).containsExactly(10L, 20L, 30L);
        assertThat(file.read().commits()).extracting(Commit::id).containsExactly("c", "b", "a");
    }

    @Test
    void theLastCommitsAreThoseOfTheWholeHistory() throws IOException {
        file.add(commit(1), run(RunFixture.MACHINE, 1, test("A#gone()", PASSED, pool(Pool.HEAP, 1))));
        file.add(commit(3), measured(3, 1));
        file.add(commit(2), measured(2, 1));

        assertThat(file.read().last(2)).containsExactlyInAnyOrder(commit(2), commit(3));
        assertThat(file.read().last(9)).hasSize(3);
    }

    @Test
    void aByteThatIsNoTextSpoilsItsLineAndNoOther() throws IOException {
        file.add(commit(1), measured(1, 1));
        byte[] spoiled = Files.readString(file.path()).replace("A#a()", "A#?()").getBytes(UTF_8);
        spoiled[new String(spoiled, UTF_8).indexOf('?')] = (byte) 0xff;
        Files.write(file.path(), spoiled, StandardOpenOption.APPEND);
        file.add(commit(2), run(RunFixture.MACHINE, 2, test("A#ä()", PASSED, pool(Pool.HEAP, 2))));

        History history = file.read();
        assertThat(history.series())
                .extracting(series -> series.quantity().test())
                .containsExactly("A#a() @NoLeak", "A#ä() @NoLeak");
        assertThat(history.problems()).singleElement().asString().contains("history.jsonl, line 2 ", "UTF-8");
        assertThat(file.add(commit(2), run(RunFixture.MACHINE, 2, test("A#ä()", PASSED, pool(Pool.HEAP, 2)))))
                .isZero();
    }

    @Test
    void aLineThatLacksItsEndGetsOne() throws IOException {
        file.add(commit(1), measured(1, 1));
        Files.writeString(file.path(), Files.readString(file.path()).strip());
        file.add(commit(2), measured(2, 2));

        assertThat(heap()).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<<<<<<< HEAD",
                "{\"format\":1,\"commit\":\"c",
                "{\"format\":1}",
                "[]",
                "{\"format\":1,\"commit\":null,\"at\":\"2026-11-24T00:00:00Z\",\"run\":1,\"machine\":\"\","
                        + "\"measure\":\"PEAK\",\"pools\":[],\"tests\":{\"A\":[]}}",
                "null",
                "{\"format\":1,\"commit\":\"c\",\"at\":\"yesterday\",\"run\":1,\"machine\":\"\",\"measure\":\"PEAK\","
                        + "\"pools\":[],\"tests\":{}}",
                "{\"format\":1,\"commit\":\"c\",\"at\":\"2026-11-24T00:00:00Z\",\"run\":1,\"machine\":\"\","
                        + "\"measure\":\"PEAK\",\"pools\":[],\"tests\":{\"A\":[1]}}",
                "{\"format\":1,\"commit\":\"c\",\"at\":\"2026-11-24T00:00:00Z\",\"run\":1,\"machine\":\"\","
                        + "\"measure\":\"PEAK\",\"pools\":[{\"name\":\"heap\",\"unit\":\"MILES\",\"source\":\"\",\"quality\":\"EXACT\"}],"
                        + "\"tests\":{\"A\":[1]}}",
                "{\"format\":2,\"commit\":\"c\",\"at\":\"2026-11-24T00:00:00Z\",\"run\":1,\"machine\":\"\","
                        + "\"measure\":\"PEAK\",\"pools\":[],\"tests\":{}}",
            })
    void whatIsNoLineIsNamedAndTheRestIsRead(String line) throws IOException {
        file.add(commit(1), measured(1, 1));
        Files.writeString(file.path(), line + "\n\n", StandardOpenOption.APPEND);
        file.add(commit(2), measured(2, 2));

        assertThat(heap()).containsExactly(1L, 2L);
        assertThat(file.read().problems()).singleElement().asString().contains("history.jsonl, line 2 ");
    }

    @Test
    void aFileThatIsMissingIsRefused() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(file::read)
                .withMessageContaining("vramguard history add creates it");
    }
}
