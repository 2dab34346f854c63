package io.github.vramguard.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTests {

    private static final Gap GAP = new Gap(Reason.TIMED_OUT, "no answer");

    private final History history = new History();
    private Instant at = Instant.EPOCH;

    private void add(Reading reading) {
        history.add(at, reading);
        at = at.plusSeconds(30);
    }

    @ParameterizedTest
    @CsvSource({"1 2 3, 3", "3 2 1, 3", "- 2 -, 2", "-5 -7, -5"})
    void thePeakIsTheHighestReading(String levels, long peak) {
        for (String level : levels.split(" ")) {
            add(level.equals("-") ? GAP : new Bytes(Long.parseLong(level)));
        }

        assertThat(history.peak()).hasValue(peak);
    }

    @Test
    void whatWasNeverReadHasNeitherPeakNorSlope() {
        assertThat(history.now()).isInstanceOf(Gap.class);
        add(GAP);

        assertThat(history.now()).isEqualTo(GAP);
        assertThat(history.peak()).isEmpty();
        assertThat(history.perMinute()).isEmpty();
    }

    @Test
    void theSlopeIsPerMinuteAndLeavesGapsOut() {
        add(new Bytes(100));
        add(GAP);
        add(new Bytes(120));
        add(new Bytes(130));

        assertThat(history.perMinute()).hasValue(20);
    }

    @Test
    void thePeakOutlivesTheWindow() {
        add(new Bytes(1000));
        for (int i = 0; i < History.WINDOW; i++) {
            add(new Bytes(1));
        }

        assertThat(history.amounts()).hasSize(History.WINDOW).allMatch(amount -> amount.getAsLong() == 1);
        assertThat(history.peak()).hasValue(1000);
        assertThat(history.perMinute()).hasValue(0);
    }
}
