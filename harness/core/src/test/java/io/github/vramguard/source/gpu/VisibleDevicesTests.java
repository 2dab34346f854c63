package io.github.vramguard.source.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleDevicesTests {

    private static final List<Gpu> ALIKE = List.of(gpu("GPU-aa", "H200"), gpu("GPU-ab", "H200"), gpu("GPU-b", "H200"));
    private static final List<Gpu> UNLIKE = List.of(gpu("GPU-aa", "T4"), gpu("GPU-ab", "T4"), gpu("GPU-b", "H200"));

    private static Gpu gpu(String id, String name) {
        return new Gpu(id, name, OptionalLong.empty());
    }

    private static VisibleDevices visible(@Nullable String devices, String order) {
        Map<String, String> environment = new HashMap<>(Map.of("CUDA_DEVICE_ORDER", order));
        if (devices != null) {
            environment.put("CUDA_VISIBLE_DEVICES", devices);
        }
        return VisibleDevices.in(environment);
    }

    private static String ids(List<Gpu> gpus) {
        return gpus.stream().map(Gpu::id).collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "CUDA_VISIBLE_DEVICES={0}")
    @CsvSource(delimiter = '|', textBlock = """
                               | GPU-aa GPU-ab GPU-b
                    ''         | GPU-aa GPU-ab GPU-b
                    -1         | GPU-aa GPU-ab GPU-b
                    2          | GPU-b GPU-aa GPU-ab
                    2,0        | GPU-b GPU-aa GPU-ab
                    ' 1 , 2 '  | GPU-ab GPU-b GPU-aa
                    2,9,1      | GPU-b GPU-aa GPU-ab
                    GPU-b      | GPU-b GPU-aa GPU-ab
                    GPU-a      | GPU-aa GPU-ab GPU-b
                    GPU-b,GPU-ab | GPU-b GPU-ab GPU-aa
                    MIG-x      | GPU-aa GPU-ab GPU-b
                    nonsense   | GPU-aa GPU-ab GPU-b
                    """)
    void theDevicesOfTheProgramComeFirstInItsOrder(@Nullable String devices, String expected) {
        assertThat(ids(visible(devices, "FASTEST_FIRST").order(ALIKE))).isEqualTo(expected);
    }

    @Test
    void indexesOfUnlikeGpusCountByAddressOnlyWhereTheUserSaidSo() {
        assertThat(ids(visible("2", "PCI_BUS_ID").order(UNLIKE))).isEqualTo("GPU-b GPU-aa GPU-ab");
        assertThat(visible("2", "PCI_BUS_ID").weakness(UNLIKE)).isEmpty();
        assertThat(ids(visible("2", "FASTEST_FIRST").order(UNLIKE))).isEqualTo("GPU-aa GPU-ab GPU-b");
        assertThat(visible("2", "FASTEST_FIRST").weakness(UNLIKE))
                .hasValueSatisfying(text -> assertThat(text).contains("CUDA_DEVICE_ORDER=PCI_BUS_ID"));
    }

    @Test
    void namesNeedNoOrder() {
        assertThat(ids(visible("GPU-b", "FASTEST_FIRST").order(UNLIKE))).isEqualTo("GPU-b GPU-aa GPU-ab");
        assertThat(visible("GPU-b", "FASTEST_FIRST").weakness(UNLIKE)).isEmpty();
    }
}
