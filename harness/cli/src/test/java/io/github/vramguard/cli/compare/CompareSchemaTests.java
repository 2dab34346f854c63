package io.github.vramguard.cli.compare;

import static io.github.vramguard.run.Measured.gap;
import static io.github.vramguard.run.Measured.pool;
import static io.github.vramguard.run.Measured.run;
import static io.github.vramguard.run.Measured.test;
import static io.github.vramguard.run.Result.FAILED;
import static io.github.vramguard.run.Result.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.schema.Schema;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareSchemaTests extends TwoSides {

    private static final Schema COMPARE = Schema.named("compare");

    private String compared() throws IOException {
        compare(
                run(test("A#a()", PASSED, pool(Pool.HEAP, 0), pool(Pool.gpu(0), 0)), test("A#old()", PASSED)),
                run(
                        test(
                                "A#a()",
                                FAILED,
                                pool(Pool.HEAP, 8 << 20),
                                gap(Pool.gpu(0), "no driver"),
                                pool(Pool.FILES, 1)),
                        test("A#new()", PASSED)),
                "--json");
        return out.toString();
    }

    @Test
    void whatIsPrintedMatchesTheSchema() throws IOException {
        assertThat(COMPARE.faults(compared())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/worse, 1",
        "/tests/0/test, '\"A#a() @NoLeak\"'",
        "/tests/0/change, '\"BROKEN\"'",
        "/amounts/0/machine, '\"Linux\"'",
        "/amounts/0/measure, '\"RESIDUE\"'",
        "/amounts/0/unit, ''",
        "/amounts/0/shift, '[0, 1, 2]'",
    })
    void aDocumentWithAWrongMemberDoesNotMatch(String member, String value) throws IOException {
        assertThat(COMPARE.faultsWith(compared(), member, value)).isNotEmpty();
    }
}
