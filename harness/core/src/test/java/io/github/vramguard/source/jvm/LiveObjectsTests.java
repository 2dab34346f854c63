package io.github.vramguard.source.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiveObjectsTests {

    @Test
    void areTheTotalOfTheHistogram() {
        assertThat(LiveObjects.total("""
                         num     #instances         #bytes  class name (module)
                        -------------------------------------------------------
                           1:         23456        1722000  [B (java.base@17.0.19)
                           2:            17            408  example.Total
                        Total         23473        1722408
                        """)).hasValue(1722408);
    }

    @Test
    void areUnknownWithoutOne() {
        assertThat(LiveObjects.total("java.lang.IllegalArgumentException: Unknown diagnostic command"))
                .isEmpty();
    }
}
