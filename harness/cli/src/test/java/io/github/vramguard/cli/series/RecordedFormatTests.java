package io.github.vramguard.cli.series;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.cli.Typed;
import io.github.vramguard.cli.usage.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedFormatTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int judge(String lines) {
        ByteArrayInputStream in = new ByteArrayInputStream((RecordedFormat.HEADER + "\n" + lines).getBytes(UTF_8));
        return Typed.run(in, new PrintWriter(out), new PrintWriter(err), "judge", "-");
    }

    @Test
    void eachNameIsASeries() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            lines.append("2026-01-01T00:00:0")
                    .append(i)
                    .append("Z,a/1/threads,threads,exact,")
                    .append(i)
                    .append('\n');
            lines.append("2026-01-01T00:00:0").append(i).append("Z,\"b, c/2/files\",files,exact,7\n");
        }

        assertThat(judge(lines.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(out).hasToString("""
                        a/1/threads       FAILED        LEAK                1.00    -
                        b, c/2/files      PASSED        FLAT                0.00    -
                        2 series: 1 failed, 0 inconclusive, 1 passed
                        """);
    }

    @Test
    void aGapNeverPasses() {
        assertThat(judge("t,a,threads,exact,1\n".repeat(9) + "t,a,threads,exact,gap\n" + "t,a,threads,exact,1\n"))
                .isEqualTo(ExitCode.INCONCLUSIVE);
        assertThat(out.toString()).contains("INCONCLUSIVE  FLAT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t,a,threads         | \"t,a,threads\" is not a line of time,id,pool,quality,level",
                "t,a,thread,exact,1  | \"thread\" is not a pool; there are gpu0,",
                "t,a,threads,good,1  | \"good\" is not a quality; use exact or mixed",
                "t,a,threads,exact,x | \"x\" is not a level; write a number",
            })
    void whatIsNotALineIsRefusedWithItsPlace(String line, String problem) {
        assertThat(judge(line)).isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(err.toString()).startsWith("vramguard: -, line 2: " + problem);
    }
}
