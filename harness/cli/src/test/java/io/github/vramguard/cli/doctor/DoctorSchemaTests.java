package io.github.vramguard.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.cli.Typed;
import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.schema.Schema;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorSchemaTests {

    private static final Schema DOCTOR = Schema.named("doctor");

    private static String examined() {
        StringWriter out = new StringWriter();
        PrintWriter printed = new PrintWriter(out);
        Typed.run(
                List.of(new DoctorCommand(printed, Terminal.dumb(true), SelfTestTests.BLIND)),
                printed,
                printed,
                "doctor",
                "--json");
        return out.toString();
    }

    @Test
    void whatIsFoundOnThisMachineMatchesTheSchema() {
        assertThat(DOCTOR.faults(examined())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/target, null",
        "/machine/system, 1",
        "/weaknesses, '[]'",
        "/pools/0/pool, ''",
        "/pools/0/unit, '\"MiB\"'",
        "/selfTest/0/outcome, '\"CAUGHT\"'",
    })
    void aDocumentWithAWrongMemberDoesNotMatch(String member, String value) {
        assertThat(DOCTOR.faultsWith(examined(), member, value)).isNotEmpty();
    }
}
