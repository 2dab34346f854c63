package io.github.vramguard.cli.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarTests {

    @ParameterizedTest
    @CsvSource({
        "0,  20, ..............................",
        "1,  20, #.............................",
        "10, 20, ###############...............",
        "19, 20, ############################..",
        "20, 20, ##############################",
        "21, 20, ##############################",
        "1,   1, ##############################",
    })
    void itFillsAsTheCyclesGo(int done, int all, String bar) {
        assertThat(Bar.of(done, all, false)).isEqualTo(bar);
        assertThat(Bar.of(done, all, true)).isEqualTo(bar.replace('#', '█').replace('.', '░'));
    }
}
