package io.github.vramguard.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.ClassBytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedLevelsTests {

    private static final Reading NOT_READ = new Gap(Reason.UNSETTLED, "still falling");

    @ParameterizedTest
    @CsvSource({
        // bytes and classes of each reading, and the levels
        "100/10 150/11 200/12 250/13,        100 150 200 250",
        "100/10 150/10 200/10,               100 100 100",
        "100/10 150/11 170/11 200/12,        100 130 130 140",
        "100/10 130/10 200/11 210/11 280/12, 100 100 150 150 210",
        "100/10 150/10 180/11 230/11,        100 100 100 100",
        "100/10 160/12 130/10 160/12,        100 100 100 130",
        "100/10 150/11 160/10 210/11 220/10, 100 100 100 100 100",
        "100/10 150/11 160/10 210/12 220/11, 100 100 100 140 140",
        "100/10 90/10 95/10,                 90 90 90",
        "100/10 120/9 60/8,                  60 60 60",
    })
    void metadataGrowsOnlyWithItsClasses(String readings, String levels) {
        assertThat(CountedLevels.of(Arrays.stream(readings.split(" "))
                        .map(CountedLevelsTests::parse)
                        .toList()))
                .containsExactly(Arrays.stream(levels.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
    }

    private static Reading parse(String reading) {
        String[] parts = reading.split("/");
        return new ClassBytes(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    @Test
    void bytesOfWhichNoClassesAreKnownCountInFull() {
        assertThat(CountedLevels.of(List.of(new Bytes(100), new Bytes(150), new Bytes(120))))
                .containsExactly(100, 150, 120);
        assertThat(CountedLevels.of(List.of(new Bytes(100), new ClassBytes(150, 7), new Bytes(160))))
                .containsExactly(100, 150, 160);
    }

    @Test
    void aGapRepeatsTheReadingBeforeIt() {
        assertThat(CountedLevels.of(List.of(NOT_READ, new Bytes(100), NOT_READ, new Bytes(150))))
                .containsExactly(100, 100, 100, 150);
        assertThat(CountedLevels.of(List.of(new ClassBytes(100, 7), NOT_READ, new ClassBytes(150, 8))))
                .containsExactly(100, 100, 150);
    }
}
