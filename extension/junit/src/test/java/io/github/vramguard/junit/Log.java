package io.github.vramguard.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a run says in the log, which is that of the JDK where no other is bound. */
final class Log implements BeforeEachCallback, AfterEachCallback {

    private final Logger logger = Logger.getLogger("io.github.vramguard");
    private final List<String> lines = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord record) {
            lines.add(record.getLevel() + " " + record.getParameters()[0]);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Each with its level. */
    List<String> lines() {
        return lines;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        logger.addHandler(listener);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        logger.removeHandler(listener);
    }
}
