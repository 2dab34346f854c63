package io.github.vramguard.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.schema.Schema;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeSchemaTests {

    private static final Schema JUDGE = Schema.named("judge");

    private static List<String> judged() {
        String input = """
                id,pool,values
                flat,threads,3;4;4;4;4;4;4;4;4
                leak,heap,0;1048576;2097152;3145728;4194304;5242880;6291456;7340032;8388608
                short,native,0;1048576;gap
                """;
        StringWriter out = new StringWriter();
        Main.run(
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                "judge",
                "--json",
                "-");
        return out.toString().lines().toList();
    }

    @Test
    void eachLineMatchesTheSchema() {
        assertThat(judged()).hasSize(3).allSatisfy(line -> assertThat(JUDGE.faults(line))
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "/pool, null",
        "/unit, '\"MiB\"'",
        "/verdict, '\"BROKEN\"'",
        "/growthPerCycle, '\"1 MiB\"'",
        "/growthPerCycle, ''",
        "/bytesPerCycle, 1",
        "/cyclesNeeded, -1",
    })
    void aLineWithAWrongMemberDoesNotMatch(String member, String value) {
        assertThat(JUDGE.faultsWith(judged().get(0), member, value)).isNotEmpty();
    }
}
