package io.github.vramguard.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that open pages in one browser. */
public abstract class BrowserTest {

    protected static Browser browser;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        browser = Browser.shared();
    }

    @BeforeEach
    void reset() {
        browser.still("light").sized(1280, 900, 1);
    }

    protected final Path page() {
        return directory.resolve("index.html");
    }

    protected final Browser open(String html, String fragment) throws IOException {
        return browser.open(Files.writeString(page(), html), fragment);
    }
}
