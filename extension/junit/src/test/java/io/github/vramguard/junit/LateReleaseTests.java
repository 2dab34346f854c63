package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

class LateReleaseTests {

    private static final long MODEL = 4L << 30;

    @AfterEach
    void unplug() {
        ScriptedGpu.unplug();
    }

    @Test
    void aLateReleaseIsReportedInTheNextTestWithTheNameOfTheFirst() {
        ScriptedGpu.holds(0);

        Ran ran = Kit.scripted().run(TestCases.class);

        assertThat(ran.headlines()).containsOnlyKeys("leaves()");
        assertThat(ran.reported("vramguard.late"))
                .containsExactly("@NoLeak leaves() released 4 GiB of gpu0 only after its end;"
                        + " close the model before the test ends");
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    @NoLeak
    static class TestCases {

        @Test
        @Order(1)
        void leaves() {
            ScriptedGpu.takes(MODEL);
        }

        @Test
        @Order(2)
        void releasesIt() {
            ScriptedGpu.takes(-MODEL);
        }

        @Test
        @Order(3)
        void reportsNothing() {}
    }
}
