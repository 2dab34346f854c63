package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformPropertiesTests {

    private ClassLoader before;

    @BeforeEach
    void remember() {
        before = Thread.currentThread().getContextClassLoader();
    }

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void theKeysOfTheFileAreListed(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("junit-platform.properties"), "vramguard.tolerence = 1 MiB\n");

        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            Thread.currentThread().setContextClassLoader(loader);
            assertThat(PlatformProperties.names()).contains("vramguard.tolerence", "java.version");
        }
    }

    @Test
    void withoutAFileThereAreTheSystemProperties() {
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());

        assertThat(PlatformProperties.names()).contains("java.version").doesNotContain("vramguard.tolerence");
    }
}
