package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A test without an annotation costs nothing. */
class CostTests {

    @Test
    void aPlainTestLoadsNoClassOfTheExtension(@TempDir Path directory) throws Exception {
        assertThat(loadedToRun(PlainTestCases.class, directory)).isEmpty();
    }

    @Test
    void anAnnotatedTestLoadsThem(@TempDir Path directory) throws Exception {
        assertThat(loadedToRun(AnnotatedTestCases.class, directory)).contains(NoLeak.class.getName());
    }

    private static List<String> loadedToRun(Class<?> testCases, Path directory) throws Exception {
        Path log = directory.resolve("classes.log");
        Path printed = directory.resolve("printed.txt");
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log,
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        testCases.getName())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(java.waitFor(1, TimeUnit.MINUTES))
                    .as("ended within a minute")
                    .isTrue();
        } finally {
            java.destroyForcibly();
        }
        assertThat(java.exitValue()).as(() -> contentOf(printed.toFile())).isZero();
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

        public static void main(String[] args) throws ClassNotFoundException {
            Kit.measuring("heap").run(Class.forName(args[0])).allPass(1);
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
