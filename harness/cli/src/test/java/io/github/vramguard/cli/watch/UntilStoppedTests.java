package io.github.vramguard.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UntilStoppedTests {

    private final Clock clock = Clock.systemUTC();

    private UntilStopped every(Duration interval) {
        return new UntilStopped(clock, interval, () -> {});
    }

    @Test
    void theFirstReadingIsDueAtOnceAndTheNextAfterTheInterval() {
        Instant before = clock.instant();
        try (UntilStopped pace = every(Duration.ofMillis(50))) {
            assertThat(pace.next()).isPresent();
            assertThat(pace.next().orElseThrow()).isAfterOrEqualTo(before.plusMillis(49));
        }
    }

    @Test
    void whoeverWaitsIsStopped() {
        try (UntilStopped pace = every(Duration.ofHours(1))) {
            assertThat(pace.next()).isPresent();
            new Thread(pace::stop).start();
            assertThat(pace.next()).isEmpty();
            assertThat(pace.next()).isEmpty();
        }
    }

    @Test
    void aThreadThatIsInterruptedIsStoppedAndStaysInterrupted() {
        try (UntilStopped pace = every(Duration.ofHours(1))) {
            assertThat(pace.next()).isPresent();
            Thread.currentThread().interrupt();
            assertThat(pace.next()).isEmpty();
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
