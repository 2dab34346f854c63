package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
        Planted.giveBack();
    }

    @Test
    void aLateReleaseIsReportedInTheNextTestWithTheNameOfTheFirst() {
        ScriptedGpu.holds(0);

        Ran ran = Kit.scripted().run(TestCases.class);

        assertThat(ran.headlines()).containsOnlyKeys("leaves()");
        assertThat(ran.reported("vramguard.late"))
                .containsExactly(
                        "@NoLeak LateReleaseTests.TestCases.leaves() released 4 GiB of gpu0 only after its end;"
                                + " close the model before the test ends");
    }

    @Test
    void aProcessThatDoesNotEndIsNotReportedAsReleased() {
        Ran ran = Kit.measuring("children").run(ChildTestCases.class);

        assertThat(ran.headlines()).containsOnlyKeys("leaves()");
        assertThat(ran.reported("vramguard.late")).isEmpty();
    }

    @Test
    void aProcessThatEndsLaterIs() {
        Ran ran = Kit.measuring("children").run(LaterChildTestCases.class);

        assertThat(ran.reported("vramguard.late"))
                .singleElement()
                .asString()
                .contains("leaves() released 1 of children only after its end");
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    @NoLeak
    static class ChildTestCases {

        @Test
        @Order(1)
        void leaves() throws IOException {
            Planted.child();
        }

        @Test
        @Order(2)
        void comesNext() {}
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    @NoLeak
    static class LaterChildTestCases {

        @Test
        @Order(1)
        void leaves() throws IOException {
            Planted.child();
        }

        @Test
        @Order(2)
        void comesNext() {
            Planted.giveBack();
        }
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
