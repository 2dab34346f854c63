package io.github.vramguard.source.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeMemoryTrackingTests {

    @ParameterizedTest
    @CsvSource({"nmt-jdk17.txt, 9661674, 10240", "nmt-jdk25.txt, 14627031, 34816"})
    void theSummaryOfAJdkIsUnderstood(String file, long malloc, long other) throws IOException {
        assertThat(NativeMemoryTracking.parse(text(file))).contains(new NativeMemoryTracking(malloc, other));
    }

    private static String text(String file) throws IOException {
        try (InputStream in = NativeMemoryTrackingTests.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({"512, 512", "512B, 512", "512KB, 524288", "3MB, 3145728", "1GB, 1073741824"})
    void scalesAreUnderstood(String written, long bytes) {
        String summary = "Total: reserved=9, committed=9\n       malloc: " + written + " #7\n"
                + "-                     Other (reserved=" + written + ", committed=" + written + ")\n";
        assertThat(NativeMemoryTracking.parse(summary)).contains(new NativeMemoryTracking(bytes, bytes));
    }

    @Test
    void aCategoryThatIsNotListedIsEmpty() {
        assertThat(NativeMemoryTracking.parse("Total: reserved=9, committed=9\n       malloc: 5 #1\n"))
                .contains(new NativeMemoryTracking(5, 0));
    }

    @ParameterizedTest
    @CsvSource({"Native memory tracking is not enabled", "''", "'Total: reserved=1711907KB, committed=338359KB'"})
    void anAnswerWithoutATotalOfMallocIsNoSummary(String text) {
        assertThat(NativeMemoryTracking.parse(text)).isEmpty();
    }
}
