package io.github.vramguard.cli.history;

import static io.github.vramguard.run.Measured.pool;
import static io.github.vramguard.run.Measured.run;
import static io.github.vramguard.run.Measured.test;
import static io.github.vramguard.run.Result.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.RunFixture;
import io.github.vramguard.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistorySchemaTests extends TypedHistory {

    private static final Schema SERIES = Schema.named("history");
    private static final Schema LINE = SERIES.part("#/$defs/line");

    private String shown() throws IOException {
        for (int i = 1; i <= 6; i++) {
            add(
                    run(RunFixture.MACHINE, i, test("A#a()", PASSED, pool(Pool.HEAP, i < 4 ? 0 : 8 << 20))),
                    "--commit",
                    i + "abcdef01234567",
                    "--time",
                    "2026-11-0" + i + "T12:00:00Z");
        }
        out.getBuffer().setLength(0);
        history(Map.of(), "show", "--json");
        return out.toString();
    }

    @Test
    void aSeriesMatchesTheSchema() throws IOException {
        assertThat(shown()).contains("\"changes\":[{").satisfies(series -> assertThat(SERIES.faults(series))
                .isEmpty());
    }

    @Test
    void aLineOfTheFileMatchesTheSchema() throws IOException {
        shown();

        assertThat(Files.readAllLines(file())).hasSize(6).allSatisfy(line -> assertThat(LINE.faults(line))
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "/test/check, ''",
        "/measure, '\"growth\"'",
        "/points/0/amount, '\"8 MiB\"'",
        "/changes/0/before, null",
        "/name, '\"heap\"'",
    })
    void aSeriesWithAWrongMemberDoesNotMatch(String member, String value) throws IOException {
        assertThat(SERIES.faultsWith(shown(), member, value)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/format, 2",
        "/machine, '\"Linux\"'",
        "/pools/0/pool, ''",
        "/tests/A#a() @NoLeak, '[0.5]'",
    })
    void aLineWithAWrongMemberDoesNotMatch(String member, String value) throws IOException {
        assertThat(LINE.faultsWith(firstLine(), member, value)).isNotEmpty();
    }

    private String firstLine() throws IOException {
        shown();
        return Files.readAllLines(file()).get(0);
    }
}
