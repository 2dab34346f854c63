package io.github.vramguard.source.nvidia;

import static io.github.vramguard.source.nvidia.StandInNvml.SELF;
import static io.github.vramguard.source.nvidia.StandInNvml.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Refusal;
import io.github.vramguard.standin.StandIn;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnCodeTests {

    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource({
        "3, NOT_SUPPORTED",
        "4, NO_PERMISSION",
        "5, NOT_AVAILABLE",
        "8, NOT_AVAILABLE",
        "9, NO_DRIVER",
        "10, TIMED_OUT",
        "11, NOT_AVAILABLE",
        "12, LIBRARY_MISSING",
        "15, GPU_LOST",
        "16, GPU_LOST",
        "17, NO_PERMISSION",
        "18, NO_DRIVER",
        "20, NOT_AVAILABLE",
        "22, NOT_SUPPORTED",
        "23, NOT_AVAILABLE",
        "24, NOT_SUPPORTED",
        "29, NOT_AVAILABLE",
        "30, NOT_SUPPORTED",
        "999, NO_PERMISSION",
        "424242, NOT_AVAILABLE",
    })
    @EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
    void aCodeBecomesAReason(int code, Reason reason) {
        StandInNvml host = StandInNvml.onHost(root).set("rc.nvmlDeviceGetComputeRunningProcesses_v3", code);
        host.machine().directory("proc/driver/nvidia");
        assertThat(reasonOf(host.of(SELF))).isEqualTo(reason);
        assertThat(host.of(SELF).toString())
                .startsWith("nvmlDeviceGetComputeRunningProcesses_v3 answered " + code + " (");
        host.set("rc.nvmlInit_v2", code);
        assertThatThrownBy(() -> new Nvml(host.machine().with(host.standIn().library())).gpus())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.gap().reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "4, /dev/nvidia*",
        "9, modprobe nvidia",
        "15, dmesg",
        "16, --gpu-reset",
        "18, reboot",
        "999, restart the container",
    })
    void aCodeSaysWhatToDo(int code, String nextStep) {
        assertThat(NvmlError.of("nvmlInit_v2", code)).hasMessageContaining(nextStep);
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeIsFoundByItsNumber(ReturnCode code) {
        assertThat(ReturnCode.of(code.code())).isEqualTo(code);
        assertThat(code.nextStep()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(ints = {-7, 31, 1000})
    void otherCodesAreUnlisted(int code) {
        assertThat(ReturnCode.of(code)).isEqualTo(ReturnCode.UNLISTED);
    }

    @Test
    void onlyCodesOfAnotherVersionLeadToAnOlderFunction() {
        assertThat(ReturnCode.values())
                .filteredOn(code -> NvmlError.of("x", code.code()).asksForAnOlderFunction())
                .containsExactly(
                        ReturnCode.FUNCTION_NOT_FOUND, ReturnCode.ARGUMENT_VERSION_MISMATCH, ReturnCode.DEPRECATED);
    }

    @Test
    void eachCodeOfNvmlHasAMeaning() {
        assertThat(IntStream.rangeClosed(0, 30).mapToObj(ReturnCode::of)).doesNotContain(ReturnCode.UNLISTED);
    }
}
