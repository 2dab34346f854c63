package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clean code in JVMs of their own that have no flags, as most have. {@code -Dforks=20} runs each body in so many of them. None may
 * fail. Some are inconclusive where the machine is busy, because the compilers of the JVM then hold memory for longer.
 */
@Tag("thorough")
class WithoutFlagsTests {

    private static final int FORKS = Integer.getInteger("forks", 1);
    private static final int MOST_OF_FEW = 3;
    private static final List<String> BODIES = List.of("nothing", "compresses", "matches", "computes", "buffers");

    @Test
    void aCleanRepeatedTestPasses(@TempDir Path directory) throws Exception {
        List<String> verdicts = new ArrayList<>();
        for (int fork = 0; fork < FORKS; fork++) {
            for (String body : BODIES) {
                verdicts.add(OwnJvm.run(directory, List.of(), WithoutFlagsTests.class, body));
            }
        }

        assertThat(verdicts).as("failed").noneMatch(verdict -> verdict.contains("failed"));
        assertThat(verdicts.stream().filter(verdict -> verdict.contains("inconclusive")))
                .as("inconclusive of " + verdicts.size())
                .hasSizeLessThanOrEqualTo(Math.max(MOST_OF_FEW, verdicts.size() * 3 / 20));
    }

    /** Runs in the JVM of its own, with the defaults of users. */
    public static void main(String[] arguments) {
        new Kit(Map.of("vramguard.report.formats", "none"))
                .run(CleanTestCases.class, arguments[0])
                .reported("vramguard.message")
                .forEach(message -> System.out.println(arguments[0] + ": " + message));
    }

    @NoLeak
    static class CleanTestCases {

        @RepeatedTest(12)
        void nothing() {}

        @RepeatedTest(12)
        void compresses() throws IOException {
            byte[] noise = new byte[1 << 20];
            new Random(1).nextBytes(noise);
            try (GZIPOutputStream zip = new GZIPOutputStream(new ByteArrayOutputStream())) {
                zip.write(noise);
            }
        }

        @RepeatedTest(12)
        void matches() {
            Pattern number = Pattern.compile("k(\\d+)9");
            assertThat(IntStream.range(0, 200_000)
                            .mapToObj(i -> "k" + i)
                            .filter(key -> number.matcher(key).matches())
                            .count())
                    .isPositive();
        }

        @RepeatedTest(12)
        void computes() throws Exception {
            ExecutorService pool = Executors.newFixedThreadPool(4);
            for (int i = 0; i < 16; i++) {
                pool.submit(() ->
                        IntStream.range(0, 3_000_000).mapToLong(j -> j * 31L).sum());
            }
            pool.shutdown();
            assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }

        @RepeatedTest(12)
        void buffers() {
            for (int i = 0; i < 20; i++) {
                ByteBuffer.allocateDirect(1 << 20).put(5, (byte) 1);
            }
        }
    }
}
