package io.github.vramguard.junit;

import io.github.vramguard.Mode;
import io.github.vramguard.Settings;
import io.github.vramguard.WhenInconclusive;
import io.github.vramguard.WhenUnavailable;
import io.github.vramguard.report.Message;
import io.github.vramguard.verdict.Verdict;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What becomes of a verdict: a failure, a warning, or an entry in the report of the test. */
final class Outcome {

    private final ExtensionContext context;
    private final Settings settings;

    Outcome(ExtensionContext context) {
        this.context = context;
        this.settings = Session.of(context).settings();
    }

    /** The test as it is named in messages: the annotation and the method or class. */
    String title(String annotation) {
        String name = context.getTestMethod()
                .map(method -> method.getName() + "()")
                .or(() -> context.getTestClass().map(Class::getSimpleName))
                .orElseGet(context::getDisplayName);
        return annotation + " " + name;
    }

    void of(Verdict verdict, Message message) {
        publish(verdict, message);
        if (verdict instanceof Verdict.Broken) {
            failOrWarn(settings.mode() == Mode.ENFORCE, message);
        } else if (verdict instanceof Verdict.Inconclusive && settings.inconclusive() != WhenInconclusive.IGNORE) {
            failOrWarn(settings.mode() == Mode.ENFORCE && settings.inconclusive() == WhenInconclusive.FAIL, message);
        }
    }

    private static void failOrWarn(boolean fail, Message message) {
        if (fail) {
            throw new BrokenVerdictError(message);
        }
        Session.LOGGER.log(System.Logger.Level.WARNING, "{0}", message);
    }

    private void publish(Verdict verdict, Message message) {
        publish(verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT), message.line());
    }

    void notJudged(String reason) {
        publish("not judged", reason);
    }

    private void publish(String verdict, String message) {
        Session.of(context).tally().count(verdict);
        context.publishReportEntry(Map.of("vramguard.verdict", verdict, "vramguard.message", message));
    }

    void warn(String text) {
        context.publishReportEntry("vramguard.late", text);
        Session.LOGGER.log(System.Logger.Level.WARNING, "{0}", text);
    }

    /** To be called before the test runs: an abort that comes later would be reported as a failure. */
    void unavailable(String text) {
        if (settings.mode() != Mode.ENFORCE) {
            Session.LOGGER.log(System.Logger.Level.WARNING, "{0}", text);
        } else if (settings.unavailable() == WhenUnavailable.FAIL) {
            throw new AssertionError(text + " (vramguard.unavailable = fail)");
        } else if (settings.unavailable() == WhenUnavailable.ABORT) {
            Assumptions.abort(text + " (vramguard.unavailable = abort)");
        }
    }
}
