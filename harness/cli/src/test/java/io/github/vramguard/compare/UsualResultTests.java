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
        "PASSED, PASSED",
        "PASSED PASSED FAILED, PASSED",
        "PASSED FAILED, FAILED",
        "PASSED PASSED FAILED FAILED, FAILED",
        "PASSED INCONCLUSIVE FAILED FAILED, FAILED",
        "INCONCLUSIVE INCONCLUSIVE FAILED, INCONCLUSIVE",
        "PASSED INCONCLUSIVE, INCONCLUSIVE",
        "PASSED PASSED INCONCLUSIVE, PASSED",
        "INCONCLUSIVE PASSED PASSED, PASSED",
        "NOT_JUDGED NOT_JUDGED NOT_JUDGED PASSED, PASSED",
        "NOT_JUDGED NOT_JUDGED UNFINISHED FAILED, FAILED",
        "NOT_JUDGED NOT_JUDGED PASSED PASSED FAILED, PASSED",
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
