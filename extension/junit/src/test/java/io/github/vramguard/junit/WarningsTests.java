package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a run says in the log, which is that of the JDK where no other is bound. */
class WarningsTests {

    @RegisterExtension
    private final Log log = new Log();

    @Test
    void settingsThatMakeReadingsCoarseAreNamedOnceInARun() {
        Kit.quick().run(TwoTestCases.class).allPass(2);

        assertThat(log.lines())
                .filteredOn(line -> line.startsWith("WARNING memory readings are less exact"))
                .singleElement()
                .asString()
                .contains("-XX:+AlwaysPreTouch");
    }

    @Test
    void poolsThatAreNotMeasuredAreNotNamed() {
        Kit.measuring("heap").run(TwoTestCases.class).allPass(2);

        assertThat(log.lines()).noneMatch(line -> line.startsWith("WARNING"));
    }

    @Test
    void aRunEndsWithItsVerdictsAndWhatMeasuringCost() {
        Kit.measuring("heap").run(TwoTestCases.class).allPass(2);

        assertThat(log.lines())
                .last()
                .asString()
                .matches("INFO memory of this run: 2 passed; measuring took \\d+\\.\\d s");
    }

    static class TwoTestCases {

        @Test
        @NoLeak
        void one() {}

        @Test
        @NoLeak
        void other() {}
    }
}
