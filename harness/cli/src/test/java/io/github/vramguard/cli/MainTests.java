package io.github.vramguard.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTests {

    private static final String HEADER = "id,pool,values\n";
    private static final String PASSED = "idle,threads,3;4;4;4;4;4;4;4;4\n";
    private static final String FAILED = "pool,threads,3;4;5;6;7;8;9;10;11\n";
    private static final String OPEN = "short,gpu0,0;1048576;1048576\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String input, String... arguments) {
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(UTF_8));
        return Main.run(in, new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void eachSeriesIsALineAndTheirTotalIsTheLast() {
        assertThat(run(HEADER + PASSED + FAILED + OPEN, "judge", "-")).isEqualTo(1);
        assertThat(out).hasToString("""
                        idle              PASSED        FLAT                0.00    -
                        pool              FAILED        LEAK                1.00    -
                        short             INCONCLUSIVE  INCONCLUSIVE         0 B    6
                        3 series: 1 failed, 1 inconclusive, 1 passed
                        """);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aSingleSeriesNeedsNoTotal() {
        assertThat(run(HEADER + PASSED, "judge", "-")).isZero();
        assertThat(out).hasToString("idle              PASSED        FLAT                0.00    -\n");
    }

    @Test
    void jsonIsAnObjectALineWithTheReasons() {
        assertThat(run(HEADER + FAILED + "\"a \"\"ü\"\"\",gpu0,0;1048576;1048576\n", "judge", "--json", "-"))
                .isEqualTo(1);
        assertThat(out)
                .hasToString("{\"id\":\"pool\",\"pool\":\"threads\",\"unit\":\"COUNT\",\"verdict\":\"FAILED\","
                        + "\"shape\":\"LEAK\",\"cycles\":8,\"growthPerCycle\":1.00,\"cyclesNeeded\":0,"
                        + "\"reasons\":[\"recurrent steps in 6 of 6 cycles after warm-up\"]}\n"
                        + "{\"id\":\"a \\\"\\u00FC\\\"\",\"pool\":\"gpu0\",\"unit\":\"BYTES\","
                        + "\"verdict\":\"INCONCLUSIVE\",\"shape\":\"INCONCLUSIVE\",\"cycles\":2,"
                        + "\"growthPerCycle\":0,\"cyclesNeeded\":6,\"reasons\":[\"too few cycles: 2 of at least 8\","
                        + "\"needs 6 more cycles without growth\"]}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "PASSED, '', 0",
        "OPEN, '', 2",
        "OPEN, --allow-inconclusive, 0",
        "OPEN and PASSED, '', 2",
        "FAILED, '', 1",
        "FAILED and OPEN, '', 1",
        "FAILED and OPEN, --allow-inconclusive, 1",
        "FAILED and PASSED, --json, 1",
    })
    void theExitCodeSaysTheWorstVerdict(String series, String option, int code) {
        String lines = series.replace("PASSED", PASSED)
                .replace("OPEN", OPEN)
                .replace("FAILED", FAILED)
                .replace(" and ", "");

        String[] arguments = option.isEmpty() ? new String[] {"judge", "-"} : new String[] {"judge", option, "-"};
        assertThat(run(HEADER + lines, arguments)).isEqualTo(code);
    }

    @Test
    void aFileIsNamedInTheOutputAndThePoolByAnOption(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("threads.txt"), "3\n4\n5\n6\n7\n8\n9\n10\n11\n");

        assertThat(run("", "judge", "--pool", "threads", file.toString())).isEqualTo(1);
        assertThat(out.toString()).startsWith(file + "  FAILED        LEAK                1.00    -");
    }

    @Test
    void thePoolIsDeviceMemoryByDefault() {
        assertThat(run("3\n4\n5\n6\n7\n8\n9\n10\n11\n", "judge", "-")).isZero();
        assertThat(out).hasToString("-                 PASSED        FLAT                 0 B    -\n");
    }

    @Test
    void withoutABaselineTheFirstValueIsThatOfTheFirstCycle() {
        String cycles = "4\n4\n4\n4\n4\n4\n4\n4\n";

        assertThat(run(cycles, "judge", "-")).isEqualTo(2);
        assertThat(run(cycles, "judge", "--no-baseline", "-")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                    | -: is empty; accepted are CSV",
                "# only a comment                      | -: is empty; accepted are CSV",
                "id,pool,values                        | -: there is a header, but no series",
                "pid, used_gpu_memory [MiB]            | -: there is a header, but no series",
                "time,level                            | -, line 1: \"time,level\" does not begin a known format",
                "id,pool,values;a,vrm,1                | -, line 2: \"vrm\" is not a pool; there are gpu0,",
                "3;x                                   | -, line 2: \"x\" is not a level; write a number",
            })
    void badInputIsRefusedWithItsPlace(String input, String problem) {
        assertThat(run(input.replace(';', '\n'), "judge", "-")).isEqualTo(3);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("vramguard: " + problem);
    }

    @Test
    void nothingIsJudgedFromABadLineOn() {
        assertThat(run(HEADER + PASSED + "bad,threads,3;x\n" + FAILED, "judge", "-"))
                .isEqualTo(3);
        assertThat(out.toString()).startsWith("idle").hasLineCount(1);
        assertThat(err.toString())
                .startsWith("vramguard: -, line 3: \"x\" is not a level")
                .hasLineCount(1);
    }

    @Test
    void aFileThatCannotBeReadIsNamed(@TempDir Path folder) {
        assertThat(run("", "judge", folder.resolve("none.csv").toString())).isEqualTo(3);
        assertThat(run("", "judge", folder.toString())).isEqualTo(3);
        assertThat(err.toString())
                .startsWith("vramguard: " + folder.resolve("none.csv") + ": there is no such file")
                .contains("vramguard: " + folder + ": cannot be read: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "judge                | Missing required parameter: 'FILE' | See vramguard judge --help",
                "judge -x a           | Unknown option: '-x'               | See vramguard judge --help",
                "judge --pool vrm a   | Invalid value for option '--pool': \"vrm\" is not a pool; there are gpu0,"
                        + " | See vramguard judge --help",
                "judge --pool vram a  | Invalid value for option '--pool': \"vram\" is not a pool; use gpu0"
                        + " | See vramguard judge --help",
                "judge --signal rss a | Invalid value for option '--signal': use --pool with the name of a pool"
                        + " | See vramguard judge --help",
                "juge                 | Unmatched argument at index 0: 'juge' | See vramguard --help",
            })
    void wrongUsageIsSaidInTwoLines(String arguments, String problem, String hint) {
        assertThat(run("", arguments.split(" "))).isEqualTo(3);
        assertThat(err.toString())
                .startsWith("vramguard: " + problem)
                .endsWith(hint + System.lineSeparator())
                .hasLineCount(2);
    }

    @Test
    void verdictsThatCannotBePrintedAreNoSuccess() {
        PrintWriter full = new PrintWriter(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        });
        ByteArrayInputStream in = new ByteArrayInputStream((HEADER + PASSED).getBytes(UTF_8));

        assertThat(Main.run(in, full, new PrintWriter(err), "judge", "-")).isEqualTo(3);
        assertThat(err.toString()).startsWith("vramguard: the verdicts could not be printed");
    }

    @Test
    void helpNamesTheOptionsTheirDefaultsAndTheExitCodes() {
        assertThat(run("", "--help")).isZero();
        assertThat(run("", "judge", "--help")).isZero();
        assertThat(out.toString())
                .contains("Usage: vramguard [-hV] COMMAND", "Usage: vramguard judge [-hV]")
                .containsPattern("judge +Judges series")
                .containsPattern("doctor +Shows which memory can be measured")
                .containsPattern("watch +Shows the memory of running")
                .contains("(default: gpu0)", "--no-baseline", "--json", "--allow-inconclusive")
                .contains("Exit codes:", "  2   none failed, but one is inconclusive")
                .contains("Examples:", "vramguard judge recorded.csv");
    }

    @Test
    void theVersionNamesTheJavaItRunsOn() {
        assertThat(run("", "--version")).isZero();
        assertThat(out.toString()).startsWith("vramguard ").contains("Java " + Runtime.version());
    }
}
