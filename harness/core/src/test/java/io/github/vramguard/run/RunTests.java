package io.github.vramguard.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTests {

    private static final List<JvmRun> JVM_RUNS = List.of(jvmRun("a", "17"), jvmRun("b", "17"), jvmRun("c", "21"));

    private static JvmRun jvmRun(String id, String jdk) {
        return new JvmRun(JvmRun.FORMAT, "1-2", id, 1, 2L, 0L, new Machine("Linux amd64", jdk, List.of(), ""));
    }

    /** Written as the id of a JVM, the time, and the result: {@code a 5 PASSED}. */
    private static MeasuredTest test(String written) {
        String[] parts = written.split(" ");
        return new MeasuredTest(
                new TestCase("A#a()", "@NoLeak", "a()", null, null),
                parts[0],
                Long.parseLong(parts[1]),
                1,
                1,
                Result.valueOf(parts[2]),
                "headline",
                "",
                "this JVM",
                new Timeline(List.of(), List.of(), 0, List.of(), null),
                List.of());
    }

    /** JVMs a and b ran on one JDK and c on another; of d nothing is known. */
    @ParameterizedTest
    @CsvSource({
        "a 5 FAILED | a 5 PASSED,               a 5 PASSED",
        "a 5 FAILED | b 6 PASSED,               b 6 PASSED",
        "b 6 PASSED | a 5 FAILED,               b 6 PASSED",
        "a 5 FAILED | c 6 PASSED,               a 5 FAILED | c 6 PASSED",
        "c 6 PASSED | a 5 FAILED,               a 5 FAILED | c 6 PASSED",
        "c 4 PASSED | a 5 FAILED | b 7 PASSED,    b 7 PASSED | c 4 PASSED",
        "d 9 PASSED | a 5 FAILED,               d 9 PASSED | a 5 FAILED",
        "d 9 PASSED | e 8 FAILED,               d 9 PASSED",
    })
    void theLastTimeCountsOnEachClassOfMachine(String recorded, String counted) {
        List<MeasuredTest> tests =
                Arrays.stream(recorded.split(" \\| ")).map(RunTests::test).toList();

        assertThat(Run.of(JVM_RUNS, tests, List.of()).tests().stream()
                        .map(test -> test.jvmRun() + " " + test.startedAt() + " " + test.result())
                        .collect(Collectors.joining(" | ")))
                .isEqualTo(counted);
    }
}
