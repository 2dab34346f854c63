package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackTests {

    @ParameterizedTest
    @CsvSource({
        "10%, 1000, 1100",
        "10 %, 1009, 1109",
        "12.5%, 1000, 1125",
        "0%, 1000, 1000",
        "150%, 1000, 2500",
        "0 B, 1000, 1000",
        "1 KiB, 1000, 2024",
        "10%, 5000000000000000000, 5500000000000000000"
    })
    void isAddedToThePrediction(String slack, long predicted, long limit) {
        assertThat(Slack.parse(slack).beyond(predicted)).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "-10%", "%", "ten percent", "10%%", "-1 MiB"})
    void anythingElseIsRefused(String slack) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slack.parse(slack))
                .withMessageContainingAll("\"" + slack + "\"", "\"24 MiB\"", "\"10%\"");
    }

    @Test
    void aLimitBeyondAllMemoryIsRefused() {
        assertThatThrownBy(() -> Slack.parse("9999%").beyond(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }
}
