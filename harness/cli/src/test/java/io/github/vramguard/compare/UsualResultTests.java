package io.github.vramguard.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.run.Measured;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsualResultTests {

    @ParameterizedTest
    @CsvSource({
        "KEPT, KEPT",
        "KEPT KEPT BROKEN, KEPT",
        "KEPT BROKEN, BROKEN",
        "KEPT KEPT BROKEN BROKEN, BROKEN",
        "KEPT INCONCLUSIVE BROKEN BROKEN, BROKEN",
        "INCONCLUSIVE INCONCLUSIVE BROKEN, INCONCLUSIVE",
        "KEPT INCONCLUSIVE, INCONCLUSIVE",
        "KEPT KEPT INCONCLUSIVE, KEPT",
        "INCONCLUSIVE KEPT KEPT, KEPT",
        "NOT_JUDGED NOT_JUDGED NOT_JUDGED KEPT, KEPT",
        "NOT_JUDGED NOT_JUDGED UNFINISHED BROKEN, BROKEN",
        "NOT_JUDGED NOT_JUDGED KEPT KEPT BROKEN, KEPT",
        "NOT_JUDGED NOT_JUDGED UNFINISHED, NOT_JUDGED",
        "NOT_JUDGED UNFINISHED, UNFINISHED",
    })
    void isTheMostFrequentOfTheRunsThatJudged(String results, Result usual) {
        List<MeasuredTest> runs = new ArrayList<>(Stream.of(results.split(" "))
                .map(result -> Measured.test("A#a()", Result.valueOf(result)))
                .toList());

        assertThat(UsualResult.of(runs)).isEqualTo(usual);
        Collections.reverse(runs);
        assertThat(UsualResult.of(runs)).as("in another order").isEqualTo(usual);
    }
}
