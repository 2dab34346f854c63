package io.github.vramguard.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class GivenSettingsTests {

    @Test
    void aSettingIsAPropertyOrAVariable() {
        Properties properties = new Properties();
        properties.setProperty("vramguard.pools", "heap");
        properties.setProperty("java.home", "/opt");

        assertThat(GivenSettings.in(properties, Map.of("VRAMGUARD_MODE", "report", "PATH", "/bin")))
                .containsExactly(entry("VRAMGUARD_MODE", "report"), entry("vramguard.pools", "heap"));
    }

    @Test
    void aPropertyOverrulesItsVariable() {
        Properties properties = new Properties();
        properties.setProperty("vramguard.settle.gpu-window", "900");

        assertThat(GivenSettings.in(properties, Map.of("VRAMGUARD_SETTLE_GPU_WINDOW", "100")))
                .containsExactly(entry("vramguard.settle.gpu-window", "900"));
    }
}
