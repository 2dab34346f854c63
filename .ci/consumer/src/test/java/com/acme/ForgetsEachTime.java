package com.acme;

import io.github.vramguard.junit.LeakTest;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Leaks, and keeps the standard output for itself. Its name is none that a build runs by default. */
class ForgetsEachTime {

    private static final List<byte[]> FORGOTTEN = new ArrayList<>();

    private final PrintStream before = System.out;

    @LeakTest(pools = "heap")
    void forgets() {
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        FORGOTTEN.add(new byte[1 << 20]);
    }

    @AfterEach
    void giveBack() {
        System.setOut(before);
    }
}
