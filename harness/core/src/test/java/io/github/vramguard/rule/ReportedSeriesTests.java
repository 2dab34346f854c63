package io.github.vramguard.rule;

import static io.github.vramguard.memory.TraceFixture.GAP;
import static io.github.vramguard.memory.TraceFixture.trace;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.server.StartedServer;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.Preset;
import io.github.vramguard.verdict.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Series that somebody met. What is not decided has its reason in the table. */
class ReportedSeriesTests {

    private static final long KIB = 1024;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    # leaks
                    ollama-10597                 | Inconclusive | 15 of the 20 cycles were not reported, and three steps are left
                    llamacpp-25835-mtp-graphs-on | Failed       |
                    senpi-1948-before            | Inconclusive | 4 cycles
                    m-kherud-mid                 | Failed       |
                    m-ort-noclose                | Inconclusive | 10 cycles of a straight line, which is certain at 11
                    omlx-resident                | Inconclusive | 8 cycles of a straight line, which is certain at 11
                    omlx-gpu                     | Failed       |
                    # none
                    ort-25996                    | Passed         |
                    ollama-17924                 | Inconclusive | 5 readings of a ramp that was over after 60 requests
                    senpi-1948-after             | Inconclusive | 4 cycles
                    club3090-986                 | Passed         |
                    club3090-1124                | Inconclusive | only 5 quiet cycles since the warm-up
                    club3090-849                 | Inconclusive | 2 MiB a session: only 2 quiet cycles since the last
                    club3090-93                  | Passed         |
                    lcpp-python-1817             | Inconclusive | 7 cycles
                    returnn-1478-allocated       | Passed         |
                    m-lcpp-clean-mid             | Passed         |
                    m-lcpp-clean-tiny30          | Passed         |
                    m-lcpp-growing-ctx           | Passed         |
                    m-lcpp-growing-ctx-loaded    | Inconclusive | 7 cycles of a workload that grows
                    m-server-unique-cram64       | Passed         |
                    m-server-same                | Passed         |
                    m-server-conversation        | Passed         |
                    m-router-load-unload         | Inconclusive | 6 cycles
                    llamacpp-25740               | Inconclusive | 10 cycles of a straight line: a cache that fills evenly
                    # a leak of 97 KiB a cycle, below the 2 MiB that resident memory is forgiven
                    m-ort-tensor-leak            | Passed         |
                    """)
    void getTheirVerdict(String name, String verdict, String why) throws IOException {
        assertThat(LeakRule.standard().judge(series().get(name)).getClass().getSimpleName())
                .isEqualTo(verdict);
        assertThat(why != null).isEqualTo(verdict.equals("Inconclusive"));
    }

    @Test
    void areAllJudged() throws IOException {
        assertThat(series()).hasSize(26);
    }

    @Test
    void aStraightLineIsCalledOne() throws IOException {
        assertThat(LeakRule.standard().judge(series().get("omlx-resident")))
                .isInstanceOfSatisfying(Verdict.Inconclusive.class, open -> assertThat(open.reasons())
                        .extracting(InconclusiveReason::detail)
                        .containsExactly(
                                "has grown in a straight line for 8 cycles; a leak can be proven from cycle 11 on"));
    }

    /** With one more entry, its readings alone would be those of a leak. */
    @Test
    void aLargerCacheThatFillsEvenlyIsInconclusiveWhereItsServerIsKnown() throws IOException {
        long[] reported = series().get("llamacpp-25740").series(Pool.RESIDENT).stream()
                .mapToLong(level -> level.amount().orElseThrow())
                .toArray();
        long[] levels = Arrays.copyOf(reported, reported.length + 1);
        levels[reported.length] = reported[reported.length - 1] + reported[1];
        assertThat(LeakRule.standard().judge(trace().with(Pool.RESIDENT, levels).build()))
                .isInstanceOf(Verdict.Failed.class);
        Trace known = trace().with(Pool.RESIDENT, levels)
                .with(StartedServer.of("llama-server", "-m a.gguf", Map.of()))
                .build();

        assertThat(LeakRule.standard().judge(known)).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void aSmallLeakOfResidentMemoryIsNotKeptWhereLessIsForgiven() throws IOException {
        Trace trace = series().get("m-ort-tensor-leak");

        assertThat(LeakRule.with(Preset.STANDARD, Map.of(Pool.RESIDENT, 64 * KIB))
                        .judge(trace))
                .isInstanceOf(Verdict.Inconclusive.class);
    }

    private static Map<String, Trace> series() throws IOException {
        InputStream resource =
                Objects.requireNonNull(ReportedSeriesTests.class.getResourceAsStream("/verdict/reported.csv"));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",")))
                    .collect(Collectors.toMap(cells -> cells.get(0), ReportedSeriesTests::parse));
        }
    }

    private static Trace parse(List<String> cells) {
        long[] levels = Arrays.stream(cells.get(4).split(";"))
                .mapToLong(level -> level.equals("-") ? GAP : Long.parseLong(level))
                .toArray();
        return trace().with(Pool.named(cells.get(1)), levels).build();
    }
}
