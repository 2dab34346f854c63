package io.github.vramguard.junit;

import io.github.vramguard.config.Mode;
import io.github.vramguard.config.Settings;
import io.github.vramguard.config.WhenInconclusive;
import io.github.vramguard.config.WhenUnavailable;
import io.github.vramguard.message.Message;
import io.github.vramguard.verdict.InconclusiveReason.Cause;
import io.github.vramguard.verdict.Verdict;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Turns a verdict into a failure, a warning, or a line on the console, as the settings say. */
record Enforcement(Settings settings, Console console) {

    void of(Verdict verdict, Message message) {
        boolean enforced = settings.policy().mode() == Mode.ENFORCE;
        if (verdict instanceof Verdict.Failed) {
            failOrWarn(enforced, message);
        } else if (verdict instanceof Verdict.Inconclusive open
                && (isBlind(open) || settings.policy().inconclusive() != WhenInconclusive.IGNORE)) {
            failOrWarn(
                    enforced && (isBlind(open) || settings.policy().inconclusive() == WhenInconclusive.FAIL), message);
        } else {
            console.verdict(message.line());
        }
    }

    /** Only where the settings require that the main pools are read. */
    private static boolean isBlind(Verdict.Inconclusive open) {
        return open.reasons().stream().anyMatch(reason -> reason.cause() == Cause.UNMEASURED);
    }

    private void failOrWarn(boolean fail, Message message) {
        String text = message.text(settings.reporting().hasFullMessages());
        if (fail) {
            console.verdict(message.line());
            throw new MemoryAssertionError(text);
        }
        console.warn(text);
    }

    /** Must be called before the test runs: JUnit reports a later abort as a failure. */
    void unavailable(ExtensionContext context, String text) {
        if (settings.policy().mode() != Mode.ENFORCE) {
            console.warn(TestName.of(context) + ": " + text);
        } else if (settings.policy().unavailable() == WhenUnavailable.FAIL) {
            throw new AssertionError(text + " (vramguard.unavailable = fail)");
        } else if (settings.policy().unavailable() == WhenUnavailable.SKIP) {
            Assumptions.abort(text + " (vramguard.unavailable = skip)");
        }
    }
}
