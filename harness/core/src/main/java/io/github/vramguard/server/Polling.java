package io.github.vramguard.server;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.pollinterval.IterativePollInterval;

/** Asks again, with growing pauses, until the answer is the one that is waited for. */
final class Polling {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);

    /** Ollama itself looks this often whether memory came back. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    private Polling() {}

    /** Something that a server is asked. */
    @FunctionalInterface
    interface Question<T> {

        T ask() throws ServerError;
    }

    /** The last answer, which is not the one that is waited for if the deadline has passed. */
    static <T> T until(Deadline deadline, Question<T> question, Predicate<T> isSo) throws ServerError {
        AtomicReference<T> last = new AtomicReference<>(question.ask());
        if (isSo.test(last.get())) {
            return last.get();
        }
        try {
            Awaitility.with()
                    .dontCatchUncaughtExceptions()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(IterativePollInterval.iterative(Polling::longer, FIRST_PAUSE))
                    .atMost(deadline.left())
                    .until(() -> {
                        last.set(question.ask());
                        return isSo.test(last.get());
                    });
        } catch (ConditionTimeoutException notYet) {
            // The caller checks the last answer.
        }
        return last.get();
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
