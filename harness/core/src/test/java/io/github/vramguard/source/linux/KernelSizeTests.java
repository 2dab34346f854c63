package io.github.vramguard.source.linux;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelSizeTests {

    @ParameterizedTest
    @CsvSource({"0, 0", "12 KiB, 12288", "2 MiB, 2097152", "1 GiB, 1073741824", "3 kB, 3072", "17179869184, 17179869184"
    })
    void aNumberHasAUnitOrIsInBytes(String text, long bytes) {
        assertThat(KernelSize.parse(text)).hasValue(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "KiB",
                "-1",
                "1.5 MiB",
                "1 TiB",
                "1 kib",
                "12 KiB extra",
                "0x10",
                "12KiB",
                "1 000",
                "٣",
                "99999999999999999999",
                "9007199254740993 MiB",
                "99999999999999999"
            })
    void whatIsNotExactlyAnAmountIsNone(String text) {
        assertThat(KernelSize.parse(text)).isEmpty();
    }

    @Property(tries = 200)
    void everyUnitIsExact(@ForAll @LongRange(max = (1L << 26) - 1) long amount) {
        assertThat(KernelSize.parse("" + amount)).hasValue(amount);
        assertThat(KernelSize.parse(amount + " KiB")).hasValue(amount * 1024);
        assertThat(KernelSize.parse(amount + " kB")).hasValue(amount * 1024);
        assertThat(KernelSize.parse(amount + " MiB")).hasValue(amount * 1024 * 1024);
        assertThat(KernelSize.parse(amount + " GiB")).hasValue(amount * 1024 * 1024 * 1024);
    }

    @Property(tries = 500)
    void noTextMakesItFail(@ForAll String text) {
        boolean amount = text.matches("[0-9]+([ \t]+([KMG]iB|kB))?");
        assertThat(KernelSize.parse(text).isPresent() && !amount).isFalse();
    }
}
