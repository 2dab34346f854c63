package io.github.vramguard.cli.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.verdict.Sensitivity;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalTests {

    @Test
    void eachNameHasItsSensitivity() {
        Map.of(
                        "vram", Sensitivity.VRAM,
                        "gpu0", Sensitivity.VRAM,
                        "gpu31", Sensitivity.VRAM,
                        "vram-device", Sensitivity.VRAM_DEVICE,
                        "native", Sensitivity.NATIVE,
                        "native-raw", Sensitivity.NATIVE_RAW,
                        "rss", Sensitivity.RESIDENT,
                        "heap", Sensitivity.HEAP,
                        "metaspace", Sensitivity.METASPACE,
                        "threads", Sensitivity.COUNT)
                .forEach((name, sensitivity) ->
                        assertThat(Signal.named(name).sensitivity()).isEqualTo(sensitivity));
    }

    @Test
    void eachPoolIsASignal() {
        assertThat(Pool.all()).allSatisfy(pool -> assertThat(Signal.named(pool.name()))
                .returns(pool.name(), Signal::name)
                .returns(pool.unit(), Signal::unit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "VRAM", "vrm", "gpu32", "gpu"})
    void anUnknownNameIsRefusedWithTheNamesThereAre(String name) {
        assertThatThrownBy(() -> Signal.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + name + "\" is not a signal; there are vram, vram-device, native, native-raw, rss,"
                        + " gpu0 to gpu31, gpu0-host to gpu31-host, children, heap, direct, metaspace, untouched,"
                        + " threads, files, container, descendants, resident, mapped");
    }

    @ParameterizedTest
    @CsvSource({
        "vram, 1048576.4, 1 MiB, 1048576",
        "heap, -856.3, -856 B, -856",
        "threads, 0.3333, 0.33, 0.33",
        "threads, 2, 2.00, 2.00"
    })
    void growthIsPrintedInItsUnit(String signal, double perCycle, String text, String number) {
        assertThat(Signal.named(signal).format(perCycle)).isEqualTo(text);
        assertThat(Signal.named(signal).rounded(perCycle)).hasToString(number);
    }
}
