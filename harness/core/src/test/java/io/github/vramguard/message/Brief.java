package io.github.vramguard.message;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the default form of a message to its length, whatever the test is about. */
final class Brief {

    private Brief() {}

    /** Where the report is found is added to the message of a test. */
    static Message checked(Message message) {
        assertThat(message.with("report", "target/vramguard/index.html").brief().lines())
                .hasSizeLessThanOrEqualTo(25)
                .endsWith("  report     target/vramguard/index.html");
        return message;
    }
}
