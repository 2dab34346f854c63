package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.source.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A test without an annotation costs nothing. */
class CostTests {

    @Test
    void aPlainTestLoadsNoClassOfTheExtension(@TempDir Path directory) throws IOException {
        assertThat(loadedToRun(PlainTestCases.class, directory)).isEmpty();
    }

    @Test
    void anAnnotatedTestLoadsThem(@TempDir Path directory) throws IOException {
        assertThat(loadedToRun(AnnotatedTestCases.class, directory)).contains(NoLeak.class.getName());
    }

    private static List<String> loadedToRun(Class<?> testCases, Path directory) throws IOException {
        Path log = directory.resolve("classes.log");
        ForkedJvm.of(Main.class, "-Xlog:class+load:file=" + log, "-Dtests=" + testCases.getName())
                .run();
        return ofTheExtension(log);
    }

    private static List<String> ofTheExtension(Path log) throws IOException {
        String source =
                "source: " + NoLeak.class.getProtectionDomain().getCodeSource().getLocation();
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(source))
                .map(line -> line.substring(line.indexOf("io.github.vramguard")).split(" ")[0])
                .toList();
    }

    /** Runs one class of test cases in a JVM of its own. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) throws ClassNotFoundException {
            Kit.measuring("heap")
                    .run(Class.forName(System.getProperty("tests")))
                    .allPass(1);
        }
    }

    static class PlainTestCases {

        @Test
        void plain() {}
    }

    static class AnnotatedTestCases {

        @Test
        @NoLeak
        void measured() {}
    }
}
