package io.github.vramguard.junit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a run prints on the console. */
final class Printed implements BeforeEachCallback, AfterEachCallback {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private PrintStream before = System.out;

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** From the last run. */
    String last() {
        return text().substring(text().lastIndexOf("VramGuard: "));
    }

    List<String> lines() {
        return text().lines().toList();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        before = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        System.setOut(before);
    }
}
