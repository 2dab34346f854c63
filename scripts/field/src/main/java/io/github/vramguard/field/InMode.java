package io.github.vramguard.field;

import io.github.vramguard.junit.LeakTest;
import io.github.vramguard.junit.NoLeak;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Tests the case that the system property {@code field.case} names, in the mode that the method is named after. */
class InMode {

    static final Case CASE = Case.named(System.getProperty("field.case"));

    @BeforeAll
    static void prepare() throws Exception {
        CASE.prepare();
    }

    @LeakTest
    void leakTest() throws Exception {
        CASE.run();
    }

    @RepeatedTest(12)
    @NoLeak
    void twelve() throws Exception {
        CASE.run();
    }

    @Test
    @NoLeak
    void once() throws Exception {
        CASE.run();
    }
}
