package io.github.vramguard.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTests {

    @TempDir
    private Path place;

    private String taken() throws IOException {
        return Directory.alone(place, Duration.ZERO, () -> "taken");
    }

    @Test
    void itIsTakenAndGivenBack() throws IOException {
        assertThat(taken()).isEqualTo("taken");
        assertThat(taken()).isEqualTo("taken");
    }

    @Test
    void whoWaitsTooLongIsTold() throws IOException {
        Directory.alone(place, () -> {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(this::taken)
                    .withMessage("another JVM has held " + place.resolve(".lock") + " for 0 s");
            return place;
        });
        assertThat(taken()).isEqualTo("taken");
    }

    @Test
    void whoIsInterruptedIsToldSoAndStaysInterrupted() throws IOException {
        Directory.alone(place, () -> {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(InterruptedIOException.class)
                    .isThrownBy(() -> Directory.alone(place, () -> "taken"))
                    .withMessage("interrupted while another JVM held " + place.resolve(".lock"));
            assertThat(Thread.interrupted()).isTrue();
            return place;
        });
    }
}
