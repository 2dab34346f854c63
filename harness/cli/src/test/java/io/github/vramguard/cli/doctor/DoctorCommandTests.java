package io.github.vramguard.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.vramguard.cli.Typed;
import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.Trial;
import io.github.vramguard.verdict.InconclusiveReason;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorCommandTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Bench bench, Terminal terminal, String... arguments) {
        PrintWriter printed = new PrintWriter(out);
        return Typed.run(
                List.of(new DoctorCommand(printed, terminal, bench)), printed, new PrintWriter(err), arguments);
    }

    private int run(Bench bench, String... arguments) {
        return run(bench, Terminal.dumb(true), arguments);
    }

    @Test
    void aLeakThatIsMissedIsAFailure() {
        assertThat(run(SelfTestTests.BLIND, "doctor")).isEqualTo(1);
        assertThat(out.toString())
                .contains("failed: 2 MiB leaked per cycle: not detected")
                .contains("passed: 2 MiB allocated and released")
                .contains("the self-test FAILED");
    }

    @Test
    void aControlThatIsBlamedIsAFailure() {
        assertThat(run(SelfTestTests.JUMPY, "doctor", "--json")).isEqualTo(1);
        assertThat(out.toString()).contains("\"plant\":\"CONTROL\",\"outcome\":\"FAILED\"");
    }

    @Test
    void whatCannotBeTestedIsNeitherAFailureNorAPass() {
        Bench unreadable =
                SelfTestTests.doubting(InconclusiveReason.Cause.UNREADABLE, "run without -XX:+DisableExplicitGC");

        assertThat(run(unreadable, "doctor")).isZero();
        assertThat(out.toString())
                .contains("not tested: run without -XX:+DisableExplicitGC")
                .containsPattern("the self-test could not run for heap and\\s+native\\.")
                .doesNotContain("passed");
    }

    @Test
    void thePoolsOfThisMachineAreShown() {
        assertThat(run(SelfTestTests.JUMPY, "doctor", "--no-self-test")).isZero();
        assertThat(out.toString())
                .contains("Machine", "  system", "  collector", "Memory of this JVM (pid ")
                .containsPattern("  heap +\\d.* of \\d.*, by jvm \\(management beans\\), exact")
                .containsPattern("\\d+ of \\d+ pools can be read here\\.")
                .doesNotContain("Self-test");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void anotherProcessIsNotTested() {
        String pid =
                Long.toString(ProcessHandle.current().parent().orElseThrow().pid());

        assertThat(run(SelfTestTests.JUMPY, "doctor", "--pid", pid)).isZero();
        assertThat(out.toString())
                .contains("(pid " + pid + ")", "  resident")
                .doesNotContain("Self-test", "  heap", "  collector");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 4194305})
    void aProcessThatIsNotThereIsNamed(long pid) {
        assertThat(run(SelfTestTests.JUMPY, "doctor", "--pid=" + pid)).isEqualTo(3);
        assertThat(err.toString()).isEqualTo("vramguard: no process with the id " + pid + " is running\n");
    }

    @Test
    void aWrongSettingIsNamed() {
        System.setProperty("vramguard.pool", "heap");
        try {
            assertThat(run(SelfTestTests.JUMPY, "doctor")).isEqualTo(3);
        } finally {
            System.clearProperty("vramguard.pool");
        }
        assertThat(err.toString()).startsWith("vramguard: vramguard.pool is not a setting; there are ");
    }

    @Test
    void aSettingInEffectIsShown() {
        System.setProperty("vramguard.sources", "jvm");
        try {
            assertThat(run(SelfTestTests.JUMPY, "doctor", "--no-self-test")).isZero();
        } finally {
            System.clearProperty("vramguard.sources");
        }
        assertThat(out.toString()).contains("vramguard.sources jvm").doesNotContain("  resident  ");
    }

    @Test
    void aTerminalSeesTheProgress() {
        Terminal terminal = new Terminal(true, true, () -> new Terminal.Size(60, 24));
        run(SelfTestTests.BLIND, terminal, "doctor");

        assertThat(out.toString()).contains("\rSelf-test: native, 8 MiB leaked per cycle ...\033[K");
    }

    @Test
    void jsonIsOneObjectInAscii() throws IOException {
        assertThat(run(SelfTestTests.JUMPY, "doctor", "--json", "--no-self-test"))
                .isZero();

        List<String> names = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(out.toString())) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                names.add(json.currentName());
                json.nextToken();
                json.skipChildren();
            }
            assertThat(json.nextToken()).isNull();
        }
        assertThat(names).containsExactly("target", "machine", "settings", "pools", "limitations", "selfTest");
        assertThat(out.toString()).endsWith("}\n").hasLineCount(1);
    }

    @Test
    void aRefusedSourceIsShownWithItsWholeReason() {
        Examination found = new Examination(
                "python (pid 4711)",
                Map.of(),
                Map.of(),
                PoolSurvey.of(List.of(
                        new Trial(
                                Pool.gpu(0),
                                "nvml",
                                Origin.exact("NVML"),
                                new Gap(
                                        Reason.PID_NOT_VISIBLE,
                                        "process ids are those of the machine; run with --pid=host")),
                        new Trial(
                                Pool.gpu(0),
                                "device",
                                new Origin("NVML", "NVIDIA L4", Quality.MIXED, OptionalLong.of(24L << 30)),
                                new Reading.Bytes(3L << 20)))),
                List.of());
        DoctorText text = new DoctorText(new PrintWriter(out), 60);
        text.print(found);
        text.conclude(found, List.of());

        assertThat(out).hasToString("""
                        Machine

                        Settings
                          defaults    no setting is changed

                        Memory of python (pid 4711)
                          gpu0        3 MiB of 24 GiB, by device (NVML on NVIDIA
                                      L4), mixed with other memory
                                      nvml: process ids are those of the machine;
                                      run with --pid=host

                        1 of 1 pools can be read here.
                        """);
        assertThat(DoctorJson.of(found, List.of()))
                .contains("\"pools\":[{\"pool\":\"gpu0\",\"unit\":\"BYTES\",\"source\":\"device\","
                        + "\"origin\":\"NVML on NVIDIA L4\",\"quality\":\"MIXED\",\"reading\":3145728,"
                        + "\"capacity\":25769803776,\"gaps\":[{\"source\":\"nvml\",\"reason\":\"PID_NOT_VISIBLE\","
                        + "\"detail\":\"process ids are those of the machine; run with --pid=host\"}]}]");
    }

    @Test
    void aPoolThatNobodyReadsHasNoAmountInJson() {
        Examination found = new Examination(
                "x",
                Map.of(),
                Map.of(),
                PoolSurvey.of(List.of(new Trial(
                        Pool.gpu(0), "gpu", Origin.exact("GPU driver"), new Gap(Reason.NOT_PRESENT, "no driver")))),
                List.of());

        assertThat(DoctorJson.of(found, List.of())).contains("\"gpu0\"").doesNotContain("\"reading\"", "\"capacity\"");
    }
}
