package io.github.vramguard.rule.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small part of the table; {@link ErrorTable} prints all of it. */
class ErrorsTests {

    private static final int COUNT = 100;
    private static final long SEED = 5;

    /** Arenas and untrimmed growth are what resident memory cannot be told apart from a leak by, in one run of 50. */
    @Test
    void cleanRunsAreNotBlamed() {
        List<Errors> all = SimulatedClass.all().stream()
                .filter(kind -> !kind.leaks())
                .map(kind -> Errors.of(kind, COUNT, SEED))
                .toList();

        assertThat(all)
                .hasSizeGreaterThan(40)
                .filteredOn(errors ->
                        !List.of("resident_arenas", "resident_untrimmed").contains(errors.name()))
                .allSatisfy(
                        errors -> assertThat(errors.blamed()).as(errors.name()).containsOnly(0.0));
        assertThat(all)
                .allSatisfy(errors ->
                        assertThat(errors.everBlamed()).as(errors.name()).isLessThanOrEqualTo(2.0));
    }

    @ParameterizedTest
    @CsvSource({
        "vram_leak_const, 8, 100",
        "native_leak_const, 10, 95",
        "native_leak_exponential, 10, 80",
        "heap_leak_const, 12, 95",
        "resident_leak_const, 12, 25",
        "resident_leak_4_mib_noise_3, 20, 90",
    })
    void leaksAreFoundAsSoonAsTheirPoolAllows(String name, int cycles, double least) {
        SimulatedClass kind = SimulatedClass.named(name);

        assertThat(Errors.of(kind, COUNT, SEED).blamed().get(Errors.CYCLES.indexOf(cycles)))
                .isGreaterThanOrEqualTo(least);
    }

    @Test
    void evenLeaksOfNativeMemoryWereFoundLaterWhenEvenGrowthWasNoise() {
        SimulatedClass kind = SimulatedClass.named("native_leak_const");

        assertThat(Errors.of(kind.detrended(false), COUNT, SEED).blamed().get(Errors.CYCLES.indexOf(10)))
                .isZero();
    }
}
