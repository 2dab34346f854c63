package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationTests {

    @ParameterizedTest
    @CsvSource({
        "@LeakTest, vramguard-LeakTest.txt",
        "Cycles,    vramguard-Cycles.txt",
        "Cycles 2,  vramguard-Cycles2.txt",
        "@NoLeak 2, vramguard-NoLeak2.txt"
    })
    void eachCheckOfATestHasAFileOfItsOwn(String check, String file) {
        assertThat(Publication.file(check)).isEqualTo(file);
    }
}
