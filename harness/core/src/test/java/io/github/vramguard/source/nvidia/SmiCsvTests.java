package io.github.vramguard.source.nvidia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Gpu;
import io.github.vramguard.source.gpu.Refusal;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmiCsvTests {

    private static final long MIB = 1 << 20;
    private static final String UUID = "GPU-1ffe36ef-ac55-60ad-f9cf-623871e7736d";
    private static final String PYTHON = UUID + ", 29907, 47119, /home/dell/anaconda3/envs/gradpu/bin/python\n";

    @Test
    void aProcessHasMebibytes() throws Refusal {
        assertThat(SmiCsv.processes(PYTHON))
                .isEqualTo(Map.of(UUID, List.of(new SmiProcess("", 29907, new Bytes(47119 * MIB)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a, b, 7", "x,y", "", "C:\\a\\b.exe", "[N/A]", ", 5, 5"})
    void theNameOfAProcessMayContainCommas(String name) throws Refusal {
        assertThat(SmiCsv.processes(UUID + ", 5, 12, " + name + "\n").get(UUID))
                .containsExactly(new SmiProcess("", 5, new Bytes(12 * MIB)));
    }

    @Test
    void theNameOfAGpuMayContainCommas() throws Refusal {
        assertThat(SmiCsv.gpus(UUID + ", 00000000:01:00.0, 24564, 512, NVIDIA RTX, special\n"))
                .containsExactly(new SmiGpu(
                        new Gpu(UUID, "NVIDIA RTX, special", OptionalLong.of(24564 * MIB)),
                        "00000000:01:00.0",
                        new Bytes(512 * MIB)));
    }

    @Test
    void gpusAreInTheOrderOfTheirAddresses() throws Refusal {
        String text = "GPU-b, 00000000:41:00.0, 1, 1, B\nGPU-a, 00000000:01:00.0, 1, 1, A\n";
        assertThat(SmiCsv.gpus(text)).extracting(gpu -> gpu.gpu().id()).containsExactly("GPU-a", "GPU-b");
    }

    @ParameterizedTest
    @CsvSource({
        "[N/A], NOT_AVAILABLE",
        "N/A, NOT_AVAILABLE",
        "[n/a], NOT_AVAILABLE",
        "[Unknown Error], NOT_AVAILABLE",
        "Not available in WDDM driver model, NOT_AVAILABLE",
        "[Not Supported], NOT_SUPPORTED",
        "[Insufficient Permissions], NO_PERMISSION",
        "[GPU is lost], GPU_LOST",
        "[GPU requires reset], GPU_LOST",
        "many, UNPARSABLE",
        "-1, UNPARSABLE",
        "12 KiB, UNPARSABLE",
        "99999999999, UNPARSABLE"
    })
    void wordsInPlaceOfANumberAreGaps(String words, Reason reason) throws Refusal {
        assertThat(SmiCsv.processes(UUID + ", 79, " + words + ", x\n").get(UUID))
                .singleElement()
                .extracting(SmiProcess::used)
                .isInstanceOfSatisfying(Gap.class, gap -> {
                    assertThat(gap.reason()).isEqualTo(reason);
                    assertThat(gap.detail()).contains("process 79", words);
                });
    }

    /** An A100 that is divided, as a container sees it. */
    @Test
    void aDividedGpuInAContainerHasNoFigures() throws Refusal {
        String line = UUID + ", 00000000:07:00.0, [Insufficient Permissions], [Insufficient Permissions],"
                + " NVIDIA A100-SXM4-80GB\n";
        assertThat(SmiCsv.gpus(line)).singleElement().satisfies(gpu -> {
            assertThat(gpu.gpu().capacity()).isEmpty();
            assertThat(gpu.used()).isInstanceOfSatisfying(Gap.class, gap -> assertThat(gap.reason())
                    .isEqualTo(Reason.NO_PERMISSION));
        });
    }

    @Test
    void moreThanTheCapacityIsNoReading() throws Refusal {
        String text = UUID + ", 00000000:01:00.0, 1000, %d, X\n";
        assertThat(SmiCsv.gpus(String.format(text, 1010)).get(0).used()).isEqualTo(new Bytes(1010 * MIB));
        assertThat(SmiCsv.gpus(String.format(text, 1011)).get(0).used())
                .isInstanceOfSatisfying(
                        Gap.class, gap -> assertThat(gap.reason()).isEqualTo(Reason.ABI_MISMATCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \n\n", "No running processes found\n", "no running processes found"})
    void noProcessesAreAnEmptyList(String text) throws Refusal {
        assertThat(SmiCsv.processes(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GPU-1, 12, 5", "GPU-1, pid, 5, x", "GPU-1, -3, 5, x", "GPU-1, 12345678901, 5, x", "oops"})
    void anUnknownFormIsRefused(String line) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> SmiCsv.processes(PYTHON + line + "\n"))
                .matches(refusal -> refusal.gap().reason() == Reason.UNPARSABLE)
                .withMessageContaining(line);
    }

    @Property(tries = 300)
    void anyTextIsReadOrRefused(@ForAll String text) {
        try {
            assertThat(SmiCsv.processes(text)).isEmpty();
            assertThat(SmiCsv.gpus(text)).isEmpty();
        } catch (Refusal refusal) {
            assertThat(refusal.gap().reason()).isEqualTo(Reason.UNPARSABLE);
        }
    }

    @Property(tries = 200)
    void truncatedTextIsReadOrRefused(@ForAll @IntRange(max = 200) int length) {
        String cut = PYTHON.substring(0, Math.min(length, PYTHON.length()));
        try {
            Map<String, List<SmiProcess>> processes = SmiCsv.processes(cut);
            if (!processes.isEmpty()) {
                assertThat(processes.get(UUID)).containsExactly(new SmiProcess("", 29907, new Bytes(47119 * MIB)));
            }
        } catch (Refusal refusal) {
            assertThat(refusal.gap().reason()).isEqualTo(Reason.UNPARSABLE);
        }
    }
}
