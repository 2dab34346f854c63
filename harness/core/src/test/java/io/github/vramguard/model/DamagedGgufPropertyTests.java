package io.github.vramguard.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.vramguard.tinymodel.TinyLlama;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Whatever happens to a file, there are sizes or a {@link GgufException}. */
class DamagedGgufPropertyTests {

    private static final String SEED = "20261124";

    private static final int MOST_PADDING = 32;

    private static byte[] sound = new byte[0];
    private static Path file = Path.of("");

    @BeforeContainer
    static void write() throws IOException {
        file = TinyLlama.smallest().writeTo(Files.createTempFile("damaged", ".gguf"));
        long data =
                GgufFile.read(file).tensors().stream().mapToLong(Tensor::bytes).sum();
        sound = Arrays.copyOf(Files.readAllBytes(file), (int) (Files.size(file) - data));
    }

    @AfterContainer
    static void delete() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 1000, seed = SEED)
    void aCutOffHeaderIsRefused(@ForAll("lengths") int length) throws IOException {
        Files.write(file, Arrays.copyOf(sound, length));
        assertThat(isRead()).isFalse();
    }

    @Property(tries = 2000, seed = SEED)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void flippedBitsAreReadOrRefused(@ForAll("bits") Set<Integer> bits) throws IOException {
        byte[] damaged = sound.clone();
        bits.forEach(bit -> damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE));
        Files.write(file, damaged);
        Statistics.collect(isRead());
        Statistics.coverage(of -> of.check(false).percentage(refused -> refused > 20));
    }

    @Provide
    static Arbitrary<Integer> lengths() {
        return Arbitraries.integers().between(0, sound.length - MOST_PADDING);
    }

    @Provide
    static Arbitrary<Set<Integer>> bits() {
        return Arbitraries.integers()
                .between(0, sound.length * Byte.SIZE - 1)
                .set()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static boolean isRead() {
        Throwable thrown = catchThrowable(() -> predict(Model.read(file)));
        if (thrown != null) {
            assertThat(thrown).isExactlyInstanceOf(GgufException.class).hasMessageStartingWith(file + " ");
        }
        return thrown == null;
    }

    /** Sizes that no memory could have are refused only here. */
    private static void predict(Model model) {
        Throwable thrown = catchThrowable(() -> model.footprint(ContextSettings.of(8192), 1));
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(ArithmeticException.class);
        }
    }
}
