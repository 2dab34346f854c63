package io.github.vramguard.field;

import io.github.vramguard.junit.NoLeak;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests a library that was used before, so that no cost of a first use is left. */
class AfterFirstUse {

    @BeforeAll
    static void use() throws Exception {
        InMode.CASE.run();
    }

    @Test
    @NoLeak
    void second() throws Exception {
        InMode.CASE.run();
    }
}
