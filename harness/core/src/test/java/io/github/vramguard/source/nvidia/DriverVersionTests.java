package io.github.vramguard.source.nvidia;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DriverVersionTests {

    @ParameterizedTest
    @CsvSource({
        "535.113.01, 535.113.01, 0",
        "535.113, 535.113.00, 0",
        "535.98, 535.113.01, -1",
        "535.288.01, 535.113.01, 1",
        "550.54.14, 565.57.01, -1",
        "1000.1, 565.57.01, 1",
        "580.65.06-tegra, 580.65.06, 0",
    })
    void versionsAreComparedNumberByNumber(String one, String other, int order) {
        assertThat(Integer.signum(new DriverVersion(one).compareTo(new DriverVersion(other))))
                .isEqualTo(order);
        assertThat(Integer.signum(new DriverVersion(other).compareTo(new DriverVersion(one))))
                .isEqualTo(-order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "v580"})
    void aTextWithoutANumberIsNoVersion(String text) {
        assertThat(new DriverVersion(text).isKnown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"470", "99999999999.1"})
    void aNumberIsEnough(String text) {
        assertThat(new DriverVersion(text).isKnown()).isTrue();
    }
}
