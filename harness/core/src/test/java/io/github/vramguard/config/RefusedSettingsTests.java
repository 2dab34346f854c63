package io.github.vramguard.config;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedSettingsTests {

    private static final String SETTINGS =
            "there are vramguard.backend, vramguard.baseline.dir, vramguard.baseline.update,"
                    + " vramguard.console, vramguard.cycles.max, vramguard.inconclusive, vramguard.message, vramguard.mode,"
                    + " vramguard.pools, vramguard.preset, vramguard.report.dir, vramguard.report.formats, vramguard.sampling.interval, vramguard.settle.gpu-window,"
                    + " vramguard.settle.timeout,"
                    + " vramguard.settle.window, vramguard.sources, vramguard.strict, vramguard.tolerance,"
                    + " vramguard.unavailable and vramguard.tolerance.<pool>; in the environment VRAMGUARD_MODE and so on";
    private static final String POOLS =
            "there are gpu0, gpu1, …, gpu0-host, …, children, heap, direct, metaspace, native, untouched, threads,"
                    + " files, container, descendants, resident, mapped";

    @Test
    void strictHidesNoBadValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettingsTests.read(
                        Map.of("vramguard.strict", "true", "vramguard.inconclusive", "maybe"), Map.of()))
                .withMessageStartingWith("vramguard.inconclusive = \"maybe\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vramguard.cycle.max", "vramguard.", "vramguard.Mode", "vramguard.settle"})
    void anUnknownKeyIsRefusedWithTheKeysThereAre(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettingsTests.read(Map.of(key, "9"), Map.of()))
                .withMessage(key + " is not a setting; " + SETTINGS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VRAMGUARD_CYCLES", "VRAMGUARD_TOLERANCE_VRAM", "VRAMGUARD_"})
    void soIsAnUnknownVariable(String variable) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettingsTests.read(Map.of(), Map.of(variable, "9")))
                .withMessage(variable + " is not a setting; " + SETTINGS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mode                | on        | enforce or report or off
                    mode                | Enforce   | enforce or report or off
                    mode                | ''        | enforce or report or off
                    preset              | slow      | quick or standard or thorough or nightly
                    inconclusive        | abort     | warn or fail or ignore
                    unavailable         | warn      | skip or fail or ignore
                    cycles.max          | 7         | a whole number from 8 to 1000
                    cycles.max          | 1001      | a whole number from 8 to 1000
                    cycles.max          | many      | a whole number from 8 to 1000
                    cycles.max          | 9.5       | a whole number from 8 to 1000
                    sampling.interval   | 0         | milliseconds from 1 to 3600000
                    settle.window       | 300 ms    | milliseconds from 1 to 3600000
                    settle.gpu-window   | -1        | milliseconds from 1 to 3600000
                    settle.timeout      | 3600001   | milliseconds from 1 to 3600000
                    tolerance           | 512       | an amount such as "512 KiB", "24 MiB" or "6 GB"
                    tolerance.heap      | -1 MiB    | an amount such as "512 KiB", "24 MiB" or "6 GB"
                    tolerance.gpu0      | 9999999 TiB | an amount such as "512 KiB", "24 MiB" or "6 GB"
                    tolerance.threads   | 1 MiB     | a whole number, 0 or more
                    tolerance.threads   | -1        | a whole number, 0 or more
                    report.dir          | ''        | the path of a directory
                    baseline.dir        | ''        | the path of a directory
                    baseline.dir        | a\0b     | the path of a directory
                    """)
    void aBadValueIsRefusedWithTheKeyAndWhatIsAccepted(String key, String value, String accepted) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameter(key, value))
                .withMessage("vramguard." + key + " = \"" + value + "\" is not accepted; give " + accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1"})
    void strictIsTrueOrFalse(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameter("strict", value))
                .withMessageContainingAll("vramguard.strict = \"" + value + "\"", "true", "false");
    }

    @Test
    void aSeriesThatEndsBeforeItsPresetAllowsAVerdictIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettingsTests.read(
                        Map.of("vramguard.preset", "nightly", "vramguard.cycles.max", "13"), Map.of()))
                .withMessageEndingWith("give a whole number from 14 to 1000");
    }

    @Test
    void anUnknownPoolIsRefusedWithThePoolsThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameter("pools", "heap, vram"))
                .withMessage("vramguard.pools = \"heap, vram\": \"vram\" is not a pool; " + POOLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vram", "", "gpu32", "Heap"})
    void soIsTheToleranceOfAnUnknownPool(String pool) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameter("tolerance." + pool, "1 MiB"))
                .withMessage("vramguard.tolerance." + pool + ": \"" + pool + "\" is not a pool; " + POOLS);
    }

    @ParameterizedTest
    @CsvSource({"settle.timeout, 1999, 1999, 300, 2000", "settle.gpu-window, 20000, 10000, 300, 20000"})
    void aTimeoutMustNotBeShorterThanTheTimeToHoldStill(
            String key, String value, int timeout, int window, int gpuWindow) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameter(key, value))
                .withMessage(
                        "vramguard.settle.timeout = \"%d\" is not accepted; give at least vramguard.settle.window"
                                + " (%d) and vramguard.settle.gpu-window (%d)",
                        timeout, window, gpuWindow);
    }

    private static Settings parameter(String key, String value) {
        return SettingsTests.read(Map.of("vramguard." + key, value), Map.of());
    }
}
