package io.github.vramguard.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTests {

    @ParameterizedTest
    @CsvSource({
        "'', 'Linux amd64, JDK 17, no GPU'",
        "H200, 'Linux amd64, JDK 17, H200'",
        "H200 L4, 'Linux amd64, JDK 17, H200 + L4'",
        "H200 H200, 'Linux amd64, JDK 17, 2 x H200'",
        "H200 L4 H200, 'Linux amd64, JDK 17, 2 x H200 + L4'",
    })
    void theNumberOfEqualGpusMakesAClass(String gpus, String name) {
        List<String> devices = gpus.isEmpty() ? List.of() : List.of(gpus.split(" "));

        assertThat(new Machine("Linux amd64", "17", devices, "").name()).isEqualTo(name);
    }

    @Test
    void soDoesWhatNativeLibrariesComputeWith() {
        assertThat(new Machine("Linux amd64", "17", List.of("H200"), "cuda").name())
                .isEqualTo("Linux amd64, JDK 17, H200, cuda");
    }
}
