package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.vramguard.junit.LeakTest;
import io.github.vramguard.junit.NoLeak;
import io.github.vramguard.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class ConsumerTests {

    @Test
    @NoLeak
    void releasesWhatItTakes() {
        assertEquals(1 << 20, new byte[1 << 20].length);
    }

    @LeakTest
    void releasesItEveryTime() {
        assertEquals(1 << 20, new byte[1 << 20].length);
    }

    @Test
    void theHarnessWorksByItself() throws Exception {
        assertInstanceOf(Verdict.Passed.class, Buffers.cycles().verdict());
    }

    @Test
    void theCommandLineIsNotThere() {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("io.github.vramguard.cli.Main"));
        assertThrows(ClassNotFoundException.class, () -> Class.forName("picocli.CommandLine"));
    }

    /** What this is run on is what it was to be run on. */
    @Test
    @EnabledIfSystemProperty(named = "acme.path", matches = ".+")
    void theModuleIsNamedOnTheModulePathAlone() {
        assertEquals("module".equals(System.getProperty("acme.path")), LeakTest.class.getModule().isNamed());
    }
}
