package io.github.vramguard.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.vramguard.measure.Settling;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.verdict.Preset;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTests {

    @Test
    void withoutConfigurationTheDefaultsHold() {
        Settings settings = read(Map.of(), Map.of());

        assertThat(settings).isEqualTo(Settings.defaults());
        assertThat(settings.policy().mode()).isEqualTo(Mode.ENFORCE);
        assertThat(settings.policy().inconclusive()).isEqualTo(WhenInconclusive.WARN);
        assertThat(settings.policy().unavailable()).isEqualTo(WhenUnavailable.SKIP);
        assertThat(settings.measuring().sources()).isEmpty();
        assertThat(settings.measuring().pools()).isEmpty();
        assertThat(settings.judging().tolerances()).isEmpty();
        assertThat(settings.judging().preset()).isEqualTo(Preset.STANDARD);
        assertThat(settings.judging().maxCycles()).isEqualTo(20);
        assertThat(settings.reporting().message()).isEqualTo(MessageForm.SHORT);
        assertThat(settings.measuring().settling()).isEqualTo(Settling.DEFAULT);
        assertThat(settings.measuring().samplingInterval()).isEqualTo(Duration.ofMillis(50));
    }

    @ParameterizedTest
    @EnumSource
    void theModeIsOneOfThree(Mode mode) {
        assertThat(parameter("mode", mode.name().toLowerCase(Locale.ROOT))
                        .policy()
                        .mode())
                .isEqualTo(mode);
    }

    @ParameterizedTest
    @EnumSource
    void aMessageHasTwoForms(MessageForm form) {
        assertThat(parameter("message", form.name().toLowerCase(Locale.ROOT))
                        .reporting()
                        .message())
                .isEqualTo(form);
    }

    @ParameterizedTest
    @EnumSource
    void anInconclusiveVerdictHasThreeConsequences(WhenInconclusive then) {
        assertThat(parameter("inconclusive", then.name().toLowerCase(Locale.ROOT))
                        .policy()
                        .inconclusive())
                .isEqualTo(then);
    }

    @ParameterizedTest
    @EnumSource
    void anUnavailablePoolHasThreeConsequences(WhenUnavailable then) {
        assertThat(parameter("unavailable", then.name().toLowerCase(Locale.ROOT))
                        .policy()
                        .unavailable())
                .isEqualTo(then);
    }

    @Test
    void strictGoesBeforeBothOfThem() {
        Settings settings = read(
                Map.of(
                        "vramguard.strict", "true",
                        "vramguard.inconclusive", "ignore",
                        "vramguard.unavailable", "skip"),
                Map.of());

        assertThat(settings.policy().inconclusive()).isEqualTo(WhenInconclusive.FAIL);
        assertThat(settings.policy().unavailable()).isEqualTo(WhenUnavailable.FAIL);
        assertThat(parameter("strict", "false")).isEqualTo(Settings.defaults());
    }

    @Test
    void namesStandBetweenCommas() {
        assertThat(parameter("sources", " jvm, malloc,").measuring().sources())
                .containsExactlyInAnyOrder("jvm", "malloc");
        assertThat(parameter("pools", "native,gpu1 , heap").measuring().pools())
                .containsExactly(Pool.gpu(1), Pool.HEAP, Pool.NATIVE);
    }

    @ParameterizedTest
    @CsvSource({"8, 8", "1000, 1000", "' 12 ', 12"})
    void theCyclesHaveALimit(String written, int cycles) {
        assertThat(parameter("cycles.max", written).judging().maxCycles()).isEqualTo(cycles);
    }

    @ParameterizedTest
    @CsvSource({"quick, 8", "standard, 20", "thorough, 30", "nightly, 30"})
    void aPresetBringsItsCycles(String preset, int cycles) {
        assertThat(parameter("preset", preset).judging().maxCycles()).isEqualTo(cycles);
        assertThat(read(Map.of("vramguard.preset", preset, "vramguard.cycles.max", "40"), Map.of())
                        .judging()
                        .maxCycles())
                .isEqualTo(40);
    }

    @Test
    void timesAreInMilliseconds() {
        Settings settings = read(
                Map.of(
                        "vramguard.settle.window", "100",
                        "vramguard.settle.gpu-window", "200",
                        "vramguard.settle.timeout", "200",
                        "vramguard.sampling.interval", "1"),
                Map.of());

        assertThat(settings.measuring().settling())
                .isEqualTo(new Settling(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(200)));
        assertThat(settings.measuring().samplingInterval()).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void aToleranceForAllHoldsForEachPoolOfBytes() {
        assertThat(parameter("tolerance", "1 MiB").judging().tolerances())
                .contains(entry(Pool.HEAP, 1L << 20), entry(Pool.gpu(0), 1L << 20), entry(Pool.gpu(31), 1L << 20))
                .doesNotContainKeys(Pool.THREADS, Pool.FILES, Pool.CHILDREN);
    }

    @Test
    void thatOfOnePoolGoesBeforeThatForAll() {
        Settings settings = read(
                Map.of("vramguard.tolerance", "1 MiB", "vramguard.tolerance.heap", "64 KiB"),
                Map.of("VRAMGUARD_TOLERANCE_GPU0", "2 MB"));

        assertThat(settings.judging().tolerances())
                .contains(
                        entry(Pool.HEAP, 65536L),
                        entry(Pool.gpu(0), 2_000_000L),
                        entry(Pool.gpu(1), 1L << 20),
                        entry(Pool.NATIVE, 1L << 20));
    }

    @Test
    void aPoolThatCountsHasANumberAsTolerance() {
        assertThat(parameter("tolerance.threads", "2").judging().tolerances()).containsExactly(entry(Pool.THREADS, 2L));
    }

    @ParameterizedTest
    @CsvSource({
        "VRAMGUARD_CYCLES_MAX, 9",
        "VRAMGUARD_SETTLE_GPU_WINDOW, 9",
        "VRAMGUARD_TOLERANCE_THREADS, 9",
        "VRAMGUARD_STRICT, true",
    })
    void theEnvironmentHasTheSameNamesInCapitals(String variable, String value) {
        assertThat(read(Map.of(), Map.of(variable, value))).isNotEqualTo(Settings.defaults());
    }

    /** As build servers set what they have no value for. */
    @ParameterizedTest
    @ValueSource(strings = {"VRAMGUARD_BASELINE_DIR", "VRAMGUARD_REPORT_DIR", "VRAMGUARD_MODE"})
    void anEmptyVariableIsNotSet(String variable) {
        assertThat(read(Map.of(), Map.of(variable, " "))).isEqualTo(Settings.defaults());
    }

    @Test
    void aParameterGoesBeforeTheEnvironment() {
        assertThat(read(Map.of("vramguard.cycles.max", "9"), Map.of("VRAMGUARD_CYCLES_MAX", "10"))
                        .judging()
                        .maxCycles())
                .isEqualTo(9);
    }

    @Test
    void whatBelongsToOthersIsLeftAlone() {
        assertThat(read(Map.of("java.io.tmpdir", "/tmp", "vramguardian", "1"), Map.of("VRAMGUARDIAN", "1")))
                .isEqualTo(Settings.defaults());
    }

    @Test
    void theSettingsOfTheProcessAreItsProperties() {
        String key = "vramguard.cycles.max";
        System.setProperty(key, "11");
        try {
            assertThat(Settings.ofProcess().judging().maxCycles()).isEqualTo(11);
        } finally {
            System.clearProperty(key);
        }
    }

    @Test
    void theCollectionsAreCopied() {
        TreeSet<Pool> pools = new TreeSet<>(Set.of(Pool.HEAP));
        Measuring some = Settings.defaults().measuring();
        Measuring measuring = new Measuring(some.sources(), pools, some.settling(), some.samplingInterval());

        pools.clear();

        assertThat(measuring.pools()).containsExactly(Pool.HEAP);
    }

    private static Settings parameter(String key, String value) {
        return read(Map.of("vramguard." + key, value), Map.of());
    }

    static Settings read(Map<String, String> parameters, Map<String, String> environment) {
        Keys keys = Keys.of(key -> Optional.ofNullable(parameters.get(key)), environment);
        keys.refuseUnknown(parameters.keySet());
        return Settings.read(keys);
    }
}
