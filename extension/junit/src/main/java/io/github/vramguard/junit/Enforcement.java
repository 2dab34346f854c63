package io.github.vramguard.junit;

import io.github.vramguard.config.MessageForm;
import io.github.vramguard.config.Mode;
import io.github.vramguard.config.Settings;
import io.github.vramguard.config.WhenInconclusive;
import io.github.vramguard.config.WhenUnavailable;
import io.github.vramguard.message.Message;
import io.github.vramguard.verdict.Verdict;
import org.junit.jupiter.api.Assumptions;

/** What the settings make of a verdict: a failure, a warning, or a line in the log. */
record Enforcement(Settings settings) {

    void of(Verdict verdict, Message message) {
        boolean enforced = settings.mode() == Mode.ENFORCE;
        if (verdict instanceof Verdict.Failed) {
            failOrWarn(enforced, message);
        } else if (verdict instanceof Verdict.Inconclusive && settings.inconclusive() != WhenInconclusive.IGNORE) {
            failOrWarn(enforced && settings.inconclusive() == WhenInconclusive.FAIL, message);
        } else {
            Session.LOGGER.log(System.Logger.Level.INFO, "{0}", message.line());
        }
    }

    private void failOrWarn(boolean fail, Message message) {
        String text = settings.reporting().message() == MessageForm.FULL ? message.toString() : message.brief();
        if (fail) {
            throw new MemoryAssertionError(text);
        }
        Session.LOGGER.log(System.Logger.Level.WARNING, "{0}", text);
    }

    /** To be called before the test runs: an abort that comes later would be reported as a failure. */
    void unavailable(String text) {
        if (settings.mode() != Mode.ENFORCE) {
            Session.LOGGER.log(System.Logger.Level.WARNING, "{0}", text);
        } else if (settings.unavailable() == WhenUnavailable.FAIL) {
            throw new AssertionError(text + " (vramguard.unavailable = fail)");
        } else if (settings.unavailable() == WhenUnavailable.SKIP) {
            Assumptions.abort(text + " (vramguard.unavailable = skip)");
        }
    }
}
