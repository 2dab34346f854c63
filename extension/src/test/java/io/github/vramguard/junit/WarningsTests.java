package io.github.vramguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run says in the log, which is that of the JDK where no other is bound. */
class WarningsTests {

    private final Logger logger = Logger.getLogger("io.github.vramguard");
    private final List<String> said = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord record) {
            said.add(record.getLevel() + " " + record.getParameters()[0]);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(listener);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(listener);
    }

    @Test
    void settingsThatMakeReadingsCoarseAreNamedOnceInARun() {
        Kit.quick().run(TwoTestCases.class).allPass(2);

        assertThat(said)
                .filteredOn(line -> line.startsWith("WARNING readings of memory are coarser"))
                .singleElement()
                .asString()
                .contains("-XX:+AlwaysPreTouch");
    }

    @Test
    void poolsThatAreNotMeasuredAreNotNamed() {
        Kit.measuring("heap").run(TwoTestCases.class).allPass(2);

        assertThat(said).noneMatch(line -> line.startsWith("WARNING"));
    }

    @Test
    void aRunEndsWithItsVerdictsAndWhatMeasuringCost() {
        Kit.measuring("heap").run(TwoTestCases.class).allPass(2);

        assertThat(said).last().asString().matches("INFO memory of this run: 2 kept; measuring took \\d+\\.\\d s");
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
