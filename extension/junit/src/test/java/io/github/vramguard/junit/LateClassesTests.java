package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.source.malloc.NativeBlock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Classes that measuring itself loads late are in the metaspace and the heap that it measures, in a JVM of its own that has no flags.
 * Half-way, native memory begins to come and go, so that a level settles only at the timeout.
 */
class LateClassesTests {

    private static final int CYCLES = 16;
    private static final int UNTIL_WARM = 4;
    private static final long FEW = 30;

    @Test
    void measuringLoadsItsClassesInTheFirstCycles(@TempDir Path directory) throws Exception {
        assertThat(loadedLate(directory, "measures")).isLessThan(FEW);
    }

    @Test
    void aTestThatLoadsClassesInEachCycleIsSeen(@TempDir Path directory) throws Exception {
        assertThat(loadedLate(directory, "loads")).isGreaterThan(FEW);
    }

    private static long loadedLate(Path directory, String method) throws IOException, InterruptedException {
        String reports = directory.resolve("reports").toString();
        String all = OwnJvm.run(directory, List.of(), LateClassesTests.class, method, reports);
        return all.lines()
                .filter(line -> line.startsWith("late "))
                .mapToLong(line -> Long.parseLong(line.substring("late ".length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError(all));
    }

    /** Runs in the JVM of its own. */
    public static void main(String[] arguments) {
        new Kit(Map.of(
                        "vramguard.report.formats", "json",
                        "vramguard.report.dir", arguments[1],
                        "vramguard.settle.window", "100",
                        "vramguard.settle.gpu-window", "100",
                        "vramguard.settle.timeout", "400"))
                .run(CountingTestCases.class, arguments[0]);
        long[] loaded = CountingTestCases.LOADED;
        System.out.println("late " + (loaded[CYCLES - 1] - loaded[UNTIL_WARM]));
        System.out.println(Arrays.toString(loaded));
        Runtime.getRuntime().halt(0);
    }

    @NoLeak
    static class CountingTestCases {

        static final long[] LOADED = new long[CYCLES];

        private static int cycle;

        @RepeatedTest(CYCLES)
        void measures() throws InterruptedException {
            Thread restless = new Thread(new Restless(cycle == CYCLES / 2 ? Integer.MAX_VALUE : 1));
            restless.setDaemon(true);
            restless.start();
            if (cycle != CYCLES / 2) {
                restless.join();
            }
            count();
        }

        @RepeatedTest(CYCLES)
        void loads() throws ReflectiveOperationException {
            for (int i = 0; i < 4; i++) {
                new Again().defineClass();
            }
            count();
        }

        private static void count() {
            LOADED[cycle++] = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
        }
    }

    /** Takes native memory and frees it. */
    private record Restless(int times) implements Runnable {

        @Override
        public void run() {
            for (int i = 0; i < times; i++) {
                NativeBlock.of(4 << 20).close();
            }
        }
    }

    /** Loads this class once more. */
    private static final class Again extends ClassLoader {

        void defineClass() throws ReflectiveOperationException {
            String name = Again.class.getName();
            try (var file = Again.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
                byte[] bytes = file.readAllBytes();
                defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
