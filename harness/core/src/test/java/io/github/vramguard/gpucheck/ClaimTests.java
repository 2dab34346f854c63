package io.github.vramguard.gpucheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.gpucheck.Claim.Check;
import io.github.vramguard.gpucheck.Outcome.Grade;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTests {

    private static Grade grade(Check check) {
        return new Claim("name", "expected", check).outcome().grade();
    }

    @Test
    void whatIsThrownIsAFailure() {
        assertThat(grade(() -> {
                    throw new IOException("no");
                }))
                .isEqualTo(Grade.FAIL);
    }

    @ParameterizedTest
    @CsvSource({
        "NAMESPACE_UNTRUSTED, NOT_CHECKED",
        "NOT_AVAILABLE, NOT_CHECKED",
        "NO_PERMISSION, NOT_CHECKED",
        "ABI_MISMATCH, FAIL",
        "UNPARSABLE, FAIL",
        "PID_NOT_VISIBLE, FAIL",
    })
    void aGapThatThisLibraryMayNotMendIsNoFailure(Reason reason, Grade grade) {
        assertThat(grade(() -> Outcome.recorded("" + Unreadable.bytes(new Gap(reason, "why")))))
                .isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({
        "held 268435456 context 0, PASS",
        "held 369098752 context 100663296, PASS",
        "held 0 context 0, FAIL",
        "held 10737418240 context 10737418240, FAIL",
        "held 268435455 context 0, FAIL",
        "held 371195905 context 100663296, FAIL",
        "gap NAMESPACE_UNTRUSTED: why, PASS",
        "'', FAIL",
        "Exception in thread main, FAIL",
    })
    void inAnotherNamespaceAGapIsAsGoodAsTheAmount(String printed, Grade grade) {
        assertThat(NamespaceClaim.outcome(new Ran(OptionalInt.of(0), printed)).grade())
                .isEqualTo(grade);
    }

    @Test
    void aTableSurvivesWhatIsMeasured() {
        String table = new Markdown()
                .table(List.of("a"), List.of(List.of("one|two\nthree")))
                .toString();
        assertThat(table).isEqualTo("| a |\n| --- |\n| one\\|two three |\n");
    }
}
