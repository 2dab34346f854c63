package io.github.vramguard.cli.series;

import static io.github.vramguard.cli.series.Written.read;
import static io.github.vramguard.cli.series.Written.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vramguard.cli.usage.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NvidiaSmiFormatTests {

    private static final String MIB_453 = Long.toString(453L << 20);
    private static final String MIB_455 = Long.toString(455L << 20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pid, used_gpu_memory [MiB]\n79, 453 MiB\n79, 455 MiB\n",
                "pid, used_gpu_memory [MiB]\n79, 453\n79, 455\n",
                "pid, used_gpu_memory [MiB]\r\n79, 453 MiB\r\npid, used_gpu_memory [MiB]\r\n79, 455 MiB\r\n",
                "used_memory, pid\n453, 79\n455, 79\n",
                "pid, used_gpu_memory [MiB], process_name\n79, 453 MiB, /usr/bin/a, b\n79, 455 MiB, /usr/bin/a, b\n",
                "pid,used_memory\nNo running processes found\n79,453\n79,455",
            })
    void isALineForEachProcessInEachSample(String text) {
        assertThat(read(text)).containsExactly(series("79", MIB_453 + " " + MIB_455));
    }

    @Test
    void processesOnSeveralDevicesAreSeriesOfTheirOwn() {
        String log = """
                gpu_uuid, pid, used_gpu_memory [MiB], process_name
                GPU-1ffe36ef-ac55-60ad-f9cf-623871e7736d, 29907, 453, /home/dell/anaconda3/envs/gradpu/bin/python
                GPU-1ffe36ef-ac55-60ad-f9cf-623871e7736d, 30000, 455, /usr/bin/ollama, runner
                GPU-0a3d7b52-88c1-4c0e-a2a1-5d3f6f0b9c11, 29907, 455, /home/dell/anaconda3/envs/gradpu/bin/python
                GPU-1ffe36ef-ac55-60ad-f9cf-623871e7736d, 29907, 455, /home/dell/anaconda3/envs/gradpu/bin/python
                GPU-1ffe36ef-ac55-60ad-f9cf-623871e7736d, 30000, 455, /usr/bin/ollama, runner
                GPU-0a3d7b52-88c1-4c0e-a2a1-5d3f6f0b9c11, 29907, 453, /home/dell/anaconda3/envs/gradpu/bin/python
                """;

        assertThat(read(log))
                .containsExactly(
                        series("GPU-1ffe36ef-ac55-60ad-f9cf-623871e7736d/29907", MIB_453 + " " + MIB_455),
                        series("GPU-1ffe36ef-ac55-60ad-f9cf-623871e7736d/30000", MIB_455 + " " + MIB_455),
                        series("GPU-0a3d7b52-88c1-4c0e-a2a1-5d3f6f0b9c11/29907", MIB_455 + " " + MIB_453));
    }

    @Test
    void whatTheDriverDoesNotTellIsAGap() {
        assertThat(read("pid, used_gpu_memory [MiB]\n79, [N/A]\n79, 453 MiB\n79, [Insufficient Permissions]\n"))
                .containsExactly(series("79", "gap " + MIB_453 + " gap"));
    }

    @Test
    void aProcessIsAbsentBetweenItsAppearancesAndNotBeforeOrAfter() {
        String header = "pid, used_gpu_memory [MiB]\n";
        String log = header + "1, 453 MiB\n" + header + "1, 455 MiB\n2, 453 MiB\n" + header + "2, 455 MiB\n" + header
                + header + "1, 453 MiB\n";

        assertThat(read(log))
                .containsExactly(
                        series("1", MIB_453 + " " + MIB_455 + " gap gap " + MIB_453),
                        series("2", MIB_453 + " " + MIB_455));
    }

    @Test
    void withoutRepeatedHeadersASampleBeginsWithAProcessThatWasAlreadyInTheLast() {
        String log = "pid, used_gpu_memory [MiB]\n1, 453\n2, 453\n1, 455\n1, 453\n2, 455\n";

        assertThat(read(log))
                .containsExactly(
                        series("1", MIB_453 + " " + MIB_455 + " " + MIB_453), series("2", MIB_453 + " gap " + MIB_455));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.",
                "Failed to initialize NVML: Driver/library version mismatch",
                "python, 453 MiB",
                "[N/A], 453 MiB"
            })
    void anyOtherLineIsRefused(String line) {
        assertThatThrownBy(() -> read("pid, used_gpu_memory [MiB]\n79, 453 MiB\n" + line + "\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("input, line 3: \"" + line.substring(0, Math.min(60, line.length())))
                .hasMessageEndingWith(" is not a line of pid, used_gpu_memory [MiB] with the number of a process");
    }

    @Test
    void aNameWithACommaBeforeTheMemoryIsRefused() {
        assertThatThrownBy(() -> read("pid, process_name, used_gpu_memory [MiB]\n79, /usr/bin/a, b, 453 MiB\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("input, line 2: \"b, 453 MiB\" is not a level");
    }
}
